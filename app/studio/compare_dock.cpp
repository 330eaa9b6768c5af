// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/compare_dock.h"

#include "app/studio/design_points.h"
#include "app/studio/session.h"
#include "widgets/views/compare_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace mho {

CompareDock::CompareDock(Session* session, QWidget* parent)
    : QDockWidget(tr("Compare"), parent),
      session_(session),
      points_(new DesignPoints(session, this)),
      panel_(new ComparePanel),
      keep_(new QAction(tr("Keep Design Point"), this)),
      rename_(new QAction(tr("Rename…"), this)),
      delete_(new QAction(tr("Delete"), this)),
      load_(new QAction(tr("Load"), this)),
      studies_(new QCheckBox(tr("Studies")))
{
    setObjectName(QStringLiteral("compare"));
    keep_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    keep_->setToolTip(tr("Keeps plan, hardware and what they give, to compare (%1)").arg(keep_->shortcut().toString(QKeySequence::NativeText)));
    rename_->setToolTip(tr("Gives the selected design point another name"));
    delete_->setToolTip(tr("Deletes the selected design points; studies keep their points"));
    load_->setToolTip(tr("Puts plan and hardware of the selected point into the editor, as one undo step"));
    studies_->setToolTip(tr("Shows the points of the studies that were collected into the project beside"));
    setWidget(makeContent());
    connect(keep_, &QAction::triggered, points_, &DesignPoints::keep);
    connect(rename_, &QAction::triggered, this, &CompareDock::askForName);
    connect(delete_, &QAction::triggered, this, &CompareDock::askToDelete);
    connect(load_, &QAction::triggered, this, [this] { panel_->selection()->activate(panel_->selection()->selected().front()); });
    connect(panel_->selection(), &CompareSelection::activated, this,
            [this](int point) {
                if (point >= 0) {
                    points_->load(panel_->set().points[static_cast<std::size_t>(point)]);
                }
            });
    connect(panel_->selection(), &CompareSelection::changed, this, &CompareDock::showActions);
    connect(studies_, &QCheckBox::toggled, points_, &DesignPoints::showStudies);
    connect(points_, &DesignPoints::changed, this, &CompareDock::refresh);
    connect(points_, &DesignPoints::kept, this, [this](const QString& name) {
        if (auto* window = qobject_cast<QMainWindow*>(parentWidget())) {
            window->statusBar()->showMessage(tr("Kept as \"%1\"").arg(name), 4000);
        }
    });
    // Among tabs it would stay behind.
    connect(toggleViewAction(), &QAction::triggered, this, [this](bool on) {
        if (on) {
            raise();
        }
    });
    refresh();
}

QWidget* CompareDock::makeContent()
{
    auto* content = new QWidget;
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 2, 6, 2);
    bar->setSpacing(2);
    for (QAction* action : {keep_, load_, rename_, delete_}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    bar->addWidget(studies_);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(panel_, 1);
    return content;
}

void CompareDock::refresh()
{
    QString words = tr("No design point yet: Keep Design Point (%1) keeps the present plan; each finished run is kept by itself.")
                        .arg(keep_->shortcut().toString(QKeySequence::NativeText));
    if (points_->hasStudies() && !points_->showsStudies()) {
        words += QLatin1Char('\n') + tr("The project has studies: tick Studies to see their points.");
    }
    studies_->setEnabled(points_->hasStudies() || points_->showsStudies());
    panel_->setMessage(words);
    panel_->setSet(points_->set());
    showActions();
}

std::vector<std::int64_t> CompareDock::selectedIds() const
{
    std::vector<std::int64_t> ids;
    for (const int point : panel_->selection()->selected()) {
        ids.push_back(panel_->set().points[static_cast<std::size_t>(point)].id);
    }
    return ids;
}

void CompareDock::showActions()
{
    const std::vector<std::int64_t> ids = selectedIds();
    // Points of studies, which have no id, are the studies' to name and delete.
    const bool own = std::none_of(ids.begin(), ids.end(), [](std::int64_t id) { return id == 0; });
    keep_->setEnabled(session_->isOpen());
    load_->setEnabled(ids.size() == 1);
    rename_->setEnabled(own && ids.size() == 1);
    delete_->setEnabled(own && !ids.empty());
}

void CompareDock::askForName()
{
    const ComparePoint& point = panel_->set().points[static_cast<std::size_t>(panel_->selection()->selected().front())];
    auto* box = new QInputDialog(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Rename Design Point"));
    box->setLabelText(tr("Name"));
    box->setTextValue(point.name);
    connect(box, &QInputDialog::textValueSelected, this, [this, id = point.id](const QString& name) {
        if (!name.trimmed().isEmpty()) {
            points_->rename(id, name);
        }
    });
    box->open();
}

void CompareDock::askToDelete()
{
    const std::vector<std::int64_t> ids = selectedIds();
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete Design Points"),
                                tr("Delete %n design point(s)? This cannot be undone.", nullptr, static_cast<int>(ids.size())),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QAbstractButton* yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, ids, yes](const QAbstractButton* button) {
        if (button == yes) {
            points_->remove(ids);
        }
    });
    box->open();
}

}  // namespace mho
