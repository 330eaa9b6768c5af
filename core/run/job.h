// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/shrink.h"
#include "core/cost/component_file.h"
#include "core/learn/admm.h"
#include "core/run/run.h"
#include "core/run/run_state.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace mho {

/// One execution of the main job. For .cpp files of this room only.
/// Until the pruning stage is done it trains the network it was given; from then on the shrunk one ("work" network), whose
/// parameters expandedNetwork() puts back.
class Job {
public:
    Job(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks,
        std::shared_ptr<const Network> teacher);
    RunResult run();

private:
    /// Thrown by leaveIfAsked() to leave work that has no result of its own yet; the checkpoint stands.
    struct Left {};

    // job.cpp: the course of the run
    void perform(Stage stage);
    void finishStage(Stage stage);
    void trainDense();
    void retrain();
    void finetune();

    // job_training.cpp: one training, and rounds of ADMM around trainings
    /// Trains one stage (or one round of it) and saves after each epoch. The last epoch of an ADMM round is handed back, as its
    /// residuals come with the update that follows. `pauseAt`: ends after that many epochs of the stage; 0 = at its end.
    std::optional<EpochMetric> train(const TrainingOptions& options, const TrainingTerms& terms, std::int64_t pauseAt = 0);
    /// Rounds of ADMM under the options' terms; what each ends in is the caller's.
    void admmRounds(const AdmmOptions& options, Admm::Options terms);
    /// What holds in every training after the pruning stage.
    TrainingTerms maskedTerms() const;
    void refuseDivergence(double number) const;
    /// @param what names the network in the log
    double testAccuracy(const char* what);

    // job_progress.cpp: what is told, what is asked back, how far the run is
    void leaveIfAsked();
    Verdict tell(double epochs, double loss);
    void cancelIf(Verdict verdict) { cancelled_ = cancelled_ || verdict == Verdict::Abort; }
    /// Ends the run's training here, with what was trained so far.
    void stopHere();
    /// Where the round that is about to train ends by RunCallbacks::stopAt, as TrainingOptions::stopBefore.
    std::int64_t stopBefore() const;
    /// Wall seconds since this process began the run, without those that the receiver of progress took: it pauses a run.
    double secondsWorked() const;
    std::int64_t epochsOf(Stage stage) const;
    std::int64_t epochsBefore(Stage stage) const;
    std::int64_t epochsPerRound() const;
    std::int64_t epochsDone() const;
    void publish(const EpochMetric& metric);

    // job_checkpoint.cpp: leaving and taking up a run
    void takeUpCheckpoint();
    void save(const std::vector<EpochMetric>& newMetrics);
    /// The session has parameters and moments; between checkpoints only its counters are asked for.
    void dropTrainingArrays();

    // job_normalization.cpp: what weights from elsewhere were trained with
    void tellNormalization() const;
    /// What the named teacher was trained with, where the recipe says it.
    std::optional<Normalization> teacherNormalization() const;

    // job_prune.cpp: from dense weights to masks and the work network
    void prune();
    void regularize();
    void settle();
    void purifyRetrained();
    /// A weight that is bound to a sign and zero gets the least value of that sign: levels without zero need to know the side.
    void giveZerosTheirSigns(const std::vector<LayerMask>& masks, const std::vector<std::vector<std::int8_t>>& signs);
    void openWorkNetwork(bool withValues);
    Network expandedNetwork() const;
    std::vector<StraightThrough> straightThrough() const;

    // job_levels.cpp: from masked weights to levels
    void quantize();
    void progressive();
    void trainThroughLevels();
    void fixLevels();
    void projectOntoLevels();
    LayerLevels levelsOf(std::size_t layer) const;

    RunResult result();
    std::vector<Problem> sessionViolations() const;
    bool hasLevels() const;
    /// Whether a later stage has the network as it was before pruning as its teacher: state_.teacher keeps its parameters then.
    bool learnsFromOriginal() const;
    bool levelsLearnFromOriginal() const;
    /// Made of state_.teacher.
    std::shared_ptr<const Network> originalNetwork() const;
    bool pruned() const { return !state_.masks.empty(); }
    const LayerPlan& planOf(std::size_t layer) const { return *recipe_.plan.find(layers_[layer].name); }

    Recipe recipe_;
    const Network& start_;
    DataSet data_;
    RunStore* store_;
    const RunCallbacks& callbacks_;
    std::shared_ptr<const Network> teacher_;
    std::vector<WeightLayer> layers_;  ///< Of the whole network; the work network has the same ones, smaller.
    Target target_;
    ComponentFile components_;
    std::unique_ptr<LearnSession> session_;
    std::optional<ShrunkNetwork> shrunk_;  ///< Once pruned; made of masks alone, so that a resumed run has the same.
    RunState state_;
    std::vector<EpochMetric> metrics_;
    bool cancelled_ = false;
    bool stopped_ = false;
    double lastAccuracy_ = -1.0;
    std::int64_t epochsAtStart_ = 0;
    double reachedEpochs_ = 0.0;  ///< Over all stages, as last told.
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::duration away_{0};
};

}  // namespace mho
