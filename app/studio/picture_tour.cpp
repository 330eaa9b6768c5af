// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/picture_tour.h"

#include "app/studio/language.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/start_page.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QTimer>

namespace mho {
namespace {

/// Until the views that fill in the background have done so.
constexpr int kSettleMs = 450;
constexpr int kFirstSettleMs = 3000;

}  // namespace

PictureTour::PictureTour(MainWindow& window, QString file, QString folder)
    : window_(window), file_(std::move(file)), folder_(std::move(folder))
{
    connect(&window_.session(), &Session::failed, this, &PictureTour::finished);
}

void PictureTour::plan(const QStringList& views)
{
    stops_.clear();
    at_ = 0;
    for (const Language& language : languages()) {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            for (const QSize size : {QSize(900, 600), QSize(1280, 800), QSize(2560, 1440)}) {
                for (const QString& view : views) {
                    stops_.push_back({language.code, theme, size, view});
                }
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
    plan({QStringLiteral("start")});
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
        connect(&window_.session(), &Session::previewReady, this, [this] {
            QStringList views;
            for (const PanelLayout& layout : panelLayouts()) {
                views.append(layout.id);
            }
            for (const QDockWidget* dock : window_.findChildren<QDockWidget*>()) {
                views.append(dock->objectName());
            }
            plan(views);
            QTimer::singleShot(kFirstSettleMs, this, &PictureTour::next);
        }, Qt::SingleShotConnection);
        window_.session().open(file_);
    } else {
        Q_EMIT finished({});
    }
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
    }
}

bool PictureTour::take(const Stop& stop)
{
    const QString theme = stop.theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QString name = QStringLiteral("%1/%2-%3-%4x%5-%6.png")
                             .arg(folder_, stop.language, theme)
                             .arg(stop.size.width())
                             .arg(stop.size.height())
                             .arg(QString(stop.view).remove(QStringLiteral("view.")) +
                                  (stop.view.startsWith(QLatin1String("view.")) ? QStringLiteral("-perspective") : QString()));
    const bool saved = window_.grab().save(name);
    if (!saved) {
        Q_EMIT finished(QStringLiteral("%1: the picture cannot be written").arg(name));
    }
    return saved;
}

}  // namespace mho
