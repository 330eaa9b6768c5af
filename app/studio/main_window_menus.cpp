// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/command_palette.h"
#include "app/studio/commands.h"
#include "app/studio/dialog_help.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/hardware_dock.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/project_place.h"
#include "app/studio/recent_files.h"
#include "app/studio/shortcut_editor.h"
#include "app/studio/start_page.h"
#include "core/network/zoo.h"
#include "widgets/bridge/network_files.h"
#include "widgets/bridge/text.h"
#include "widgets/views/crossbar_view.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>
#include <QToolButton>

namespace mho {

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            if (*id == '-') {
                menu->addSeparator();
            } else {
                menu->addAction(commands_->action(QString::fromLatin1(id)));
            }
        }
    };
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addMenu(newNetworkMenu_);
    file->addMenu(newMenu_);
    connect(newNetworkMenu_, &QMenu::aboutToShow, this, &MainWindow::fillNewNetworkMenu);
    connect(newMenu_, &QMenu::aboutToShow, this, &MainWindow::fillNewMenu);
    add(file, {"file.new-from-file", "file.new-from-folder", "file.open"});
    recentMenu_ = file->addMenu(tr("Open Recent"));
    connect(recentMenu_, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    exampleMenu_ = file->addMenu(tr("Open Example"));
    exampleMenu_->setToolTipsVisible(true);
    connect(startPage_, &StartPage::examplesShown, this, &MainWindow::fillExampleMenu);
    add(file, {"-", "file.save-as", "file.revert", "file.export-figure", "file.export-network", "file.export-report", "-", "file.close", "file.quit"});

    add(menuBar()->addMenu(tr("&Edit")), {"edit.undo", "edit.redo", "-", "edit.constraints", "edit.lock", "edit.budget", "-",
                                          "edit.keep-point", "edit.load-point", "edit.rename-point", "edit.delete-point", "-",
                                          "edit.copy-commands"});

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (const PanelLayout& layout : panelLayouts()) {
        view->addAction(commands_->action(layout.id));
    }
    add(view, {"view.reset-layout", "view.sort-layers", "view.whole-network", "view.compare-dense", "-"});
    for (const Commands::Entry& entry : commands_->entries()) {
        if (QLatin1StringView(entry.info.id).startsWith(QLatin1StringView("view.panel-"))) {
            view->addAction(entry.action);
        }
    }
    add(view, {"-", "view.bar-hardware"});
    add(view->addMenu(tr("Theme")), {"view.theme-system", "view.theme-light", "view.theme-dark"});
    add(view->addMenu(tr("Colours")), {"view.colours-viridis", "view.colours-cividis"});
    add(view->addMenu(tr("Language")), {"view.language-system", "view.language-en", "view.language-de", "view.language-zh_CN"});

    add(menuBar()->addMenu(tr("&Run")), {"run.start", "run.pause", "run.keep", "run.cancel", "-", "run.anew", "run.queue", "run.start-queued", "run.drop-queued", "-", "run.stages", "run.evaluate", "run.data-folder"});
    add(menuBar()->addMenu(tr("&Help")), {"help.contents", "help.whats-this", "-", "help.palette", "help.shortcuts", "-", "help.about"});
}

void MainWindow::makeBars()
{
    mainBar_ = new QToolBar(tr("Commands"), this);
    mainBar_->setObjectName(QStringLiteral("mainBar"));
    mainBar_->setIconSize({18, 18});
    for (const char* id : {"file.open", "edit.undo", "edit.redo", "-", "run.start", "run.keep", "run.cancel", "-", "help.palette"}) {
        if (*id == '-') {
            mainBar_->addSeparator();
        } else {
            mainBar_->addAction(commands_->action(QString::fromLatin1(id)));
        }
    }
    addToolBar(mainBar_);
    addToolBar(hardwareBar_);
    // In the corner of the menu bar the perspectives take no height.
    auto* choice = new QWidget;
    choice->setAccessibleName(tr("Perspectives"));
    auto* line = new QHBoxLayout(choice);
    line->setContentsMargins(0, 0, 4, 0);
    line->setSpacing(2);
    for (const PanelLayout& layout : panelLayouts()) {
        auto* button = new QToolButton;
        button->setDefaultAction(commands_->action(layout.id));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setAutoRaise(true);
        button->setMaximumHeight(menuBar()->sizeHint().height());
        line->addWidget(button);
    }
    menuBar()->setCornerWidget(choice, Qt::TopRightCorner);
}

void MainWindow::showCommandPalette()
{
    fillNewNetworkMenu();
    fillNewMenu();
    fillRecentMenu();
    auto* palette = new CommandPalette(*commands_, {newNetworkMenu_, newMenu_, recentMenu_, exampleMenu_}, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->show();
}

void MainWindow::showShortcuts()
{
    auto* editor = new ShortcutEditor(*commands_, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

void MainWindow::start()
{
    startRun(session_->resumable());
}

void MainWindow::fillNewMenu()
{
    newMenu_->clear();
    for (const std::string& recipe : recipeNames()) {
        newMenu_->addAction(toQString(recipe), this, [this, name = toQString(recipe)] {
            if (const QString path = askForNewPlace(name); !path.isEmpty()) {
                session_->create(path, name);
            }
        });
    }
}

void MainWindow::fillNewNetworkMenu()
{
    newNetworkMenu_->clear();
    newNetworkMenu_->setToolTipsVisible(true);
    for (const ZooEntry& entry : zoo()) {
        const QString name = toQString(entry.name);
        QAction* action = newNetworkMenu_->addAction(name, this, [this, name] {
            if (const QString path = askForNewPlace(name); !path.isEmpty()) {
                session_->createForNetwork(path, name);
            }
        });
        action->setToolTip(coreText(entry.description));
    }
    newNetworkMenu_->addSeparator();
    newNetworkMenu_->addAction(commands_->action(QStringLiteral("file.new-from-file")));
    newNetworkMenu_->addAction(commands_->action(QStringLiteral("file.new-from-folder")));
}

void MainWindow::chooseNetworkFile()
{
    const HelpTopic topic(this, QStringLiteral("start"));
    const QString file =
        QFileDialog::getOpenFileName(this, tr("New from Network File"), {},
                                     tr("Trained networks (%1)").arg(kNetworkFiles) + QStringLiteral(";;") + tr("All files (*)"));
    if (!file.isEmpty()) {
        newFromFile(file);
    }
}

void MainWindow::chooseArrayFolder()
{
    const HelpTopic topic(this, QStringLiteral("start"));
    const QString folder = QFileDialog::getExistingDirectory(this, tr("New from Folder of Arrays"));
    if (!folder.isEmpty()) {
        newFromFile(folder);
    }
}

void MainWindow::newFromFile(const QString& file)
{
    if (const QString path = askForNewPlace(QFileInfo(file).completeBaseName()); !path.isEmpty()) {
        session_->createFromFile(path, file);
    }
}

void MainWindow::fillExampleMenu()
{
    exampleMenu_->clear();
    for (const Example& example : startPage_->examples()) {
        QAction* action = exampleMenu_->addAction(example.name, this, [this, example] {
            if (mayLeave()) {
                session_->openExample(example);
            }
        });
        action->setToolTip(example.problem.isEmpty() ? example.description : example.problem);
        action->setEnabled(example.problem.isEmpty());
    }
}

void MainWindow::fillRecentMenu()
{
    recentMenu_->clear();
    for (const QString& path : recentFiles()) {
        // An ampersand of the path is no key.
        recentMenu_->addAction(QString(path).replace(QLatin1Char('&'), QStringLiteral("&&")), this, [this, path] {
            if (mayLeave()) {
                session_->open(path);
            }
        });
    }
    recentMenu_->setEnabled(true);
    if (recentMenu_->isEmpty()) {
        recentMenu_->addAction(tr("No projects yet"))->setEnabled(false);
    }
}

QString MainWindow::askForNewPlace(const QString& name)
{
    const HelpTopic topic(this, QStringLiteral("start"));
    return mayLeave() ? askForProjectPlace(*this, tr("New Project"), name + QStringLiteral(".mho")) : QString();
}

void MainWindow::openFile()
{
    if (!mayLeave()) {
        return;
    }
    const HelpTopic topic(this, QStringLiteral("start"));
    const QString path = QFileDialog::getOpenFileName(this, tr("Open Project"), {}, tr("Mho projects (*.mho)"));
    if (!path.isEmpty()) {
        session_->open(path);
    }
}

void MainWindow::exportFigureAs()
{
    const HelpTopic topic(this, QStringLiteral("crossbars"));
    const QString path = QFileDialog::getSaveFileName(this, tr("Export Figure"), QStringLiteral("crossbar.svg"),
                                                      tr("Figures (*.svg *.pdf *.png)"));
    if (path.isEmpty()) {
        return;
    }
    try {
        crossbars_->exportTo(path);
    } catch (const Error& error) {
        showFailure(errorText(error));
    }
}

}  // namespace mho
