// SPDX-License-Identifier: GPL-3.0-or-later
// Another language: the window makes all that it holds anew, on the same session. What the session does goes on untouched.
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/constraint_dock.h"
#include "app/studio/data_dock.h"
#include "app/studio/hardware_dock.h"
#include "app/studio/help_window.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/view_state.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"

#include <QDialog>
#include <QDockWidget>
#include <QEvent>
#include <QLayout>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>

namespace mho {

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && commands_ != nullptr && !rebuildAsked_) {
        // Later, because the event goes on to what is deleted then; several translators may be changed at once.
        rebuildAsked_ = true;
        QMetaObject::invokeMethod(this, &MainWindow::rebuild, Qt::QueuedConnection);
    }
}

void MainWindow::rebuild()
{
    if (dataDock_->isMeasuring()) {
        // The measurement would end with its panel.
        connect(dataDock_, &DataDock::measured, this, &MainWindow::rebuild, static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    rebuildAsked_ = false;
    rebuilding_ = true;
    setUpdatesEnabled(false);
    const bool project = showsProject();
    const QByteArray layouts = perspectives_->save();
    const ViewState controls(this);
    const int current = table_->currentLayer();
    const std::vector<int> selected = table_->selectedLayers();
    const std::optional<CrossbarAddress> opened = crossbars_->openedCrossbar();
    const std::optional<DataDock::Measurement> measurement = dataDock_->lastMeasurement();
    const auto drafts = constraintDock_->drafts();
    const auto draft = hardwareDock_->draft();
    const auto* help = findChild<HelpWindow*>();
    const QString page = help != nullptr && help->isVisible() ? help->page() : QString();
    const QVariantHash comparison = compareDock_->panel()->choices();
    const std::vector<int> points = compareDock_->panel()->selection()->selected();
    tearDown();

    setLocale(QLocale());
    build();
    for (QTabBar* tabs : findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) {
        tabs->setAccessibleName(tr("Panels"));
    }
    perspectives_->restore(layouts);
    if (!project) {
        showStartPage();
    } else {
        statusBar()->show();
        commands_->setProjectOpen(true);
        session_->tellAll();
        perspectives_->back();
        if (current >= 0) {
            table_->selectLayer(current);
        }
        for (const int layer : selected) {
            table_->selectionModel()->select(model_->index(model_->rowOf(layer), 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        constraintDock_->setDrafts(drafts);
        hardwareDock_->setDraft(draft);
        compareDock_->selectOnceRead(points);
        controls.restore(this);
        dataDock_->restore(measurement);
        if (opened) {
            crossbars_->openCrossbar(*opened);
        }
        compareDock_->panel()->setChoices(comparison);
        table_->fitColumns();  // headers are other words now
        table_->setFocus();
    }
    if (!page.isEmpty()) {
        showHelp(this, page);
    }
    setUpdatesEnabled(true);
    rebuilding_ = false;
}

void MainWindow::tearDown()
{
    disconnect(session_, nullptr, this, nullptr);
    disconnect(session_->runService(), nullptr, this, nullptr);
    for (QDialog* dialog : findChildren<QDialog*>(Qt::FindDirectChildrenOnly)) {
        delete dialog;
    }
    for (QDockWidget* dock : findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly)) {
        removeDockWidget(dock);
        delete dock;
    }
    for (QToolBar* bar : findChildren<QToolBar*>(Qt::FindDirectChildrenOnly)) {
        removeToolBar(bar);
        delete bar;
    }
    delete takeCentralWidget();
    QWidget* menus = menuBar();
    setMenuBar(nullptr);
    delete menus;
    QWidget* status = statusBar();
    setStatusBar(nullptr);
    delete status;
    // Menus that hang nowhere now, and what is no widget: commands, models, groups of actions.
    const QObjectList rest = children();
    for (QObject* child : rest) {
        const bool stays = child == session_ || qobject_cast<QLayout*>(child) != nullptr ||
                           (child->isWidgetType() && qobject_cast<QMenu*>(child) == nullptr);
        if (!stays && children().contains(child)) {
            delete child;
        }
    }
    preview_.reset();
}

}  // namespace mho
