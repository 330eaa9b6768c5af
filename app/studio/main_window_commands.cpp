// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's commands do.
#include "app/studio/about_dialog.h"
#include "app/studio/budget_dialog.h"
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/constraint_dock.h"
#include "app/studio/data_dock.h"
#include "app/studio/design_points.h"
#include "app/studio/dialog_help.h"
#include "app/studio/edit_words.h"
#include "app/studio/export_dialog.h"
#include "app/studio/help_window.h"
#include "app/studio/journal_dock.h"
#include "app/studio/language.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/report_dialog.h"
#include "app/studio/revert_dialog.h"
#include "app/studio/stages_dock.h"
#include "widgets/theme/theme.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/mask_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QToolBar>
#include <QWhatsThis>

namespace mho {

void MainWindow::bindCommands()
{
    const auto bind = [this](const char* id, auto slot) { return commands_->bind(QString::fromLatin1(id), this, slot); };
    bind("file.open", &MainWindow::openFile);
    bind("file.new-from-file", &MainWindow::chooseNetworkFile);
    bind("file.new-from-folder", &MainWindow::chooseArrayFolder);
    bind("file.save-as", &MainWindow::saveAs);
    bind("file.revert", [this] { showRevertDialog(session_, this); });
    bind("file.export-figure", &MainWindow::exportFigureAs);
    bind("file.export-network", [this] { showExportDialog(session_, table_->currentLayer(), crossbars_->openedCrossbar(), this); });
    bind("file.export-report", [this] { showReportDialog(session_, compareDock_->points()->points(), this); });
    bind("file.close", &MainWindow::closeProject);
    bind("file.quit", &QWidget::close);

    QUndoStack* stack = session_->undoStack();
    QAction* undo = bind("edit.undo", [stack] { stack->undo(); });
    QAction* redo = bind("edit.redo", [stack] { stack->redo(); });
    connect(stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    const auto nameUndo = [undo](const QString& edit) {
        undo->setText(edit.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(editText(edit)));
    };
    const auto nameRedo = [redo](const QString& edit) {
        redo->setText(edit.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(editText(edit)));
    };
    connect(stack, &QUndoStack::undoTextChanged, undo, nameUndo);
    connect(stack, &QUndoStack::redoTextChanged, redo, nameRedo);
    nameUndo(stack->undoText());
    nameRedo(stack->redoText());
    undo->setEnabled(stack->canUndo());
    redo->setEnabled(stack->canRedo());

    bind("edit.constraints", [this] { constraintDock_->edit(); });
    connect(table_, &LayerTable::constraintsAsked, commands_->action(QStringLiteral("edit.constraints")), &QAction::trigger);
    QAction* lock = bind("edit.lock", [this] { table_->lockSelected(); });
    lock->setShortcutContext(Qt::WidgetShortcut);  // a letter, which other fields take as such
    bind("edit.budget", [this] { showBudgetDialog(session_, model_, this); });
    QAction* sort = bind("view.sort-layers", [this] { table_->sortByCurrentColumn(); });
    sort->setShortcutContext(Qt::WidgetShortcut);
    table_->insertActions(table_->columnsAction(), {commands_->action(QStringLiteral("edit.constraints")), lock, sort});

    bind("edit.copy-commands", [this] { journalDock_->copy(); });
    const auto crossbars = [this] {
        auto* dock = findChild<QDockWidget*>(QStringLiteral("crossbars"));
        dock->show();
        dock->raise();
        return crossbars_;
    };
    bind("view.whole-network", [crossbars] { crossbars()->showNetwork(!crossbars()->showsNetwork()); });
    bind("view.compare-dense", [crossbars] { crossbars()->setCompare(!crossbars()->compares()); });

    auto* group = new QActionGroup(this);
    for (const PanelLayout& layout : panelLayouts()) {
        QAction* action = commands_->bind(layout.id, this, [this, id = layout.id] { perspectives_->show(id); });
        action->setCheckable(true);
        action->setActionGroup(group);
    }
    connect(perspectives_, &Perspectives::changed, this, [this](const QString& id) { commands_->action(id)->setChecked(true); });
    bind("view.reset-layout", &MainWindow::resetLayout);
    bindRunCommands();
    bindLookCommands();
    bind("help.contents", [this] { showHelp(this, showsProject() ? helpPageOf(focusWidget()) : QStringLiteral("start")); });
    bind("help.palette", &MainWindow::showCommandPalette);
    bind("help.shortcuts", &MainWindow::showShortcuts);
    bind("help.whats-this", [] { QWhatsThis::enterWhatsThisMode(); });
    bind("help.about", [this] { showAboutDialog(this); });
}

void MainWindow::bindRunCommands()
{
    const auto bind = [this](const char* id, auto slot) { return commands_->bind(QString::fromLatin1(id), this, slot); };
    bind("run.start", &MainWindow::start);
    bind("run.keep", [this] { session_->endRun(Verdict::StopAndKeep); });
    QAction* pause = commands_->action(QStringLiteral("run.pause"));
    pause->setCheckable(true);
    connect(pause, &QAction::toggled, session_->runService(), &RunService::setPaused);
    bind("run.queue", [this] {
        if (!refusesRun(session_->startProblems())) {
            inLastingFile([this] { session_->queueRun(); });
        }
    });
    bind("run.start-queued", [this] {
        if (!refusesRun(session_->queuedProblems())) {
            inLastingFile([this] { session_->startQueued(); });
        }
    });
    bind("run.cancel", [this] { session_->endRun(Verdict::Abort); });
    bind("run.anew", [this] {
        if (refusesRun(session_->startProblems())) {
            return;
        }
        const HelpTopic topic(this, QStringLiteral("run"));
        const bool sure =
            !session_->resumable() ||
            QMessageBox::question(this, tr("Start Anew"), tr("The checkpoint of the unfinished run is dropped. Start anew?")) ==
                QMessageBox::Yes;
        if (sure) {
            startRun(false);
        }
    });
    bind("run.stages", [this] {
        stagesDock_->show();
        stagesDock_->raise();
        stagesDock_->widget()->setFocus();
    });
    bind("run.evaluate", [this] { dataDock_->evaluateSoon(); });
    bind("run.data-folder", [this] {
        const HelpTopic topic(this, QStringLiteral("data"));
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the Data Set"), session_->dataFolder());
        if (!folder.isEmpty()) {
            session_->setDataFolder(folder);
        }
    });
}

void MainWindow::bindLookCommands()
{
    // One of each group holds, and the settings keep which.
    const auto bindChoice = [this](const QString& setting, std::initializer_list<const char*> values, const auto& apply) {
        auto* group = new QActionGroup(this);
        const QString stored = remember_ ? QSettings().value(setting).toString() : QString();
        for (const char* value : values) {
            const QString name = QString::fromLatin1(value);
            QAction* action = commands_->bind(QStringLiteral("view.%1-%2").arg(setting, name), this, [this, setting, name, apply] {
                if (remember_) {
                    QSettings().setValue(setting, name);
                }
                apply(name);
            });
            action->setCheckable(true);
            action->setActionGroup(group);
            action->setChecked(name == stored || group->checkedAction() == nullptr);
        }
    };
    bindChoice(QStringLiteral("theme"), {"system", "light", "dark"}, [](const QString& name) { applyTheme(*qApp, themeOf(name)); });
    bindChoice(QStringLiteral("language"), {"system", "en", "de", "zh_CN"}, [](const QString& name) { applyLanguage(languageOf(name)); });
    const auto applyColours = [this](const QString& name) {
        const ColourMap colours = name == QLatin1String("cividis") ? ColourMap::Cividis : ColourMap::Viridis;
        crossbars_->setColourMap(colours);
        masks_->setColourMap(colours);
    };
    bindChoice(QStringLiteral("colours"), {"viridis", "cividis"}, applyColours);
    if (remember_) {
        applyColours(QSettings().value(QStringLiteral("colours")).toString());
    }
}

void MainWindow::updateRunCommands()
{
    const bool running = session_->runService()->running();
    const bool idle = session_->isOpen() && !running;
    for (const char* id : {"run.start", "run.anew"}) {
        commands_->action(QString::fromLatin1(id))->setEnabled(idle);
    }
    for (const char* id : {"run.keep", "run.cancel", "run.pause"}) {
        commands_->action(QString::fromLatin1(id))->setEnabled(running);
    }
    commands_->action(QStringLiteral("run.queue"))->setEnabled(session_->isOpen());
    commands_->action(QStringLiteral("run.pause"))->setChecked(session_->runService()->paused());
}

void MainWindow::adoptPanels()
{
    for (const PanelCommand& panel : panelCommands()) {
        const QString name = QString::fromLatin1(panel.panel);
        const auto* dock = findChild<QDockWidget*>(name);
        commands_->adopt(panel.info, dock != nullptr ? dock->toggleViewAction() : findChild<QToolBar*>(name)->toggleViewAction());
    }
}

}  // namespace mho
