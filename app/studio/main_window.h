// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/session.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QMenu;

namespace mho {

class ConstraintDock;
class CostView;
class CrossbarView;
class HardwareBar;
class HistogramView;
class LayerTable;
class LayerTableModel;
class RunPanel;
class TotalsBar;

/// The window of Mho Studio: layer table in the middle, views of the selected layer and of the whole network around it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// @param remember layout and recent files are read from and written to the settings
    explicit MainWindow(bool remember, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return *session_; }
    LayerTable* layerTable() { return table_; }
    LayerTableModel* layerModel() { return model_; }
    CrossbarView* crossbarView() { return crossbars_; }
    ConstraintDock* constraintDock() { return constraintDock_; }
    /// Selects the layer of that name; false when there is none.
    bool selectLayer(const QString& name);
    /// Back to the layout the program starts with.
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
    void arrangeDocks();
    void showPreview(const std::shared_ptr<const PreviewResult>& preview);
    void showLayer();
    void showLoaded();
    void showNotice();
    void showFailure(const QString& text);
    void offerResume();
    /// Asks when a run is going on; true when the project may be left. Ends the run, its checkpoint stays.
    bool mayLeave();
    void openFile();
    void saveAs();
    void newFrom(const QString& recipe);
    void exportFigureAs();
    void start();

    bool remember_;
    bool arranged_ = false;
    Session* session_;
    LayerTableModel* model_;
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
    ConstraintDock* constraintDock_ = nullptr;
    QMenu* newMenu_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QAction* startAction_ = nullptr;
    QAction* keepAction_ = nullptr;
    QAction* cancelAction_ = nullptr;
    std::shared_ptr<const PreviewResult> preview_;
};

}  // namespace mho
