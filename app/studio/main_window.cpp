// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/main_window.h"

#include "app/studio/constraint_dock.h"
#include "app/studio/hardware_bar.h"
#include "app/studio/layer_dock.h"
#include "app/studio/recent_files.h"
#include "app/studio/start_page.h"
#include "app/studio/totals_bar.h"
#include "widgets/bridge/text.h"
#include "widgets/views/adc_view.h"
#include "widgets/views/cost_view.h"
#include "widgets/views/crossbar_view.h"
#include "widgets/views/histogram_view.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/mask_view.h"
#include "widgets/views/run_panel.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

namespace mho {

MainWindow::MainWindow(bool remember, QWidget* parent)
    : QMainWindow(parent),
      remember_(remember),
      session_(new Session(this)),
      model_(new LayerTableModel(this)),
      newNetworkMenu_(new QMenu(tr("New from Network"), this)),
      newMenu_(new QMenu(tr("New from Recipe"), this)),
      pages_(new QStackedWidget),
      startPage_(new StartPage(newNetworkMenu_, newMenu_)),
      table_(new LayerTable(model_)),
      crossbars_(new CrossbarView),
      histogram_(new HistogramView),
      cost_(new CostView),
      runPanel_(new RunPanel),
      hardwareBar_(new HardwareBar(this)),
      totals_(new TotalsBar),
      notice_(new QLabel)
{
    setWindowTitle(tr("Mho Studio"));
    setDockNestingEnabled(true);
    setCentralWidget(pages_);
    pages_->setMinimumHeight(110);
    pages_->addWidget(startPage_);
    pages_->addWidget(table_);
    pages_->setCurrentWidget(table_);
    makeDocks();
    makeMenus();
    statusBar()->setSizeGripEnabled(false);
    notice_->setContentsMargins(6, 0, 6, 0);
    notice_->setForegroundRole(QPalette::PlaceholderText);
    statusBar()->addWidget(notice_);
    statusBar()->addPermanentWidget(totals_, 1);
    connectSession();
    resize(1280, 800);
    if (remember_) {
        const QSettings settings;
        restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
        arranged_ = restoreState(settings.value(QStringLiteral("state")).toByteArray());
    }
    showStartPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeDocks()
{
    const auto dock = [this](const QString& title, const QString& name, QWidget* content) {
        auto* widget = new QDockWidget(title, this);
        widget->setObjectName(name);
        widget->setWidget(content);
        return widget;
    };
    crossbarDock_ = dock(tr("Crossbars"), QStringLiteral("crossbars"), crossbars_);
    histogramDock_ = dock(tr("Conductances"), QStringLiteral("conductances"), histogram_);
    costDock_ = dock(tr("Cost"), QStringLiteral("cost"), cost_);
    runDock_ = dock(tr("Run"), QStringLiteral("run"), runPanel_);
    constraintDock_ = new ConstraintDock(session_, table_, model_, this);
    auto* mask = new MaskView;
    maskDock_ = new LayerDock(
        tr("Mask"), QStringLiteral("mask"), mask, [mask](const auto& preview, int layer) { mask->show(preview, layer); },
        session_, table_, this);
    auto* adc = new AdcView;
    adcDock_ = new LayerDock(
        tr("ADC"), QStringLiteral("adc"), adc, [adc](const auto& preview, int layer) { adc->show(preview, layer); }, session_,
        table_, this);
    // Constraints go over the whole height: a column of fields is narrow and long.
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    arrangeDocks();
}

void MainWindow::arrangeDocks()
{
    constraintDock_->setFloating(false);
    addDockWidget(Qt::RightDockWidgetArea, constraintDock_);
    constraintDock_->hide();
    for (QDockWidget* dock : {crossbarDock_, costDock_, histogramDock_, runDock_}) {
        dock->setFloating(false);
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->show();
    }
    splitDockWidget(crossbarDock_, costDock_, Qt::Horizontal);
    splitDockWidget(costDock_, runDock_, Qt::Vertical);
    splitDockWidget(costDock_, histogramDock_, Qt::Horizontal);
    for (QDockWidget* dock : {maskDock_, adcDock_}) {
        dock->setFloating(false);
        tabifyDockWidget(crossbarDock_, dock);
        dock->hide();
    }
}

void MainWindow::resetLayout()
{
    if (!showsProject()) {
        return;
    }
    arrangeDocks();
    constexpr QSize kRoomForAll(1100, 700);
    if (width() < kRoomForAll.width() || height() < kRoomForAll.height()) {
        // Two views side by side that can be read, instead of four that cannot.
        tabifyDockWidget(costDock_, histogramDock_);
        tabifyDockWidget(costDock_, runDock_);
        costDock_->raise();
        resizeDocks({crossbarDock_, costDock_}, {width() * 45 / 100, width() * 55 / 100}, Qt::Horizontal);
        resizeDocks({crossbarDock_}, {height() * 55 / 100}, Qt::Vertical);
        return;
    }
    const int wide = width();
    // As much of the height as the layers need, but never more than two fifths.
    const int rows = std::max(5, model_->rowCount() + 1) * (table_->fontMetrics().height() + 9);
    const int views = height() - std::min(rows, height() * 2 / 5) - 130;
    resizeDocks({crossbarDock_, costDock_}, {wide * 38 / 100, wide * 62 / 100}, Qt::Horizontal);
    resizeDocks({costDock_, histogramDock_}, {wide * 32 / 100, wide * 30 / 100}, Qt::Horizontal);
    resizeDocks({crossbarDock_}, {views}, Qt::Vertical);
    resizeDocks({costDock_, runDock_}, {views * 46 / 100, views * 54 / 100}, Qt::Vertical);
}

void MainWindow::connectSession()
{
    connect(session_, &Session::loaded, this, &MainWindow::showLoaded);
    connect(session_, &Session::previewReady, this, &MainWindow::showPreview);
    connect(session_, &Session::failed, this, &MainWindow::showFailure);
    connect(session_, &Session::previewFailed, this, [this](const QString& text) { notice_->setText(text.simplified()); });
    connect(session_, &Session::designChanged, this, [this] { hardwareBar_->setHardware(session_->design().hardware); });
    connect(hardwareBar_, &HardwareBar::hardwareEdited, session_, &Session::editHardware);
    connect(model_, &LayerTableModel::ratioEdited, session_, &Session::editRatio);
    connect(model_, &LayerTableModel::levelBitsEdited, session_, &Session::editLevelBits);
    connect(table_, &LayerTable::layerSelected, this, &MainWindow::showLayer);
    connect(crossbars_, &CrossbarView::layerChosen, table_, &LayerTable::selectLayer);
    connect(crossbars_, &CrossbarView::exportRequested, this, &MainWindow::exportFigureAs);
    connect(startPage_, &StartPage::openAsked, this, &MainWindow::openFile);
    connect(startPage_, &StartPage::recentAsked, session_, &Session::open);
    connect(startPage_, &StartPage::exampleAsked, session_, &Session::openExample);

    RunService* run = session_->runService();
    connect(run, &RunService::progressed, runPanel_, &RunPanel::setProgress);
    connect(run, &RunService::epochDone, runPanel_, &RunPanel::addMetric);
    connect(run, &RunService::logged, runPanel_, &RunPanel::setSummary);
    connect(runPanel_, &RunPanel::startRequested, this, &MainWindow::start);
    connect(runPanel_, &RunPanel::stopAndKeepRequested, keepAction_, &QAction::trigger);
    connect(runPanel_, &RunPanel::cancelRequested, cancelAction_, &QAction::trigger);
    connect(session_, &Session::runStarted, this, [this] {
        runPanel_->setMetrics(session_->metrics());
        runPanel_->setRunning();
        startAction_->setEnabled(false);
        keepAction_->setEnabled(true);
        cancelAction_->setEnabled(true);
    });
    connect(session_, &Session::runEnded, this, [this](const QString& summary) {
        runPanel_->setIdle(session_->resumable());
        runPanel_->setSummary(summary);
        startAction_->setEnabled(true);
        keepAction_->setEnabled(false);
        cancelAction_->setEnabled(false);
        showNotice();
    });
}

void MainWindow::showLoaded()
{
    const QString name =
        session_->isExample() ? tr("%1 (example)").arg(session_->exampleName()) : QFileInfo(session_->path()).fileName();
    setWindowTitle(tr("%1 — Mho Studio").arg(name));
    showProjectPage();
    if (remember_ && !session_->isExample()) {
        addRecentFile(session_->path());
    }
    runPanel_->setIdle(session_->resumable());
    runPanel_->setMetrics(session_->metrics());
    runPanel_->setSummary(session_->resultSummary());
    startAction_->setEnabled(true);
    showNotice();
    if (session_->resumable() && remember_) {
        offerResume();
    }
}

void MainWindow::showNotice()
{
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
    preview_ = preview;
    model_->setRows(layerRows(*preview));
    totals_->show(*preview);
    cost_->show(preview);
    showNotice();
    showLayer();
}

void MainWindow::showLayer()
{
    const int layer = table_->currentLayer();
    crossbars_->show(preview_, layer);
    histogram_->show(preview_, layer);
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
    QPushButton* resume = box->addButton(tr("Resume Now"), QMessageBox::AcceptRole);
    box->addButton(tr("Later"), QMessageBox::RejectRole);
    connect(resume, &QPushButton::clicked, this, [this] { session_->startRun(true); });
    box->open();
}

}  // namespace mho
