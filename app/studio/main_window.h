// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/session.h"
#include "widgets/models/layer_row.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <vector>

class QDockWidget;
class QLabel;
class QMenu;
class QMessageBox;
class QStackedWidget;
class QToolBar;

namespace mho {

class Commands;
class CompareDock;
class ConstraintDock;
class CostView;
class CrossbarView;
class DataDock;
class JournalDock;
class HardwareBar;
class HardwareDock;
class HistogramView;
class LayerTable;
class LayerTableModel;
class MaskView;
class Perspectives;
class StagesDock;
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
    /// Opens a project, or asks for the place of a new one of a network (isNetworkPath()); what is open is left as by the menu.
    void openPath(const QString& path);
    StartPage* startPage() { return startPage_; }
    /// False while the start page shows, as long as no project was opened.
    bool showsProject() const;
    LayerTable* layerTable() { return table_; }
    LayerTableModel* layerModel() { return model_; }
    CrossbarView* crossbarView() { return crossbars_; }
    QDockWidget* maskDock() { return maskDock_; }
    QDockWidget* adcDock() { return adcDock_; }
    ConstraintDock* constraintDock() { return constraintDock_; }
    HardwareDock* hardwareDock() { return hardwareDock_; }
    DataDock* dataDock() { return dataDock_; }
    CompareDock* compareDock() { return compareDock_; }
    /// Selects the layer of that name; false when there is none.
    bool selectLayer(const QString& name);
    Commands& commands() { return *commands_; }
    Perspectives& perspectives() { return *perspectives_; }
    /// Puts the panels of the present perspective where they stand at first; nothing while no project shows.
    void resetLayout();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    // main_window_language.cpp
    void rebuild();
    void tearDown();

    /// Makes all that the window holds.
    void build();
    void makeDocks();
    void bindCommands();
    void bindRunCommands();
    void bindLookCommands();
    void adoptPanels();
    void makeMenus();
    void makeBars();
    void connectSession();
    void fillRecentMenu();
    void fillNewMenu();
    void fillNewNetworkMenu();
    void chooseNetworkFile();
    void chooseArrayFolder();
    void newFromFile(const QString& file);
    void fillExampleMenu();
    void arrangeOnce();
    void showStartPage();
    void showProjectPage();
    void showPreview(const std::shared_ptr<const PreviewResult>& preview);
    /// What is likely of an edit that takes longer than a frame to preview.
    void showCoarse();
    void showLayer();
    void showLoaded();
    void showNotice();
    void showFailure(const QString& text);
    void showWriteProblem(const QString& problem);
    QString projectName() const;
    void offerResume();
    /// For the start page of the next session.
    void noteRun(bool unfinished);
    /// Asks when a run is going on; true when it may end. Ends it, its checkpoint stays.
    bool mayStopRun();
    void stopRun(RunService& run);
    /// Also asks what is to become of edits of an example; true when the project may be left.
    bool mayLeave();
    /// The file a person chose for the project; empty when none.
    QString askForPlace(const QString& title);
    void openFile();
    void saveAs();
    void closeProject();
    void showCommandPalette();
    void showShortcuts();
    void updateRunCommands();
    int heightOfRows() const;
    /// Those with choices of what they show, but Compare.
    QList<QDockWidget*> viewPanels() const;
    QString askForNewPlace(const QString& name);
    void exportFigureAs();
    void start();
    void startRun(bool resume);
    /// Lists what keeps a run from starting or going on; false where nothing does.
    bool refusesRun(const QStringList& problems);
    /// Does what needs a file that stays, as checkpoints and results do; an example is saved as a project first.
    void inLastingFile(const std::function<void()>& act);

    bool remember_;
    bool arranged_ = false;
    bool rebuildAsked_ = false;
    bool rebuilding_ = false;
    Session* session_;
    Commands* commands_ = nullptr;
    Perspectives* perspectives_ = nullptr;
    LayerTableModel* model_ = nullptr;
    std::vector<LayerRow> rows_;  ///< Of preview_.
    QMenu* newNetworkMenu_ = nullptr;
    QMenu* newMenu_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    StartPage* startPage_ = nullptr;
    LayerTable* table_ = nullptr;
    CrossbarView* crossbars_ = nullptr;
    MaskView* masks_ = nullptr;
    HistogramView* histogram_ = nullptr;
    CostView* cost_ = nullptr;
    HardwareBar* hardwareBar_ = nullptr;
    TotalsBar* totals_ = nullptr;
    QLabel* notice_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QMenu* exampleMenu_ = nullptr;
    ConstraintDock* constraintDock_ = nullptr;
    HardwareDock* hardwareDock_ = nullptr;
    QDockWidget* maskDock_ = nullptr;
    QDockWidget* adcDock_ = nullptr;
    StagesDock* stagesDock_ = nullptr;
    DataDock* dataDock_ = nullptr;
    JournalDock* journalDock_ = nullptr;
    CompareDock* compareDock_ = nullptr;
    QToolBar* mainBar_ = nullptr;
    std::shared_ptr<const PreviewResult> preview_;
    QString layerToSelect_;  ///< Of the project that was opened, once its layers are there.
    QPointer<QMessageBox> writeBox_;  ///< One at a time: each step of a drag can fail.
};

}  // namespace mho
