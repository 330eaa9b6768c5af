// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/constraint_dock.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/main_window.h"
#include "app/studio/recent_files.h"
#include "app/studio/start_page.h"
#include "core/base/version.h"
#include "core/network/zoo.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/theme.h"
#include "widgets/views/crossbar_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

namespace mho {

void MainWindow::makeMenus()
{
    makeFileMenu();

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = session_->undoStack()->createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = session_->undoStack()->createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addAction(constraintDock_->editAction());

    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : {crossbarDock_, costDock_, histogramDock_, runDock_, maskDock_, adcDock_}) {
        view->addAction(dock->toggleViewAction());
        projectActions_.append(dock->toggleViewAction());
    }
    view->addAction(constraintDock_->toggleViewAction());
    addToolBar(hardwareBar_);
    view->addAction(hardwareBar_->toggleViewAction());
    view->addSeparator();
    projectActions_.append(hardwareBar_->toggleViewAction());
    projectActions_.append(view->addAction(tr("Reset Layout"), this, &MainWindow::resetLayout));
    QMenu* themes = view->addMenu(tr("Theme"));
    auto* group = new QActionGroup(this);
    const auto addTheme = [&](const QString& name, Theme theme, const QString& setting) {
        QAction* action = themes->addAction(name);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(QSettings().value(QStringLiteral("theme"), QStringLiteral("system")).toString() == setting);
        connect(action, &QAction::triggered, this, [theme, setting] {
            QSettings().setValue(QStringLiteral("theme"), setting);
            applyTheme(*qApp, theme);
        });
    };
    addTheme(tr("System"), Theme::System, QStringLiteral("system"));
    addTheme(tr("Light"), Theme::Light, QStringLiteral("light"));
    addTheme(tr("Dark"), Theme::Dark, QStringLiteral("dark"));

    makeRunMenu();

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("About Mho Studio"), this, [this] {
        QMessageBox::about(
            this, tr("About Mho Studio"),
            tr("<b>Mho Studio %1</b><p>Compresses neural networks for memristor crossbars and shows what every choice "
               "costs.</p><p>Free software under the GNU General Public License, version 3 or later.</p>")
                .arg(toQString(kVersion)));
    });
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addMenu(newNetworkMenu_);
    file->addMenu(newMenu_);
    connect(newNetworkMenu_, &QMenu::aboutToShow, this, &MainWindow::fillNewNetworkMenu);
    connect(newMenu_, &QMenu::aboutToShow, this, &MainWindow::fillNewMenu);
    file->addAction(tr("Open…"), QKeySequence::Open, this, &MainWindow::openFile);
    recentMenu_ = file->addMenu(tr("Open Recent"));
    connect(recentMenu_, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    QMenu* exampleMenu = file->addMenu(tr("Open Example"));
    exampleMenu->setToolTipsVisible(true);
    connect(startPage_, &StartPage::examplesShown, this, [this, exampleMenu] { fillExampleMenu(exampleMenu); });
    file->addSeparator();
    projectActions_.append(file->addAction(tr("Save As…"), QKeySequence::SaveAs, this, &MainWindow::saveAs));
    projectActions_.append(
        file->addAction(tr("Export Crossbar Figure…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &MainWindow::exportFigureAs));
    file->addSeparator();
    file->addAction(tr("Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::makeRunMenu()
{
    QMenu* run = menuBar()->addMenu(tr("&Run"));
    startAction_ = run->addAction(tr("Start"), QKeySequence(Qt::Key_F5), this, &MainWindow::start);
    keepAction_ = run->addAction(tr("Stop and Keep"), this, [this] { session_->endRun(Verdict::StopAndKeep); });
    cancelAction_ = run->addAction(tr("Cancel"), this, [this] { session_->endRun(Verdict::Abort); });
    run->addSeparator();
    run->addAction(tr("Start Anew"), this, [this] {
        const bool sure =
            !session_->resumable() ||
            QMessageBox::question(this, tr("Start Anew"), tr("The checkpoint of the unfinished run is dropped. Start anew?")) ==
                QMessageBox::Yes;
        if (sure && !session_->runService()->running()) {
            startRun(false);
        }
    });
    run->addAction(tr("Data Folder…"), this, [this] {
        if (session_->isOpen()) {
            const QString folder =
                QFileDialog::getExistingDirectory(this, tr("Folder of the Data Set"), session_->dataFolder());
            if (!folder.isEmpty()) {
                session_->setDataFolder(folder);
            }
        }
    });
    for (QAction* action : {startAction_, keepAction_, cancelAction_}) {
        action->setEnabled(false);
    }
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
        action->setToolTip(toQString(entry.description));
    }
}

void MainWindow::fillExampleMenu(QMenu* menu)
{
    menu->clear();
    for (const Example& example : startPage_->examples()) {
        QAction* action = menu->addAction(example.name, this, [this, example] {
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
        recentMenu_->addAction(path, this, [this, path] {
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
    return mayLeave() ? QFileDialog::getSaveFileName(this, tr("New Project"), name + QStringLiteral(".mho"),
                                                     tr("Mho projects (*.mho)"))
                      : QString();
}

void MainWindow::openFile()
{
    if (!mayLeave()) {
        return;
    }
    const QString path = QFileDialog::getOpenFileName(this, tr("Open Project"), {}, tr("Mho projects (*.mho)"));
    if (!path.isEmpty()) {
        session_->open(path);
    }
}

void MainWindow::exportFigureAs()
{
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
