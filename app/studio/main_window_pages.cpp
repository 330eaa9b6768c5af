// SPDX-License-Identifier: GPL-3.0-or-later
// Which page the window shows, and how a project is left for another or gets a place of its own.
#include "app/studio/commands.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/recent_files.h"
#include "app/studio/start_page.h"
#include "widgets/views/layer_table.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>

namespace mho {

bool MainWindow::showsProject() const
{
    return pages_->currentWidget() == table_;
}

void MainWindow::showStartPage()
{
    perspectives_->hideAll();
    pages_->setCurrentWidget(startPage_);
    hardwareBar_->hide();
    mainBar_->hide();
    statusBar()->hide();
    commands_->setProjectOpen(false);
    updateRunCommands();
    startPage_->setRecent(remember_ ? recentFiles() : QStringList());
    startPage_->findExamples();
}

void MainWindow::showProjectPage()
{
    if (showsProject()) {
        return;
    }
    pages_->setCurrentWidget(table_);
    table_->setFocus();
    statusBar()->show();
    commands_->setProjectOpen(true);
    perspectives_->back();
    arrangeOnce();
}

void MainWindow::arrangeOnce()
{
    if (!arranged_ && showsProject() && isVisible()) {
        arranged_ = true;
        QTimer::singleShot(0, this, &MainWindow::resetLayout);
    }
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    arrangeOnce();
}

bool MainWindow::mayStopRun()
{
    RunService* run = session_->runService();
    if (!run->running()) {
        return true;
    }
    const auto answer = QMessageBox::question(
        this, tr("Run in Progress"), tr("A run is going on. Stop it? Its last checkpoint is kept and the run can be resumed."),
        QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
    if (answer != QMessageBox::Yes) {
        return false;
    }
    run->askAndWait(Verdict::Abort);
    return true;
}

bool MainWindow::mayLeave()
{
    if (!mayStopRun()) {
        return false;
    }
    if (!session_->hasUnsavedEdits()) {
        return true;
    }
    const auto answer = QMessageBox::question(
        this, tr("Unsaved Changes"),
        tr("The example \"%1\" was changed. Save it as a project of its own?").arg(session_->exampleName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer != QMessageBox::Save) {
        return answer == QMessageBox::Discard;
    }
    const QString path = askForPlace(tr("Save Project As"));
    return !path.isEmpty() && session_->saveCopy(path);
}

QString MainWindow::askForPlace(const QString& title)
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString name = session_->exampleName().replace(QLatin1Char('/'), QLatin1Char('-'));
    const QString proposed = session_->isExample() ? documents.filePath(name + QStringLiteral(".mho")) : session_->path();
    const QString path = QFileDialog::getSaveFileName(this, title, proposed, tr("Mho projects (*.mho)"));
    return path == session_->path() ? QString() : path;
}

void MainWindow::saveAs()
{
    if (!session_->isOpen() || !mayStopRun()) {
        return;
    }
    const QString path = askForPlace(tr("Save Project As"));
    if (!path.isEmpty()) {
        session_->saveAs(path);
    }
}

void MainWindow::closeProject()
{
    if (mayLeave()) {
        session_->close();
        setWindowTitle(tr("Mho Studio"));
        showStartPage();
    }
}

void MainWindow::startRun(bool resume)
{
    inLastingFile([this, resume] { session_->startRun(resume); });
}

void MainWindow::inLastingFile(const std::function<void()>& act)
{
    if (!session_->isExample()) {
        act();
        return;
    }
    const QString path = askForPlace(tr("Save Project for the Run"));
    if (!path.isEmpty()) {
        session_->saveAs(path, act);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave()) {
        event->ignore();
        return;
    }
    session_->flush();
    if (remember_) {
        QSettings settings;
        settings.setValue(QStringLiteral("geometry"), saveGeometry());
        if (arranged_) {
            settings.setValue(QStringLiteral("perspectives"), perspectives_->save());
        }
    }
    event->accept();
}

}  // namespace mho
