// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/compare_dock.h"

#include "app/studio/design_points.h"
#include "widgets/views/compare_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace mho {

CompareDock::CompareDock(Session* session, const Actions& actions, QWidget* parent)
    : QDockWidget(tr("Compare"), parent),
      points_(new DesignPoints(session, this)),
      panel_(new ComparePanel),
      actions_(actions),
      studies_(new QCheckBox(tr("Studies")))
{
    setObjectName(QStringLiteral("compare"));
    studies_->setToolTip(tr("Shows the points of the studies that were collected into the project beside"));
    setWidget(makeContent());
    connect(actions_.keep, &QAction::triggered, points_, &DesignPoints::keep);
    connect(actions_.keep, &QAction::changed, this, &CompareDock::showWords);
    connect(actions_.rename, &QAction::triggered, this, &CompareDock::askForName);
    connect(actions_.remove, &QAction::triggered, this, [this] { points_->remove(selectedIds()); });
    connect(actions_.load, &QAction::triggered, this, [this] { panel_->selection()->activate(panel_->selection()->selected().front()); });
    connect(panel_->selection(), &CompareSelection::activated, this,
            [this](int point) {
                if (point >= 0) {
                    points_->load(panel_->set().points[static_cast<std::size_t>(point)]);
                }
            });
    connect(panel_->selection(), &CompareSelection::changed, this, &CompareDock::showActions);
    connect(studies_, &QCheckBox::toggled, points_, &DesignPoints::showStudies);
    connect(points_, &DesignPoints::changed, this, &CompareDock::refresh);
    connect(session, &Session::designChanged, this, &CompareDock::showPresent);
    connect(points_, &DesignPoints::kept, this, [this](const QString& name) { say(tr("Kept as \"%1\"").arg(name)); });
    connect(session, &Session::pointsDeleted, this, [this](int count) {
        const QKeySequence key = actions_.undo->shortcut();
        const QString undo = key.isEmpty() ? tr("Edit ▸ Undo") : key.toString(QKeySequence::NativeText);
        say(tr("%n design point(s) deleted; %1 brings them back", nullptr, count).arg(undo));
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
    const auto add = [&](const QString& text, QAction* action) {
        auto* button = new QToolButton;
        button->setText(text);
        button->setAccessibleName(text);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        bar->addWidget(button);
    };
    add(tr("Keep Design Point"), actions_.keep);
    add(tr("Load"), actions_.load);
    add(tr("Rename…"), actions_.rename);
    add(tr("Delete"), actions_.remove);
    bar->addStretch(1);
    bar->addWidget(studies_);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(panel_, 1);
    return content;
}

void CompareDock::showWords()
{
    QString words = tr("No design point yet: Keep Design Point (%1) keeps the present plan; each finished run is kept by itself.")
                        .arg(actions_.keep->shortcut().toString(QKeySequence::NativeText));
    if (points_->hasStudies() && !points_->showsStudies()) {
        words += QLatin1Char('\n') + tr("The project has studies: tick Studies to see their points.");
    }
    panel_->setMessage(words);
}

void CompareDock::showPresent()
{
    panel_->setPresent(points_->presentIn(panel_->set()));
}

void CompareDock::refresh()
{
    studies_->setEnabled(points_->hasStudies() || points_->showsStudies());
    showWords();
    panel_->setSet(points_->set());
    showPresent();
    if (!selectNext_.empty() && static_cast<std::size_t>(selectNext_.back()) < panel_->set().points.size()) {
        panel_->selection()->select(std::exchange(selectNext_, {}));
    }
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
    actions_.load->setEnabled(ids.size() == 1);
    actions_.rename->setEnabled(own && ids.size() == 1);
    actions_.remove->setEnabled(own && !ids.empty());
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

void CompareDock::say(const QString& text)
{
    if (auto* window = qobject_cast<QMainWindow*>(parentWidget())) {
        window->statusBar()->showMessage(text, 6000);
    }
}

}  // namespace mho
