// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/picture_tour.h"

#include "app/studio/commands.h"
#include "app/studio/examples.h"
#include "app/studio/language.h"
#include "app/studio/main_window.h"
#include "app/studio/panel_states.h"
#include "app/studio/perspectives.h"
#include "app/studio/start_page.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QTimer>

namespace mho {
namespace {

/// Until the views that fill in the background have done so.
constexpr int kSettleMs = 450;
constexpr int kFirstSettleMs = 3000;

}  // namespace

PictureTour::PictureTour(MainWindow& window, QString file, QString folder, Choice choice)
    : window_(window), file_(std::move(file)), folder_(std::move(folder)), choice_(std::move(choice))
{
    connect(&window_.session(), &Session::failed, this, &PictureTour::finished);
}

void PictureTour::plan(const std::vector<View>& views, const QStringList& dialogs)
{
    stops_.clear();
    at_ = 0;
    const std::vector<Theme> themes = choice_.theme ? std::vector{*choice_.theme} : std::vector{Theme::Light, Theme::Dark};
    const std::vector<QSize> sizes = choice_.size ? std::vector{*choice_.size} : std::vector{QSize(900, 600), QSize(1280, 800), QSize(2560, 1440)};
    for (const Language& language : languages()) {
        if (!choice_.language.isEmpty() && language.code != choice_.language) {
            continue;
        }
        for (const Theme theme : themes) {
            for (const QSize size : sizes) {
                for (const View& view : views) {
                    for (int state = 0; state < view.states; ++state) {
                        stops_.push_back({language.code, theme, size, view.name, state});
                    }
                }
            }
            for (const QString& dialog : dialogs) {
                stops_.push_back({language.code, theme, QSize(1280, 800), dialog, 0, true});
            }
        }
    }
}

void PictureTour::start()
{
    if (!QDir().mkpath(folder_)) {
        Q_EMIT finished(QStringLiteral("%1: the folder cannot be made").arg(folder_));
        return;
    }
    plan({{QStringLiteral("start")}});
    connect(window_.startPage(), &StartPage::examplesShown, this, &PictureTour::next, Qt::SingleShotConnection);
}

void PictureTour::next()
{
    if (at_ < stops_.size()) {
        show(stops_[at_]);
        QTimer::singleShot(kSettleMs, this, [this] {
            if (take(stops_[at_])) {
                ++at_;
                next();
            }
        });
    } else if (!opened_) {
        opened_ = true;
        applyLanguage(languages().front());  // in which the design points get their names
        connect(&window_.session(), &Session::accuracyKnown, this, &PictureTour::keepPoints, Qt::SingleShotConnection);
        // A copy: the tour keeps design points in it.
        Example project;
        project.name = QFileInfo(file_).completeBaseName();
        project.path = file_;
        window_.session().openExample(project);
    } else {
        Q_EMIT finished({});
    }
}

/// Two designs to compare: the project's, and one on crossbars of twice as many word lines.
void PictureTour::keepPoints()
{
    Session& session = window_.session();
    QAction* keep = window_.commands().action(QStringLiteral("edit.keep-point"));
    keep->trigger();
    QTimer::singleShot(kFirstSettleMs, this, [this, &session, keep] {
        const Hardware before = session.design().hardware;
        Hardware hardware = before;
        hardware.crossbar.rows *= 2;
        session.editHardware(hardware);
        keep->trigger();
        QTimer::singleShot(kFirstSettleMs, this, [this, &session, before] {
            session.editHardware(before);
            planProject();
            QTimer::singleShot(kFirstSettleMs, this, &PictureTour::next);
        });
    });
}

void PictureTour::planProject()
{
    if (!choice_.layer.isEmpty()) {
        window_.selectLayer(choice_.layer);
    }
    std::vector<View> views;
    for (const PanelLayout& layout : panelLayouts()) {
        views.push_back({layout.id});
    }
    for (const QDockWidget* dock : window_.findChildren<QDockWidget*>()) {
        views.push_back({dock->objectName(), panelStates(*dock)});
    }
    plan(views, {QStringLiteral("edit.budget"), QStringLiteral("file.revert"), QStringLiteral("file.export-network"),
                 QStringLiteral("file.export-report"),
                 QStringLiteral("help.contents"), QStringLiteral("help.palette"), QStringLiteral("help.shortcuts"),
                 QStringLiteral("help.about")});
}

void PictureTour::show(const Stop& stop)
{
    const bool first = at_ == 0;
    if (first || stops_[at_ - 1].language != stop.language) {
        applyLanguage(languageOf(stop.language));
        QCoreApplication::sendPostedEvents();
    }
    if (first || stops_[at_ - 1].theme != stop.theme) {
        applyTheme(*qApp, stop.theme);
    }
    window_.resize(stop.size);
    if (!window_.showsProject()) {
        return;
    }
    if (!first && stops_[at_ - 1].state > 0) {
        showPanelState(*window_.findChild<QDockWidget*>(stops_[at_ - 1].view), 0);
    }
    if (stop.isDialog) {
        window_.commands().action(stop.view)->trigger();
        return;
    }
    const bool perspective = stop.view.startsWith(QLatin1String("view."));
    window_.perspectives().show(perspective ? stop.view : panelLayouts().front().id);
    QCoreApplication::sendPostedEvents();
    window_.resetLayout();
    // A layout kept from a larger window may have made this one grow.
    QCoreApplication::sendPostedEvents();
    window_.resize(stop.size);
    if (!perspective) {
        auto* dock = window_.findChild<QDockWidget*>(stop.view);
        dock->show();
        dock->raise();
        showPanelState(*dock, stop.state);
    }
}

bool PictureTour::take(const Stop& stop)
{
    const QString theme = stop.theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    if (stop.isDialog) {
        return takeDialog(stop, QStringLiteral("%1/%2-%3-dialog-%4.png").arg(folder_, stop.language, theme, stop.view.section(QLatin1Char('.'), 1)));
    }
    const QString name = QStringLiteral("%1/%2-%3-%4x%5-%6.png")
                             .arg(folder_, stop.language, theme)
                             .arg(stop.size.width())
                             .arg(stop.size.height())
                             .arg(QString(stop.view).remove(QStringLiteral("view.")) +
                                  (stop.view.startsWith(QLatin1String("view.")) ? QStringLiteral("-perspective") : QString()) +
                                  (stop.state > 0 ? QStringLiteral("-%1").arg(stop.state + 1) : QString()));
    return save(window_, name);
}

bool PictureTour::takeDialog(const Stop& stop, const QString& name)
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget != &window_ && widget->isVisible() && widget->parentWidget() == &window_) {
            const bool saved = save(*widget, name);
            widget->close();
            return saved;
        }
    }
    Q_EMIT finished(QStringLiteral("%1 opened no dialog").arg(stop.view));
    return false;
}

bool PictureTour::save(QWidget& widget, const QString& name)
{
    const bool saved = widget.grab().save(name);
    if (!saved) {
        Q_EMIT finished(QStringLiteral("%1: the picture cannot be written").arg(name));
    }
    return saved;
}

}  // namespace mho
