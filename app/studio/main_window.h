// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/session.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;

namespace mho {

class ConstraintDock;
class CostView;
class CrossbarView;
class HardwareBar;
class HistogramView;
class LayerTable;
class LayerTableModel;
class RunPanel;
class StartPage;
class TotalsBar;

/// The window of Mho Studio: layer table in the middle, views of the selected layer and of the whole network around it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// @param remember layout and recent files are read from and written to the settings
    explicit MainWindow(bool remember, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return *session_; }
    StartPage* startPage() { return startPage_; }
    /// False while the start page shows, as long as no project was opened.
    bool showsProject() const;
    LayerTable* layerTable() { return table_; }
    LayerTableModel* layerModel() { return model_; }
    CrossbarView* crossbarView() { return crossbars_; }
    QDockWidget* maskDock() { return maskDock_; }
    QDockWidget* adcDock() { return adcDock_; }
    ConstraintDock* constraintDock() { return constraintDock_; }
    /// Selects the layer of that name; false when there is none.
    bool selectLayer(const QString& name);
    /// Back to the layout the program starts with; nothing while no project shows.
    void resetLayout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeDocks();
    void makeMenus();
    void makeFileMenu();
    void makeRunMenu();
    void connectSession();
    void fillRecentMenu();
    void fillNewMenu();
    void fillNewNetworkMenu();
    void fillExampleMenu(QMenu* menu);
    void arrangeDocks();
    void arrangeOnce();
    void showStartPage();
    void showProjectPage();
    void showPreview(const std::shared_ptr<const PreviewResult>& preview);
    void showLayer();
    void showLoaded();
    void showNotice();
    void showFailure(const QString& text);
    void offerResume();
    /// Asks when a run is going on; true when it may end. Ends it, its checkpoint stays.
    bool mayStopRun();
    /// Also asks what is to become of edits of an example; true when the project may be left.
    bool mayLeave();
    /// The file a person chose for the project; empty when none.
    QString askForPlace(const QString& title);
    void openFile();
    void saveAs();
    QString askForNewPlace(const QString& name);
    void exportFigureAs();
    void start();
    void startRun(bool resume);

    bool remember_;
    bool arranged_ = false;
    QByteArray layout_;  ///< Of docks and bars, for when a project shows.
    Session* session_;
    LayerTableModel* model_;
    QMenu* newNetworkMenu_;
    QMenu* newMenu_;
    QStackedWidget* pages_;
    StartPage* startPage_;
    LayerTable* table_;
    CrossbarView* crossbars_;
    HistogramView* histogram_;
    CostView* cost_;
    RunPanel* runPanel_;
    HardwareBar* hardwareBar_;
    TotalsBar* totals_;
    QLabel* notice_;
    QDockWidget* crossbarDock_ = nullptr;
    QDockWidget* histogramDock_ = nullptr;
    QDockWidget* costDock_ = nullptr;
    QDockWidget* runDock_ = nullptr;
    QDockWidget* maskDock_ = nullptr;
    QDockWidget* adcDock_ = nullptr;
    ConstraintDock* constraintDock_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QList<QAction*> projectActions_;  ///< What makes sense with a project only.
    QAction* startAction_ = nullptr;
    QAction* keepAction_ = nullptr;
    QAction* cancelAction_ = nullptr;
    std::shared_ptr<const PreviewResult> preview_;
};

}  // namespace mho
