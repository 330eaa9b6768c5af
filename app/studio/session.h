// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studio/copy_folder.h"
#include "app/studio/design.h"
#include "app/studio/edit_writer.h"
#include "app/studio/examples.h"
#include "core/project/project.h"
#include "core/run/recipe_work.h"
#include "widgets/bridge/accuracy_service.h"
#include "widgets/bridge/ordered_worker.h"
#include "widgets/bridge/preview_service.h"
#include "widgets/bridge/run_service.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mho {

/// Layers that an edit did not change.
struct LayerRefusals {
    QStringList locked;
    std::vector<Problem> problems;  ///< What the others could not take.
};

/// The open project and all that is done with it. Every edit is a command on the undo stack and is written to the project
/// by a background writer; views get results by signals.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Opens in the background; `loaded` or `failed` follows. No run may be going on. A project that may not be written where it
    /// lies is opened as a copy, as examples are.
    void open(const QString& path);
    /// Makes a project of a recipe and opens it.
    void create(const QString& path, const QString& recipe);
    /// The same of a network of the zoo, dense, with the schedules usual for its family; for networks of large pictures the
    /// data are image folders in a folder named "imagenet".
    void createForNetwork(const QString& path, const QString& network);
    /// The same of a trained network in a file (readNetworkFile()); the data, where none that is known fits it, are image
    /// folders. `remarked` tells what of the file the network did not take.
    void createFromFile(const QString& path, const QString& networkFile);
    /// Copies the project to a new file, with edits that its own file could not take, and opens that.
    /// @param then done once it is open
    void saveAs(const QString& path, const std::function<void()>& then = {});
    /// Opens a copy of the example, which goes away with the session or the next project; see saveAs() and saveCopy().
    void openExample(const mho::Example& example);

    /// Goes on with a copy that was left behind; its edits are in no other file yet.
    void openLeftCopy(const LeftCopy& left);

    /// Leaves the project, whose edits are on disk then; no run may be going on.
    void close();

    bool isOpen() const { return project_ != nullptr; }
    QString path() const;
    /// The project is a copy that goes away with the session: of an example, or of a file that may not be written.
    bool isCopy() const { return copyFolder_ != nullptr; }
    QString copyName() const { return copyOf_.name; }
    /// What names of files that are made of the project begin with: its own, of a copy the name of what was opened.
    QString fileName() const;
    /// The file that the copy was made of because it may not be written; empty = none.
    QString readOnlyPath() const { return copyOf_.readOnlyPath; }
    /// True when a copy was edited and its edits go away with it, or when the project's file did not take the last edit; others
    /// are on disk.
    bool hasUnsavedEdits() const { return (isCopy() && (kept_ || !undo_.isClean())) || !writeProblem().isEmpty(); }
    /// Why the project's file did not take the last edit; empty = it did. All edits are in memory then, and saveAs() and
    /// saveCopy() write them.
    QString writeProblem() const { return writer_.problem(); }
    /// Tries once more to write what could not be written. Blocks.
    void writeAgain();
    /// Does `act` on the design points of the open project in the background, in the order of edits; `pointsChanged` follows once it
    /// is on disk, `failed` where it was refused. What the file does not take is tried again, and goes along, as edits do. For
    /// commands of the undo stack (edit_points.h).
    /// @param then called after `pointsChanged`
    void changePoints(const std::function<void(Project&)>& act, const std::function<void()>& then = {});
    /// Copies the project to a new file as saveAs() and stays where it is; false after `failed`. Blocks.
    bool saveCopy(const QString& path);
    bool trained() const { return network_ && network_->hasWeights(); }
    const Design& design() const { return design_; }
    /// Of the last preview; Measuring while it is not known yet.
    const PlanAccuracy& planAccuracy() const { return planAccuracy_; }
    const Recipe& recipe() const { return recipe_; }
    /// nullptr where none is open.
    const std::shared_ptr<Project>& project() const { return project_; }
    /// What previews start from.
    const std::shared_ptr<const Network>& network() const { return network_; }
    /// Does what is to be written besides the design, in order.
    OrderedWorker* keeper() { return &keeper_; }
    QUndoStack* undoStack() { return &undo_; }
    RunService* runService() { return &run_; }

    // Edits of layers, session_layers.cpp. They go to all named layers that are not locked and can take them, as one undo step
    // whose name counts them; a layer can take an edit that gives it no problem that it had not before. `layersEdited` tells of
    // the others.
    // @param gesture edits with the same number above 0 become one undo step, the last of which counts
    void editRatios(const QStringList& layers, const QString& kind, double ratio, int gesture);
    void editRatio(const QString& layer, const QString& kind, double ratio, int gesture)
    {
        editRatios({layer}, kind, ratio, gesture);
    }
    void editLevels(const QStringList& layers, int bits);
    /// Bits that the quantiser does not take become the nearest that it does.
    void editQuantizer(const QStringList& layers, const QString& name);
    void editLevelBits(const QString& layer, int bits) { editLevels({layer}, bits); }
    /// Puts `after` in the place of its layer's entry `before`, and does the same change to the other layers (plan_change.h).
    /// @param layers with after.layer  @param what names the step; "%1" in it becomes the layer or the number of layers
    /// @return why after.layer itself was not changed; empty = it was
    std::vector<Problem> editLayersLike(const QStringList& layers, const LayerPlan& before, const LayerPlan& after,
                                        const QString& what, int gesture);
    /// Locks or unlocks layers, as one undo step.
    void lockLayers(const QStringList& layers, bool locked);
    bool isLocked(const std::string& layer) const { return design_.locked.contains(layer); }
    /// What is wrong with this entry of the plan on the network and hardware that are open, and that it is not to be changed
    /// where it is another than the plan's and the layer is locked; empty = nothing.
    std::vector<Problem> problemsOf(const LayerPlan& layer) const;
    /// What keeps the design from a run though it can be edited and its cost be shown, all layers at once; see mixedSigns().
    std::vector<Problem> runProblems() const;
    /// As editLayersLike() for one layer.
    std::vector<Problem> editLayerPlan(const LayerPlan& layer, const QString& what, int gesture);
    /// Gives all layers that are not locked the constraints and levels of `like` as one undo step; each keeps its penalty
    /// factor (rho). Changes nothing where a layer cannot have them.
    /// @return the problems of all layers
    std::vector<Problem> editAllLayers(const LayerPlan& like);
    /// Replaces the plan as one undo step. Locked layers must be as they are (asserted). Changes nothing where there are
    /// problems.
    /// @return those problems
    std::vector<Problem> editPlan(const Plan& plan, const QString& what);
    /// Takes the hardware as one undo step, named after the field that changed. Hardware that Hardware::validate() refuses
    /// changes nothing and goes out by hardwareRefused().
    /// @param gesture edits with the same number above 0 become one undo step
    void changeHardware(const Hardware& hardware, int gesture);
    void editHardware(const Hardware& hardware) { changeHardware(hardware, 0); }
    /// Gives one field of the stages a value (core/run/stage_settings.h) as one undo step.
    /// @return why it was not taken, for people; empty = it was, or the field has it already
    QString editStage(const QString& field, const QString& value);
    /// Takes plan, hardware and stages in place of those in the editor, as one undo step named `what`; locks stay as they are. Changes
    /// nothing where the plan cannot be had on this network and that hardware, or would change a locked layer.
    /// @return the problems
    std::vector<Problem> loadDesign(const Design& design, const QString& what);

    bool resumable() const { return resumable_; }
    QString dataFolder() const { return dataFolder_; }
    /// As one undo step.
    void setDataFolder(const QString& folder);
    /// What keeps a run of the present design from starting, for people, all at once; empty = nothing that is known before its files
    /// are read.
    QStringList startProblems() const;
    /// As startProblems(), of the run that waits first, or of the unfinished one.
    QStringList queuedProblems() const;
    QStringList resumeProblems() const;
    /// Starts the main job, or goes on with the unfinished one.
    void startRun(bool resume);
    /// Journals an act that leaves the project as it is (Project::noteAct()).
    void noteAct(const QString& command, const QStringList& words);
    void endRun(Verdict verdict) { run_.ask(verdict); }
    /// Runs that wait, first come first; the project keeps them. When a run ends by itself or is stopped and kept, the next
    /// one starts; not after one that was cancelled or failed.
    const std::vector<Recipe>& queue() const { return queue_; }
    /// Adds a run of the design as it is now; starts it where no other goes on, waits or is unfinished.
    void queueRun();
    /// Takes a run from the queue, and its command line from the journal.
    void dropQueued(std::size_t at);
    /// Starts the first of the queue, where no run goes on or is unfinished.
    void startQueued();
    /// Of the run that goes on, was the last in this session, or is unfinished.
    const Recipe& runRecipe() const { return runRecipe_; }
    /// What the run that goes on or is unfinished trains, or one of the present design would.
    std::vector<StageWork> runStages() const;
    /// What a run of the present design would train.
    std::vector<StageWork> stagesOfDesign() const;
    const std::vector<EpochMetric>& metrics() const { return metrics_; }
    /// One line on the last finished run; empty when there is none.
    QString resultSummary() const { return resultSummary_ ? resultSummary_() : QString(); }
    /// Returns once all edits are on disk.
    void flush();
    /// Says by the signals that follow an opening, a preview and the start of a run how things stand, for views that were not
    /// there.
    void tellAll();

Q_SIGNALS:
    void loaded();
    /// The project was left; none is open.
    void closed();
    void designChanged();
    /// The newest edit is on disk, or a design point.
    void written();
    /// The journal has one act more: of a run, or of what left the project as it is.
    void noted();
    /// Design points were deleted, put back or renamed.
    void pointsChanged();
    void pointsDeleted(int count);
    /// An edit of layers was done.
    /// @param refusals what it could not change and why, for people; empty = nothing
    void layersEdited(const QString& refusals);
    /// An edit of the hardware that cannot be: the design stays as it is.
    void hardwareRefused(const mho::Hardware& hardware);
    void dataFolderChanged();
    void previewReady(const std::shared_ptr<const mho::PreviewResult>& preview);
    /// Follows each preview.
    void accuracyKnown(const mho::PlanAccuracy& accuracy);
    /// writeProblem() is another, or none any more.
    void writeProblemChanged(const QString& problem);
    /// Something a person asked for was done, but not all of it.
    void remarked(const QString& text);
    /// Something a person asked for could not be done.
    void failed(const QString& text);
    /// The design cannot be shown as it is; the last preview stays.
    void previewFailed(const QString& text);
    void runStarted();
    /// Of a run of the open project.
    void epochDone(const mho::EpochMetric& metric);
    void queueChanged();
    void runEnded(const QString& summary);

private:
    friend class EditDataFolder;
    friend class EditDesign;
    struct Loaded;

    using Source = std::function<std::shared_ptr<Project>()>;
    void load(const Source& source, const std::function<void()>& then = {});
    void post(const std::function<std::shared_ptr<Loaded>()>& job);
    void openCopy(const Example& example, const QString& readOnlyPath);
    /// Puts into a copy of the project what the window has.
    std::function<void(Project&)> present() const;
    void take(const std::shared_ptr<Loaded>& content);
    std::vector<Problem> problemsOf(const Plan& plan, const Hardware& hardware) const;
    /// One for each locked layer of which the plan asks something else than now.
    std::vector<Problem> lockedChanges(const Plan& plan) const;
    using LayerEdit = std::function<void(LayerPlan&)>;
    LayerRefusals editLayers(const QStringList& layers, const LayerEdit& edit, const QString& what, int gesture);
    std::vector<Problem> newProblems(const Plan& plan, const LayerPlan& changed) const;
    const Design& baseOf(int gesture) const;
    void push(const QString& text, Design after, int gesture);
    void apply(const Design& design, const QString& command, int gesture);
    void takeDataFolder(const QString& folder, const QString& command);
    void requestPreview();
    void requestAccuracy();
    /// What was read is of another folder.
    void forgetData();
    /// Anew from the project, in the background.
    void readAccuracySources();
    /// The run that was started last is of the project that is open: not where that was left while its run still saved.
    bool runsOpenProject() const;
    void runFinished(const std::shared_ptr<const RunResult>& result);
    Recipe presentRecipe() const;
    QStringList problemsOf(const Recipe& recipe) const;
    QStringList dataProblems(const Recipe& recipe) const;
    void begin(const Recipe& asked, bool resume);
    /// Does it behind the edits before and before those that follow.
    void note(const std::function<void(Project&)>& entry);
    void setQueue(std::vector<Recipe> queue);
    void removeQueued(std::size_t at);

    std::shared_ptr<CopyFolder> copyFolder_;  ///< Of the copy; none where the project has a place of its own.
    CopySource copyOf_;
    std::shared_ptr<Project> project_;
    std::shared_ptr<const Network> network_;  ///< What previews start from: of the last run where there is one.
    Recipe recipe_;
    Design design_;
    std::vector<EpochMetric> metrics_;
    std::function<QString()> resultSummary_;  ///< In the language of the moment.
    QString dataFolder_;
    bool resumable_ = false;
    std::shared_ptr<const PreviewResult> lastPreview_;
    AccuracySources accuracySources_;
    PlanAccuracy planAccuracy_;
    QUndoStack undo_;
    std::string lastEdit_;  ///< Names the last edit of the design.
    // Of the last edit of layers: a gesture's next step starts from where the gesture did.
    int gesture_ = 0;
    Design gestureStart_;
    Design gestureMade_;
    PreviewService preview_;
    AccuracyService accuracy_;
    LatestWorker loader_;
    EditWriter writer_;
    OrderedWorker keeper_;
    std::vector<Recipe> queue_;
    bool goesOn_ = false;        ///< The run that ended leaves the way free for the next of the queue.
    bool startsTrained_ = false; ///< The network that runs start from has weights.
    Recipe runRecipe_;           ///< Of the run that goes on or is unfinished.
    std::weak_ptr<Project> runProject_;  ///< Of the run that was started last.
    bool kept_ = false;  ///< The copy had edits that no other file has when it was opened.
    int editsDone_ = 0;  ///< Counts what was done, undone and redone, of all projects.
    RunService run_;
};

}  // namespace mho
