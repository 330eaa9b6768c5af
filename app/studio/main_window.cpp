// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/main_window.h"

#include "app/studio/commands.h"
#include "app/studio/compare_dock.h"
#include "app/studio/constraint_dock.h"
#include "app/studio/data_dock.h"
#include "app/studio/dialog_help.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/hardware_dock.h"
#include "app/studio/help_window.h"
#include "app/studio/journal_dock.h"
#include "app/studio/last_look.h"
#include "app/studio/layer_dock.h"
#include "app/studio/layer_edits.h"
#include "app/studio/perspectives.h"
#include "app/studio/recent_files.h"
#include "app/studio/run_dock.h"
#include "app/studio/stages_dock.h"
#include "app/studio/start_page.h"
#include "app/studio/totals_bar.h"
#include "app/studio/whats_this.h"
#include "widgets/bridge/text.h"
#include "widgets/theme/icons.h"
#include "widgets/views/accessible_figures.h"
#include "widgets/views/adc_view.h"
#include "widgets/views/compare_panel.h"
#include "widgets/views/compare_table.h"
#include "widgets/views/cost_view.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/histogram_view.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/mask_view.h"
#include "widgets/views/parallel_view.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include <utility>

namespace mho {

MainWindow::MainWindow(bool remember, QWidget* parent) : QMainWindow(parent), remember_(remember), session_(new Session(this))
{
    tellRolesOfFigures();
    setWindowIcon(programIcon());
    setDockNestingEnabled(true);
    setAcceptDrops(true);
    build();
    resize(1280, 800);
    if (remember_) {
        const QSettings settings;
        restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
        arranged_ = perspectives_->restore(settings.value(QStringLiteral("perspectives")).toByteArray());
        for (QDockWidget* panel : viewPanels()) {
            restoreChoices(*panel);
        }
        compareDock_->panel()->setChoices(settings.value(kCompareChoices).toHash());
    }
    showStartPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setWindowTitle(tr("Mho Studio"));
    commands_ = new Commands(remember_, this);
    perspectives_ = new Perspectives(this, [this] { return heightOfRows(); });
    model_ = new LayerTableModel(this);
    newNetworkMenu_ = new QMenu(tr("New from Network"), this);
    newMenu_ = new QMenu(tr("New from Recipe"), this);
    pages_ = new QStackedWidget;
    startPage_ = new StartPage(newNetworkMenu_, newMenu_);
    table_ = new LayerTable(model_);
    crossbars_ = new CrossbarView;
    histogram_ = new HistogramView;
    cost_ = new CostView;
    hardwareBar_ = new HardwareBar(this);
    totals_ = new TotalsBar;
    notice_ = new QLabel;
    setCentralWidget(pages_);
    pages_->setMinimumHeight(110);
    pages_->addWidget(startPage_);
    pages_->addWidget(table_);
    pages_->setCurrentWidget(table_);
    makeDocks();
    bindCommands();
    adoptPanels();
    makeMenus();
    makeBars();
    statusBar()->setSizeGripEnabled(false);
    notice_->setContentsMargins(6, 0, 6, 0);
    notice_->setForegroundRole(QPalette::PlaceholderText);
    statusBar()->addWidget(notice_);
    statusBar()->addPermanentWidget(totals_, 1);
    connectSession();
    new WhatsThis(this);
    new DialogHelp(this, [this] { return showsProject() ? helpPageOf(focusWidget()) : QStringLiteral("start"); });
}

void MainWindow::makeDocks()
{
    const auto add = [this](const QString& title, const QString& name, QWidget* content) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setWidget(content);
        perspectives_->add(dock);
    };
    add(tr("Crossbars"), QStringLiteral("crossbars"), crossbars_);
    add(tr("Conductances"), QStringLiteral("conductances"), histogram_);
    add(tr("Cost"), QStringLiteral("cost"), cost_);
    perspectives_->add(new RunDock(session_, *commands_, this));
    constraintDock_ = new ConstraintDock(session_, table_, model_, this);
    const auto action = [this](const char* id) { return commands_->action(QString::fromLatin1(id)); };
    compareDock_ = new CompareDock(session_,
                                   {action("edit.keep-point"), action("edit.load-point"), action("edit.rename-point"),
                                    action("edit.delete-point"), action("edit.undo")},
                                   this);
    perspectives_->add(constraintDock_);
    hardwareDock_ = new HardwareDock(session_, this);
    perspectives_->add(hardwareDock_);
    stagesDock_ = new StagesDock(session_, this);
    perspectives_->add(stagesDock_);
    dataDock_ = new DataDock(session_, this);
    perspectives_->add(dataDock_);
    perspectives_->add(compareDock_);
    masks_ = new MaskView;
    connect(crossbars_, &CrossbarView::crossbarChosen, masks_, &MaskView::setCrossbar);
    maskDock_ = new LayerDock(
        tr("Mask"), QStringLiteral("mask"), masks_, [this](const auto& preview, int layer) { masks_->show(preview, layer); },
        session_, table_, this);
    perspectives_->add(maskDock_);
    auto* adc = new AdcView;
    connect(crossbars_, &CrossbarView::crossbarChosen, adc, &AdcView::setCrossbar);
    adcDock_ = new LayerDock(
        tr("ADC"), QStringLiteral("adc"), adc, [adc](const auto& preview, int layer) { adc->show(preview, layer); }, session_,
        table_, this);
    perspectives_->add(adcDock_);
    journalDock_ = new JournalDock(session_, commands_->action(QStringLiteral("edit.copy-commands")), this);
    perspectives_->add(journalDock_);
    perspectives_->reset();
}

QList<QDockWidget*> MainWindow::viewPanels() const
{
    QList<QDockWidget*> panels;
    for (const char* name : {"crossbars", "conductances", "cost", "mask", "adc"}) {
        panels.append(findChild<QDockWidget*>(QString::fromLatin1(name)));
    }
    return panels;
}

int MainWindow::heightOfRows() const
{
    constexpr int kHeaderAndTotal = 2;
    return std::max(5, model_->rowCount() + kHeaderAndTotal - 1) * (table_->fontMetrics().height() + 9);
}

void MainWindow::resetLayout()
{
    if (showsProject()) {
        perspectives_->reset();
    }
}

void MainWindow::connectSession()
{
    connect(session_, &Session::loaded, this, &MainWindow::showLoaded);
    connect(session_, &Session::previewReady, this, &MainWindow::showPreview);
    connect(session_, &Session::designChanged, this, &MainWindow::showCoarse);
    connect(session_, &Session::accuracyKnown, totals_, &TotalsBar::showAccuracy);
    connect(session_, &Session::failed, this, &MainWindow::showFailure);
    connect(session_, &Session::remarked, this, &MainWindow::showFailure);
    connect(session_, &Session::writeProblemChanged, this, &MainWindow::showWriteProblem);
    connect(session_, &Session::previewFailed, this, [this](const QString& text) { notice_->setText(text.simplified()); });
    connect(session_, &Session::designChanged, this, [this] { hardwareBar_->setHardware(session_->design().hardware); });
    connect(hardwareBar_, &HardwareBar::hardwareEdited, session_, &Session::editHardware);
    connect(session_, &Session::hardwareRefused, this, [this] { hardwareBar_->setHardware(session_->design().hardware); });
    connect(hardwareDock_, &HardwareDock::layerAsked, this, [this](const QString& layer) {
        selectLayer(layer);
        constraintDock_->edit();
    });
    new LayerEdits(session_, table_, model_, remember_, this);
    connect(table_, &LayerTable::layerSelected, this, &MainWindow::showLayer);
    connect(table_, &LayerTable::layerSelected, this, [this](int layer) {
        if (remember_ && layer >= 0 && layerToSelect_.isEmpty() && session_->isOpen() && !session_->isCopy()) {
            keepSelectedLayer(session_->path(), model_->layers()[static_cast<std::size_t>(layer)].name);
        }
    });
    connect(crossbars_, &CrossbarView::layerChosen, table_, &LayerTable::selectLayer);
    connect(cost_, &CostView::layerChosen, table_, &LayerTable::selectLayer);
    connect(compareDock_->panel()->parallel(), &ParallelView::layerChosen, this, &MainWindow::selectLayer);
    connect(compareDock_->panel()->table(), &CompareTable::layerChosen, this, &MainWindow::selectLayer);
    connect(crossbars_, &CrossbarView::crossbarChosen, histogram_, &HistogramView::setCrossbar);
    connect(crossbars_, &CrossbarView::exportRequested, this, &MainWindow::exportFigureAs);
    connect(startPage_, &StartPage::openAsked, this, &MainWindow::openFile);
    connect(startPage_, &StartPage::recentAsked, session_, &Session::open);
    connect(startPage_, &StartPage::exampleAsked, session_, &Session::openExample);
    connect(startPage_, &StartPage::leftCopyAsked, session_, &Session::openLeftCopy);

    connect(session_, &Session::runStarted, this, [this] {
        updateRunCommands();
        noteRun(true);
    });
    connect(session_->runService(), &RunService::pauseChanged, this, &MainWindow::updateRunCommands);
    connect(session_->runService(), &RunService::ended, this, &MainWindow::updateRunCommands);  // also when no project is open any more
    connect(session_, &Session::runEnded, this, [this] {
        updateRunCommands();
        noteRun(session_->resumable());
        showNotice();
    });
}

void MainWindow::noteRun(bool unfinished)
{
    if (remember_ && session_->isOpen() && !session_->isCopy()) {
        noteUnfinishedRun(session_->path(), unfinished);
    }
}

void MainWindow::showLoaded()
{
    setWindowTitle(tr("%1 — Mho Studio").arg(projectName()));
    showProjectPage();
    if (!rebuilding_) {
        crossbars_->showAllCrossbars();  // the one that was opened is of another project
    }
    if (remember_ && !session_->isCopy()) {
        addRecentFile(session_->path());
        layerToSelect_ = lastSelectedLayer(session_->path());
    }
    updateRunCommands();
    showWriteProblem({});
    if (!session_->runService()->running()) {
        noteRun(session_->resumable());
    }
    if (session_->resumable() && remember_ && !rebuilding_) {
        offerResume();
    }
}

QString MainWindow::projectName() const
{
    if (!session_->readOnlyPath().isEmpty()) {
        return tr("%1 (copy of a read-only file)").arg(session_->copyName());
    }
    return session_->isCopy() ? tr("%1 (example)").arg(session_->copyName()) : QFileInfo(session_->path()).fileName();
}

void MainWindow::showNotice()
{
    if (const QString problem = session_->writeProblem(); !problem.isEmpty()) {
        notice_->setForegroundRole(QPalette::WindowText);
        notice_->setText(tr("Edits are not on disk: File ▸ Save As keeps them"));
        notice_->setToolTip(problem);
        return;
    }
    if (!session_->readOnlyPath().isEmpty()) {
        notice_->setForegroundRole(QPalette::WindowText);
        notice_->setText(tr("Read-only file, open as a copy: File ▸ Save As keeps edits"));
        notice_->setToolTip(session_->readOnlyPath());
        return;
    }
    const std::vector<Problem> problems = session_->runProblems();
    notice_->setForegroundRole(problems.empty() ? QPalette::PlaceholderText : QPalette::WindowText);
    if (!problems.empty()) {
        notice_->setText(
            tr("No run yet: %1 of %2 layers mix signs").arg(problems.size()).arg(session_->design().plan.layers.size()));
        notice_->setToolTip(problemsText(problems));
        return;
    }
    notice_->setText(session_->trained() ? tr("Preview on trained weights") : tr("Not trained: masks are placeholders"));
    notice_->setToolTip(session_->trained()
                            ? tr("Masks and conductances come from the weights of the last run")
                            : tr("Counts and cost are exact. Which weights stay is only known once the network is "
                                 "trained: choose Run ▸ Start."));
}

void MainWindow::showPreview(const std::shared_ptr<const PreviewResult>& preview)
{
    const auto before = std::exchange(preview_, preview);
    rows_ = layerRows(*preview, before.get(), rows_);
    model_->setRows(rows_);
    if (const QString layer = std::exchange(layerToSelect_, {}); !layer.isEmpty()) {
        selectLayer(layer);
    }
    totals_->show(*preview);
    showNotice();
    showLayer();
    // After the frame that shows the table, the totals and the crossbars.
    QTimer::singleShot(0, cost_, [this, preview] { cost_->show(preview); });
}

void MainWindow::showCoarse()
{
    if (!preview_ || preview_->compressed.network != session_->network()) {
        return;
    }
    const Design& design = session_->design();
    const std::vector<CoarseLayer> layers = coarsePreview(*preview_, design.plan, design.hardware);
    if (layers.empty()) {
        return;
    }
    model_->showCoarse(layers);
    totals_->showCoarse(*preview_, layers);
    crossbars_->showCoarse(layers);
}

void MainWindow::showLayer()
{
    const int layer = table_->currentLayer();
    crossbars_->show(preview_, layer);
    histogram_->show(preview_, layer);
    cost_->setLayer(layer);
    compareDock_->panel()->parallel()->setLayer(layer < 0 ? QString() : model_->layers()[static_cast<std::size_t>(layer)].name);
}

bool MainWindow::selectLayer(const QString& name)
{
    const auto& layers = model_->layers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].name == name) {
            table_->selectLayer(static_cast<int>(i));
            return true;
        }
    }
    return false;
}

void MainWindow::showFailure(const QString& text)
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Mho Studio"), text, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::offerResume()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unfinished Run"),
                                tr("A run of this project was not finished. Its last checkpoint is there."),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    setHelpPage(box, QStringLiteral("run"));
    QPushButton* resume = box->addButton(tr("Resume Now"), QMessageBox::AcceptRole);
    box->addButton(tr("Later"), QMessageBox::RejectRole);
    connect(resume, &QPushButton::clicked, this, [this] { startRun(true); });
    box->open();
}

}  // namespace mho
