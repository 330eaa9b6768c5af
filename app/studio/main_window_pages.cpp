// SPDX-License-Identifier: GPL-3.0-or-later
// Which page the window shows, and how a project is left for another or gets a place of its own.
#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/dialog_help.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/help_window.h"
#include "app/studio/last_look.h"
#include "app/studio/main_window.h"
#include "app/studio/perspectives.h"
#include "app/studio/project_place.h"
#include "app/studio/recent_files.h"
#include "app/studio/start_page.h"
#include "widgets/bridge/network_files.h"
#include "widgets/theme/theme.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/figure_menu.h"
#include "widgets/views/layer_table.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QEventLoop>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressDialog>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QTimer>
#include <QToolBar>
#include <QUrl>

namespace mho {
namespace {

bool isProjectFile(const QString& path)
{
    return path.endsWith(QLatin1StringView(".mho"), Qt::CaseInsensitive);
}

/// The project or network that is dragged over the window; empty = something else.
QString draggedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    return isProjectFile(path) || isNetworkPath(path) ? path : QString();
}

}  // namespace

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
    startPage_->setRecent(remember_ ? recentFiles() : QStringList(), remember_ ? unfinishedRuns() : QStringList());
    startPage_->findExamples(remember_);
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
    const HelpTopic topic(this, QStringLiteral("run"));
    const auto answer = QMessageBox::question(
        this, tr("Run in Progress"), tr("A run is going on. Stop it? Its last checkpoint is kept and the run can be resumed."),
        QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
    if (answer != QMessageBox::Yes) {
        return false;
    }
    stopRun(*run);
    return true;
}

/// Returns when it has ended. A step of a large network takes seconds: the window goes on being drawn.
void MainWindow::stopRun(RunService& run)
{
    QProgressDialog wait(tr("The run ends after the present step; its checkpoint is kept."), {}, 0, 0, this);
    wait.setWindowTitle(tr("Run in Progress"));
    wait.setWindowModality(Qt::WindowModal);
    wait.setMinimumDuration(0);
    wait.show();
    QEventLoop loop;
    connect(&run, &RunService::ended, &loop, &QEventLoop::quit);
    run.ask(Verdict::Abort);
    while (run.running()) {
        loop.exec();
    }
}

bool MainWindow::mayLeave()
{
    if (!mayStopRun()) {
        return false;
    }
    if (!session_->hasUnsavedEdits()) {
        return true;
    }
    session_->writeAgain();
    if (!session_->hasUnsavedEdits()) {
        return true;
    }
    const HelpTopic topic(this, QStringLiteral("start"));
    const QString problem = session_->writeProblem();
    const QString question =
        !problem.isEmpty() ? tr("The last edits are not on disk. Save the project as another file?\n\n%1").arg(problem)
        : !session_->readOnlyPath().isEmpty()
            ? tr("\"%1\" may not be written where it lies, and was changed. Save it as another file?").arg(session_->copyName())
            : tr("The example \"%1\" was changed. Save it as a project of its own?").arg(session_->copyName());
    const auto answer = QMessageBox::question(
        this, tr("Unsaved Changes"), question,
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer != QMessageBox::Save) {
        return answer == QMessageBox::Discard;
    }
    const QString path = askForPlace(tr("Save Project As"));
    return !path.isEmpty() && session_->saveCopy(path);
}

QString MainWindow::askForPlace(const QString& title)
{
    const HelpTopic topic(this, QStringLiteral("start"));
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString proposed =
        session_->isCopy() ? documents.filePath(session_->fileName() + QStringLiteral(".mho")) : session_->path();
    return askForProjectPlace(*this, title, proposed);
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

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

bool MainWindow::event(QEvent* event)
{
    // The desktop has become light or dark.
    if (event->type() == QEvent::ThemeChange && appliedTheme() == Theme::System) {
        applyTheme(*qApp, Theme::System);
    }
    if (event->type() == FigureSaved::kind()) {
        const auto& saved = *static_cast<FigureSaved*>(event);
        QStringList words;
        if (!saved.command().isEmpty()) {
            words = QStringList{QStringLiteral("figure"), saved.command().front(), QString()} << saved.command().mid(1) << QStringLiteral("--out") << saved.path();
        }
        if (session_->isOpen()) {
            session_->noteAct(QString::fromLatin1(kFigureCommand), words);
        }
        event->accept();
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    // Qt makes the tabs of docks when it needs them, without a name.
    if (auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr) {
        tabs->setAccessibleName(tr("Panels"));
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = draggedFile(*event->mimeData());
    if (path.isEmpty()) {
        return;
    }
    event->acceptProposedAction();
    // The question what is to become of the present project must not hold up the program that the file comes from.
    QMetaObject::invokeMethod(this, [this, path] { openPath(path); }, Qt::QueuedConnection);
}

void MainWindow::openPath(const QString& path)
{
    if (!isProjectFile(path) && isNetworkPath(path)) {
        newFromFile(path);
    } else if (mayLeave()) {
        session_->open(path);
    }
}

void MainWindow::showWriteProblem(const QString& problem)
{
    showNotice();
    if (problem.isEmpty()) {
        if (writeBox_ != nullptr) {
            writeBox_->close();
        }
        return;
    }
    const QString text = tr("Edits cannot be written. They are kept in the window; File ▸ Save As writes them to another file.\n\n%1").arg(problem);
    if (writeBox_ != nullptr) {
        writeBox_->setText(text);
        return;
    }
    writeBox_ = new QMessageBox(QMessageBox::Warning, tr("Mho Studio"), text, QMessageBox::Ok, this);
    writeBox_->setAttribute(Qt::WA_DeleteOnClose);
    setHelpPage(writeBox_, QStringLiteral("start"));
    // The window stays usable: the present edit may be one of many of a drag.
    writeBox_->setModal(false);
    writeBox_->show();
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
    if (refusesRun(resume ? session_->resumeProblems() : session_->startProblems())) {
        return;
    }
    inLastingFile([this, resume] { session_->startRun(resume); });
}

bool MainWindow::refusesRun(const QStringList& problems)
{
    if (problems.isEmpty()) {
        return false;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("The Run Cannot Start"),
                                tr("Mend this first:") + QStringLiteral("\n\n• ") + problems.join(QStringLiteral("\n• ")),
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    setHelpPage(box, QStringLiteral("run"));
    box->open();
    return true;
}

void MainWindow::inLastingFile(const std::function<void()>& act)
{
    if (!session_->isCopy()) {
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
            for (const QDockWidget* panel : viewPanels()) {
                keepChoices(*panel);
            }
            settings.setValue(kCompareChoices, compareDock_->panel()->choices());
        }
    }
    event->accept();
}

}  // namespace mho
