// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"

#include "core/compress/project_plan.h"
#include "core/compress/quantizer.h"
#include "core/cost/cost_model.h"
#include "core/learn/admm.h"
#include "core/run/run_state.h"
#include "core/run/target.h"
#include "core/run/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace mho {
namespace {

using Clock = std::chrono::steady_clock;

/// Distinct random streams: a stage's training options get stage number kStride * stage + round.
constexpr std::uint64_t kStride = 10'000;

/// One execution of the main job.
class Job {
public:
    Job(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks)
        : recipe_(recipe), start_(start), data_(data), store_(store), callbacks_(callbacks), layers_(weightLayers(start)),
          target_(targetOf(recipe.hardware))
    {
        std::vector<Problem> problems = recipe_.validate();
        const std::vector<Problem> planProblems = recipe_.plan.validate(start_, target_);
        problems.insert(problems.end(), planProblems.begin(), planProblems.end());
        throwIfProblems(problems, "recipe " + recipe_.name);
        recipe_.execution = recipe_.execution.resolved();
        // Before any training: a preset that is missing or faulty must not cost a run.
        components_ = loadComponents(recipe_.hardware.preset);
        CostModel(components_, recipe_.hardware.adcLaw);
        state_.componentsSha256 = components_.sha256;
        state_.recipeJson = recipeToJson(recipe_);
        state_.dataSha256 = data_.sha256;
    }

    RunResult run()
    {
        takeUpCheckpoint();
        session_ = learner().open(start_, recipe_.execution);
        if (!state_.training.empty()) {
            session_->restore(state_.training);
        } else if (!start_.hasWeights()) {
            session_->initialize(recipe_.seed);
        }
        epochsAtStart_ = epochsDone();
        reachedEpochs_ = static_cast<double>(epochsAtStart_);
        try {
            while (state_.stage != Stage::Done && !cancelled_) {
                perform(state_.stage);
            }
        } catch (const Left&) {
            cancelled_ = true;
        }
        return result();
    }

private:
    /// Thrown by leaveIfAsked() to leave work that has no result of its own yet; the checkpoint stands.
    struct Left {};

    void leaveIfAsked()
    {
        decide(tell(state_.stage, reachedEpochs_, -1.0));
        if (cancelled_) {
            throw Left{};
        }
    }

    void takeUpCheckpoint()
    {
        const auto saved = store_ != nullptr ? store_->loadCheckpoint() : std::nullopt;
        if (!saved) {
            return;
        }
        RunState state = fromCheckpoint(*saved);
        if (state.recipeJson != state_.recipeJson) {
            throw Error(ErrorCode::InvalidArgument,
                        MHO_TEXT("The unfinished run was started with other settings; resume it with the same recipe, seed, threads "
                                 "and device, or start anew"),
                        {}, recipe_.name);
        }
        if (state.dataSha256 != data_.sha256) {
            throw Error(ErrorCode::InvalidArgument,
                        MHO_TEXT("The unfinished run was started with other data; point Mho at the same data set, or start anew"), {},
                        data_.name);
        }
        if (state.componentsSha256 != components_.sha256) {
            throw Error(ErrorCode::InvalidArgument,
                        MHO_TEXT("The component file has changed since the run was started; put the old one back, or start anew"), {},
                        recipe_.hardware.preset);
        }
        state_ = std::move(state);
        stopped_ = state_.stopped;
        metrics_ = store_->metrics();
        callbacks_.log(fmt::format("resuming at stage {}, round {}, epoch {}", stageName(state_.stage), state_.round,
                                   state_.training.epoch));
    }

    void perform(Stage stage)
    {
        switch (stage) {
            case Stage::Train:
                trainDense();
                break;
            case Stage::Admm:
                admmRounds(recipe_.admm, {});
                break;
            case Stage::Retrain:
                retrain();
                break;
            case Stage::Quantize:
                admmRounds(recipe_.quantize, masks());
                break;
            case Stage::Finetune:
                finetune();
                break;
            case Stage::Done:
                break;
        }
        if (cancelled_) {
            return;
        }
        finishStage(stage);
        if (cancelled_) {
            return;
        }
        session_->beginStage();
        state_.admm.clear();
        state_.round = 0;
        state_.stage = static_cast<Stage>(static_cast<int>(stage) + 1);
        save({});
    }

    void finishStage(Stage stage)
    {
        if (stage == Stage::Train) {
            state_.originalPercent = testAccuracy();
        } else if (stage == Stage::Retrain) {
            state_.prunedPercent = testAccuracy();
        } else if (stage == Stage::Finetune && hasLevels()) {
            state_.quantizedPercent = testAccuracy();
        }
    }

    void trainDense()
    {
        if (!start_.hasWeights()) {
            train(Stage::Train, recipe_.train, {});
        }
    }

    void retrain()
    {
        TrainingTerms terms;
        terms.masks = masks();
        train(Stage::Retrain, recipe_.retrain, terms);
    }

    void finetune()
    {
        if (!hasLevels()) {
            return;
        }
        TrainingTerms terms;
        terms.masks = masks();
        terms.frozen.assign(layers_.size(), 1);
        train(Stage::Finetune, recipe_.finetune, terms);
    }

    /// ADMM with all constraints (Stage::Admm, ends in masks) or with the levels alone under fixed masks (Stage::Quantize,
    /// ends with every weight on its level).
    void admmRounds(const AdmmOptions& options, const std::vector<std::optional<LayerMask>>& fixedMasks)
    {
        const Stage stage = state_.stage;
        Admm admm(start_, recipe_.plan, target_, {.fixedMasks = fixedMasks, .poll = [this] { leaveIfAsked(); }});
        if (state_.admm.empty()) {
            admm.start(*session_);
        } else {
            admm.restore(state_.admm);
        }
        double rho = options.rho;
        for (std::int64_t round = 0; round < state_.round; ++round) {
            rho *= options.rhoFactor;
        }
        while (state_.round < options.rounds && !stopped_ && !cancelled_ && !admm.empty()) {
            TrainingTerms terms;
            terms.masks = fixedMasks;
            terms.penalties = admm.penalties(rho);
            state_.admm = admm.state();
            TrainingOptions training = options.training;
            training.epochs = options.epochsPerRound;
            std::optional<EpochMetric> last = train(stage, training, terms);
            if (cancelled_) {
                return;
            }
            const AdmmReport residuals = admm.update(*session_);
            session_->beginStage();
            state_.admm = admm.state();
            ++state_.round;
            rho *= options.rhoFactor;
            if (last) {
                last->primalResidual = residuals.primal;
                last->dualResidual = residuals.dual;
                publish(*last);
                save({*last});
            }
        }
        if (cancelled_) {
            return;
        }
        if (stage == Stage::Admm) {
            state_.masks = hardMasks(start_, recipe_.plan, target_, [this](std::size_t layer) { return session_->weights(layer); });
            dropPruned();
        } else {
            projectOntoLevels();
        }
    }

    /// The hard projection: no epoch is trained, but the masks take hold of weights, biases and batch norm.
    void dropPruned()
    {
        TrainingOptions options = recipe_.retrain;
        options.epochs = 0;
        TrainingTerms terms;
        terms.masks = masks();
        session_->train(data_, options, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    }

    void projectOntoLevels()
    {
        state_.scales.assign(layers_.size(), 0.0F);
        state_.zeros.assign(layers_.size(), 0.0F);
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            const LayerPlan* wanted = recipe_.plan.find(layers_[i].name);
            if (wanted == nullptr || wanted->levelBits == 0) {
                continue;
            }
            leaveIfAsked();
            std::vector<float> weights = session_->weights(i);
            const std::vector<std::uint8_t> kept = state_.masks[i].expanded();
            const LayerLevels levels = findQuantizer(wanted->levels).fit(wanted->levelBits, target_.levelFloor, weights, kept);
            for (std::size_t w = 0; w < weights.size(); ++w) {
                weights[w] = kept[w] != 0 ? levels.quantize(weights[w]) : 0.0F;
            }
            session_->setWeights(i, weights);
            state_.scales[i] = levels.scale;
            state_.zeros[i] = levels.zeroBelow;
        }
    }

    /// Trains one stage (or one ADMM round) and saves after each epoch. The last epoch of an ADMM round is handed back, as its
    /// residuals come with the update that follows.
    std::optional<EpochMetric> train(Stage stage, TrainingOptions options, const TrainingTerms& terms)
    {
        if (stopped_) {
            return std::nullopt;
        }
        options.seed = recipe_.seed;
        options.stage = kStride * static_cast<std::uint64_t>(stage) + static_cast<std::uint64_t>(state_.round);
        const bool rounds = stage == Stage::Admm || stage == Stage::Quantize;
        std::optional<EpochMetric> held;
        const auto report = [&](const EpochReport& epoch) {
            EpochMetric metric;
            metric.stage = stageName(stage);
            metric.epoch = state_.round * options.epochs + epoch.epoch;
            metric.loss = epoch.meanLoss;
            metric.trainAccuracyPercent = epoch.trainAccuracyPercent;
            metric.learningRate = epoch.learningRate;
            metric.seconds = epoch.seconds;
            lastAccuracy_ = epoch.trainAccuracyPercent;
            if (rounds && epoch.epoch == options.epochs) {
                held = metric;
            } else {
                publish(metric);
                save({metric});
            }
            return Verdict::Continue;
        };
        const std::int64_t before = epochsBefore(stage) + state_.round * options.epochs;
        const Verdict verdict = session_->train(data_, options, terms, report, [&](const Progress& inner) {
            return tell(stage, static_cast<double>(before) + inner.stageFraction * static_cast<double>(options.epochs), inner.loss);
        });
        decide(verdict);
        return held;
    }

    double testAccuracy()
    {
        const double done = static_cast<double>(epochsDone());
        // An evaluation is finished even when the training is to be stopped: it is part of what is kept.
        const Evaluation evaluation = session_->evaluate(*data_.test, data_.normalization, {}, [&](const Progress&) {
            const Verdict verdict = tell(state_.stage, done, -1.0);
            decide(verdict);
            return verdict == Verdict::Abort ? Verdict::Abort : Verdict::Continue;
        });
        if (evaluation.cancelled) {
            return -1.0;
        }
        callbacks_.log(fmt::format("{}: {:.2f} % of {} test images", stageName(state_.stage), evaluation.top1Percent, evaluation.samples));
        return evaluation.top1Percent;
    }

    /// @param epochs epochs done so far, over all stages
    Verdict tell(Stage stage, double epochs, double loss)
    {
        reachedEpochs_ = epochs;
        Progress progress;
        progress.stage = stageName(stage);
        const auto stageEpochs = static_cast<double>(epochsOf(stage));
        progress.stageFraction = stageEpochs > 0 ? (epochs - static_cast<double>(epochsBefore(stage))) / stageEpochs : 1.0;
        const auto total = static_cast<double>(epochsBefore(Stage::Done));
        progress.totalFraction = total > 0 ? epochs / total : 1.0;
        progress.elapsedS = std::chrono::duration<double>(Clock::now() - begin_).count();
        const double doneHere = epochs - static_cast<double>(epochsAtStart_);
        if (doneHere > 0.05) {
            progress.remainingS = progress.elapsedS / doneHere * (total - epochs);
        }
        progress.loss = loss;
        progress.accuracyPercent = lastAccuracy_;
        const Verdict verdict = callbacks_.progress(progress);
        return verdict == Verdict::StopAndKeep && stopped_ ? Verdict::Continue : verdict;
    }

    void decide(Verdict verdict)
    {
        cancelled_ = cancelled_ || verdict == Verdict::Abort;
        stopped_ = stopped_ || verdict == Verdict::StopAndKeep;
    }

    std::int64_t epochsOf(Stage stage) const
    {
        switch (stage) {
            case Stage::Train:
                return start_.hasWeights() ? 0 : recipe_.train.epochs;
            case Stage::Admm:
                return recipe_.admm.rounds * recipe_.admm.epochsPerRound;
            case Stage::Retrain:
                return recipe_.retrain.epochs;
            case Stage::Quantize:
                return hasLevels() ? recipe_.quantize.rounds * recipe_.quantize.epochsPerRound : 0;
            case Stage::Finetune:
                return hasLevels() ? recipe_.finetune.epochs : 0;
            case Stage::Done:
                return 0;
        }
        return 0;
    }

    std::int64_t epochsBefore(Stage stage) const
    {
        std::int64_t sum = 0;
        for (int earlier = 0; earlier < static_cast<int>(stage); ++earlier) {
            sum += epochsOf(static_cast<Stage>(earlier));
        }
        return sum;
    }

    std::int64_t epochsDone() const
    {
        const std::int64_t perRound = state_.stage == Stage::Admm ? recipe_.admm.epochsPerRound : recipe_.quantize.epochsPerRound;
        return epochsBefore(state_.stage) + state_.round * perRound + state_.training.epoch;
    }

    void publish(const EpochMetric& metric)
    {
        metrics_.push_back(metric);
        callbacks_.epoch(metric);
    }

    void save(const std::vector<EpochMetric>& newMetrics)
    {
        state_.training = session_->state();
        state_.stopped = stopped_;
        if (store_ != nullptr) {
            store_->saveCheckpoint(toCheckpoint(state_), newMetrics);
        }
    }

    bool hasLevels() const
    {
        return std::any_of(recipe_.plan.layers.begin(), recipe_.plan.layers.end(), [](const LayerPlan& l) { return l.levelBits > 0; });
    }

    std::vector<std::optional<LayerMask>> masks() const { return {state_.masks.begin(), state_.masks.end()}; }

    RunResult result()
    {
        RunResult result;
        result.end = cancelled_ ? RunEnd::Cancelled : stopped_ ? RunEnd::StoppedAndKept : RunEnd::Finished;
        result.recipe = recipe_;
        result.originalPercent = state_.originalPercent;
        result.prunedPercent = state_.prunedPercent;
        result.quantizedPercent = state_.quantizedPercent;
        result.dataName = data_.name;
        result.dataSha256 = data_.sha256;
        result.environment = learner().environment();
        result.metrics = metrics_;
        auto network = std::make_shared<const Network>(session_->snapshot());
        result.networkHash = networkHash(*network);
        result.compressed = uncompressed(network);
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            CompressedLayer& layer = result.compressed.layers[i];
            if (!state_.masks.empty()) {
                layer.mask = state_.masks[i];
            }
            if (!state_.scales.empty() && state_.scales[i] > 0.0F) {
                const LayerPlan* wanted = recipe_.plan.find(layers_[i].name);
                layer.levels = LayerLevels{findQuantizer(wanted->levels).levels(wanted->levelBits, target_.levelFloor), state_.scales[i], state_.zeros[i]};
            }
        }
        if (!cancelled_) {
            verifyPlan(result.compressed, recipe_.plan, target_);
        }
        result.componentsSha256 = components_.sha256;
        result.mappedDense = mapDense(*network, recipe_.hardware);
        result.mapped = mapNetwork(result.compressed, recipe_.hardware);
        result.costDense = estimateCost(result.mappedDense, components_);
        result.cost = estimateCost(result.mapped, components_);
        result.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
        return result;
    }

    Recipe recipe_;
    const Network& start_;
    const DataSet& data_;
    RunStore* store_;
    const RunCallbacks& callbacks_;
    std::vector<WeightLayer> layers_;
    Target target_;
    ComponentFile components_;
    std::unique_ptr<LearnSession> session_;
    RunState state_;
    std::vector<EpochMetric> metrics_;
    bool cancelled_ = false;
    bool stopped_ = false;
    double lastAccuracy_ = -1.0;
    std::int64_t epochsAtStart_ = 0;
    double reachedEpochs_ = 0.0;  ///< Over all stages, as last told.
    Clock::time_point begin_ = Clock::now();
};

}  // namespace

RunResult runRecipe(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks)
{
    return Job(recipe, start, data, store, callbacks).run();
}

}  // namespace mho
