// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"
#include "core/network/network.h"
#include "core/project/design_point.h"
#include "core/run/recipe.h"
#include "core/run/run_store.h"

#include <cstdint>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace mho {

/// One act of a person on the project, as it is journalled.
struct JournalEntry {
    std::int64_t id = 0;
    std::string time;     ///< UTC, ISO 8601.
    std::string command;  ///< English name of the act.
    std::string detail;   ///< JSON of what changed.
};

/// How the journal names that a run was started, and that one was put behind others.
inline constexpr const char* kStartRunCommand = "Start run";
inline constexpr const char* kQueueRunCommand = "Queue run";
/// That one was left to go on later, and that it goes on.
inline constexpr const char* kCancelRunCommand = "Cancel run";
inline constexpr const char* kResumeRunCommand = "Resume run";
/// The detail of a queued run that was taken from the queue.
inline constexpr const char* kDroppedDetail = R"({"dropped":true})";
/// Of acts that leave the project as it is.
inline constexpr const char* kEvaluateCommand = "Evaluate";
inline constexpr const char* kReportCommand = "Write report";
inline constexpr const char* kExportCommand = "Export network";
inline constexpr const char* kFigureCommand = "Save figure";

/// The file NAME.mho: one SQLite database that owns network, plan, hardware, recipe, runs and journal. Every setter is one
/// transaction: when it returns, the change is on disk, in the file of this name: setters refuse to write into a file that was
/// moved, deleted or replaced. All methods throw Error InputOutput (path, cause) and leave the file as it was. Thread-safe: one lock per project. Format: docs/file-format.md.
class MHO_API Project : public RunStore {
public:
    static constexpr int kFormatVersion = 2;

    /// Makes a new file; throws Error InputOutput when it exists.
    /// @param words of the line of the tool `mho` that does the same, as noteAct(); none = the journal gives no line
    static std::unique_ptr<Project> create(const std::string& path, const Recipe& recipe, const Network& network,
                                           const std::vector<std::string>& words = {});
    /// Opens; throws NotFound, BadFormat (not a Mho project, damaged, or of a newer version).
    static std::unique_ptr<Project> open(const std::string& path);
    /// Opens to read: as open(), and where file or folder may not be written its content in memory, which refuses every setter. Throws
    /// as open(), and InputOutput where another program writes to such a file or a crash left its log.
    static std::unique_ptr<Project> openToRead(const std::string& path);
    ~Project() override;

    const std::string& path() const;
    Recipe recipe() const;
    void setRecipe(const Recipe& recipe, const std::string& command);
    Network network() const;
    void setNetwork(const Network& network, const std::string& command);
    void setPlan(const Plan& plan, const std::string& command);
    void setHardware(const Hardware& hardware, const std::string& command);
    void setStages(const Stages& stages, const std::string& command);
    /// Weight layers whose entries of the plan are not to be edited, by name. A guard for people: recipes and runs do not know
    /// it.
    std::set<std::string> lockedLayers() const;
    void setLockedLayers(const std::set<std::string>& layers, const std::string& command);
    /// Folder of the data set as the person gave it; empty = built in.
    std::string dataFolder() const;
    void setDataFolder(const std::string& folder, const std::string& command = "Set data folder");
    /// What exploration keeps here, as JSON: the table of sensitivities last measured, and the record of estimates against runs
    /// (core/explore/sensitivity.h, accuracy_estimate.h); none = not there. Results of measurements are no edits: no journal.
    std::optional<std::string> sensitivityJson() const;
    void setSensitivityJson(const std::string& json);
    std::optional<std::string> estimateRecordsJson() const;
    void setEstimateRecordsJson(const std::string& json);
    /// Studies that were collected here (core/explore/study.h), by name.
    std::vector<std::string> studyNames() const;
    std::optional<std::string> studyJson(const std::string& name) const;
    void setStudyJson(const std::string& name, const std::string& json);
    /// Designs that were kept, oldest first. Throws BadFormat for a point that is none.
    std::vector<DesignPoint> designPoints() const;
    /// Keeps a design; its `id` and `time` are the project's to give. Throws InvalidArgument for an empty or very long name, and
    /// for what would not be read back. @return the new id
    std::int64_t addDesignPoint(const DesignPoint& point);
    /// Throws NotFound when there is no such point; InvalidArgument as addDesignPoint().
    /// @param command names the act in the journal, as in what follows  @return the name it had
    std::string renameDesignPoint(std::int64_t id, const std::string& name, const std::string& command);
    /// All or, when one is not there (NotFound), none. @return what restoreDesignPoints() puts back, in the order of `ids`
    std::vector<DesignPointRow> deleteDesignPoints(const std::vector<std::int64_t>& ids, const std::string& command);
    /// Puts points back that were deleted here, each with its id and time. All or none: throws InvalidArgument for an id that
    /// is there or was never given, BadFormat for a row that is no design point.
    void restoreDesignPoints(const std::vector<DesignPointRow>& rows, const std::string& command);
    std::vector<JournalEntry> journal() const;
    /// Copies the whole project to a new file (SQLite backup) and returns it opened. Works also where the project's own file may
    /// not be written any more, or has lost its name.
    /// @param amend done to the copy before it gets its name; when it throws there is no new file
    std::unique_ptr<Project> saveAs(const std::string& path, const std::function<void(Project&)>& amend = {}) const;

    /// Runs that wait for the one that goes on, first come first; what is done with them is the caller's. Not journalled.
    /// Throws BadFormat where the file holds none.
    std::vector<Recipe> runQueue() const;
    void setRunQueue(const std::vector<Recipe>& queue);

    /// Journals an act that leaves the project as it is: a measurement, or a file that was written of it.
    /// @param command kEvaluateCommand, kReportCommand, kExportCommand or kFigureCommand
    /// @param words of the line of the tool `mho` that does the same; an empty one stands for the project's path; none = it has no line
    void noteAct(const std::string& command, const std::vector<std::string>& words);
    /// Journals that a person asked for a run of the present plan, hardware and stages, where it begins only later, or left one or goes on
    /// with it.
    /// @param command one of the four above
    void noteRun(const std::string& command);
    /// The next run to begin is one that was queued, not the one asked for last. @param fromEnd queued runs that stand behind it
    void noteQueuedBegins(std::size_t fromEnd);
    /// The journal's entry of a queued run that will not begin: it stays, without a command line. Nothing where there is none.
    /// @param fromEnd how many queued runs stand behind it, 0 = the last one
    void dropQueuedRun(std::size_t fromEnd);
    // The project's run (RunStore). Starting anew drops checkpoint, metrics and result of the last. The journal's entry of the run gets
    // its threads and device, and where it was stopped and kept that step: its line then gives the same.
    /// @param noted by noteRun(): not journalled again
    void beginRun(const Recipe& recipe, bool noted = false);
    bool hasUnfinishedRun() const;
    Recipe runRecipe() const;
    void saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics) override;
    std::optional<Checkpoint> loadCheckpoint() override;
    std::vector<EpochMetric> metrics() override;
    /// Appends to the curves of the run, without a checkpoint.
    void addMetrics(const std::vector<EpochMetric>& metrics);
    void saveResult(const std::string& resultJson, const Checkpoint& finalNetwork) override;
    /// Keeps what the run gave as a design point, "Run" with the next free number. Throws as addDesignPoint(). @return its id
    std::int64_t addRunPoint(const RunResult& result);
    std::optional<std::string> resultJson() const;
    std::optional<Checkpoint> resultArrays() const;

private:
    struct State;
    explicit Project(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace mho
