// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/constraint_dock.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/main_window.h"
#include "app/studio/recent_files.h"
#include "core/base/version.h"
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
    for (QDockWidget* dock : {crossbarDock_, costDock_, histogramDock_, runDock_}) {
        view->addAction(dock->toggleViewAction());
    }
    view->addAction(constraintDock_->toggleViewAction());
    addToolBar(hardwareBar_);
    view->addAction(hardwareBar_->toggleViewAction());
    view->addSeparator();
    view->addAction(tr("Reset Layout"), this, &MainWindow::resetLayout);
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
    newMenu_ = file->addMenu(tr("New from Recipe"));
    connect(newMenu_, &QMenu::aboutToShow, this, &MainWindow::fillNewMenu);
    file->addAction(tr("Open…"), QKeySequence::Open, this, &MainWindow::openFile);
    recentMenu_ = file->addMenu(tr("Open Recent"));
    connect(recentMenu_, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addAction(tr("Open Example"), this, [this] {
        if (mayLeave()) {
            session_->openExample();
        }
    });
    file->addSeparator();
    file->addAction(tr("Save As…"), QKeySequence::SaveAs, this, &MainWindow::saveAs);
    file->addAction(tr("Export Crossbar Figure…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &MainWindow::exportFigureAs);
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
            session_->startRun(false);
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
    session_->startRun(session_->resumable());
}

void MainWindow::fillNewMenu()
{
    newMenu_->clear();
    for (const std::string& recipe : recipeNames()) {
        newMenu_->addAction(toQString(recipe), this, [this, name = toQString(recipe)] { newFrom(name); });
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

void MainWindow::newFrom(const QString& recipe)
{
    if (!mayLeave()) {
        return;
    }
    const QString path =
        QFileDialog::getSaveFileName(this, tr("New Project"), recipe + QStringLiteral(".mho"), tr("Mho projects (*.mho)"));
    if (!path.isEmpty()) {
        session_->create(path, recipe);
    }
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

void MainWindow::saveAs()
{
    if (!session_->isOpen() || !mayLeave()) {
        return;
    }
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save Project As"), session_->path(), tr("Mho projects (*.mho)"));
    if (!path.isEmpty() && path != session_->path()) {
        session_->saveAs(path);
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
