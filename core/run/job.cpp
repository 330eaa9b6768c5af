// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/job.h"

#include "core/cost/cost_model.h"
#include "core/run/convergence_json.h"
#include "core/run/recipe_data.h"
#include "core/run/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

using Clock = std::chrono::steady_clock;

/// Distinct random streams: a stage's training options get stage number kStride * stage + round.
constexpr std::uint64_t kStride = 1'000'000;

}  // namespace

Job::Job(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks,
         std::shared_ptr<const Network> teacher)
    : recipe_(recipe), start_(start), data_(withNormalization(data, recipe)), store_(store), callbacks_(callbacks), teacher_(std::move(teacher)),
      layers_(weightLayers(start)), target_(targetOf(recipe.hardware))
{
    std::vector<Problem> problems = recipe_.validate();
    const std::vector<Problem> planProblems = recipe_.plan.validate(start_, target_);
    problems.insert(problems.end(), planProblems.begin(), planProblems.end());
    if (recipe_.straightThrough.mix > 0.0 && !recipe_.straightThrough.teacher.empty()) {
        const std::string& name = recipe_.straightThrough.teacher;
        if (teacher_ == nullptr || !teacher_->hasWeights()) {
            problems.push_back({"straight_through.teacher", fmt::format("the weights of teacher {} are needed", name)});
        } else if (teacher_->inputShape() != start_.inputShape() || teacher_->outputShape() != start_.outputShape()) {
            problems.push_back({"straight_through.teacher", fmt::format("{} takes {} and gives {}, the network takes {} and gives {}", name,
                                                                        shapeText(teacher_->inputShape()), shapeText(teacher_->outputShape()),
                                                                        shapeText(start_.inputShape()), shapeText(start_.outputShape()))});
        } else {
            state_.teacherHash = networkHash(*teacher_);
        }
        const std::size_t channels = data_.normalization.mean.size();
        if (const auto& mean = recipe_.straightThrough.teacherMean; !mean.empty() && mean.size() != channels) {
            problems.push_back({"straight_through.teacher_mean", fmt::format("{} numbers, but images have {} channels", mean.size(), channels)});
        }
    }
    throwIfProblems(problems, "recipe " + recipe_.name);
    recipe_.execution = recipe_.execution.resolved();
    // Before any training: a preset that is missing or faulty must not cost a run.
    components_ = loadComponents(recipe_.hardware.preset);
    CostModel(components_, recipe_.hardware.adcLaw);
    state_.componentsSha256 = components_.sha256;
    state_.recipeJson = recipeToJson(recipe_);
    state_.dataSha256 = data_.sha256;
    state_.startHash = networkHash(start_);
}

RunResult Job::run()
{
    takeUpCheckpoint();
    if (pruned()) {
        openWorkNetwork(false);
    } else {
        session_ = learner().open(start_, recipe_.execution);
    }
    if (!state_.training.empty()) {
        session_->restore(state_.training);
        dropTrainingArrays();
    } else if (!start_.hasWeights()) {
        session_->initialize(recipe_.seed);
    }
    tellNormalization();
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

void Job::leaveIfAsked()
{
    decide(tell(reachedEpochs_, -1.0));
    if (cancelled_) {
        throw Left{};
    }
}

void Job::takeUpCheckpoint()
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
                    MHO_TEXT("The unfinished run was started with other data; point Mho at the same data set, or start anew"), {}, data_.name);
    }
    if (state.componentsSha256 != components_.sha256) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The component file has changed since the run was started; put the old one back, or start anew"), {},
                    recipe_.hardware.preset);
    }
    if (state.startHash != state_.startHash) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The unfinished run was started from other weights; give it the same ones, or start anew"), {}, recipe_.network);
    }
    if (state.teacherHash != state_.teacherHash) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The unfinished run learns from another teacher; give it the same weights, or start anew"), {},
                    recipe_.straightThrough.teacher);
    }
    state_ = std::move(state);
    stopped_ = state_.stopped;
    metrics_ = store_->metrics();
    callbacks_.log(fmt::format("resuming at stage {}, round {}, epoch {}", stageName(state_.stage), state_.round, state_.training.epoch));
}

void Job::perform(Stage stage)
{
    switch (stage) {
        case Stage::Train:
            trainDense();
            break;
        case Stage::Prune:
            prune();
            break;
        case Stage::Retrain:
            retrain();
            break;
        case Stage::Quantize:
            quantize();
            break;
        case Stage::Progressive:
            progressive();
            break;
        case Stage::StraightThrough:
            trainThroughLevels();
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
    if (stage == Stage::StraightThrough) {
        // No later stage learns from a teacher, and the last one freezes whole layers.
        state_.teacher.clear();
        state_.held.clear();
        teacher_.reset();
    }
    state_.round = 0;
    state_.stage = static_cast<Stage>(static_cast<int>(stage) + 1);
    save({});
}

void Job::finishStage(Stage stage)
{
    if (stage == Stage::Train) {
        state_.accuracies.original = testAccuracy();
        const StraightThroughOptions& later = recipe_.straightThrough;
        if (hasLevels() && later.training.epochs > 0 && later.mix > 0.0 && later.teacher.empty()) {
            state_.teacher = session_->state().parameters;
        }
    } else if (stage == Stage::Retrain) {
        state_.accuracies.pruned = testAccuracy();
    } else if (stage == Stage::StraightThrough && hasLevels()) {
        projectOntoLevels();
    } else if (stage == Stage::Finetune && hasLevels()) {
        state_.accuracies.quantized = testAccuracy();
    }
}

void Job::trainDense()
{
    if (!start_.hasWeights() || recipe_.trainFurther) {
        train(recipe_.train, {});
    }
}

TrainingTerms Job::maskedTerms() const
{
    TrainingTerms terms;
    for (const CompressedLayer& layer : shrunk_->compressed.layers) {
        terms.masks.emplace_back(layer.mask);
    }
    for (std::size_t i = 0; i < state_.signs.size(); ++i) {
        std::vector<std::int8_t>& signs = terms.signs.emplace_back();
        if (state_.signs[i].empty()) {
            continue;
        }
        const auto k = static_cast<std::size_t>(layers_[i].columns);
        for (const std::int64_t row : shrunk_->layers[i].rows) {
            for (const std::int64_t column : shrunk_->layers[i].columns) {
                signs.push_back(state_.signs[i][static_cast<std::size_t>(row) * k + static_cast<std::size_t>(column)]);
            }
        }
    }
    return terms;
}

void Job::retrain()
{
    train(recipe_.retrain, maskedTerms());
}

void Job::finetune()
{
    if (hasLevels()) {
        TrainingTerms terms = maskedTerms();
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            terms.frozen.push_back(planOf(i).levelBits > 0 ? 1 : 0);
        }
        train(recipe_.finetune, terms);
    }
}

void Job::admmRounds(const AdmmOptions& options, Admm::Options terms)
{
    terms.poll = [this] { leaveIfAsked(); };
    const Network& network = pruned() ? *shrunk_->compressed.network : start_;
    Admm admm(network, recipe_.plan, target_, std::move(terms));
    if (state_.admm.empty()) {
        admm.start(*session_);
    } else {
        admm.restore(state_.admm);
    }
    while (state_.round < options.rounds && !stopped_ && !cancelled_ && !admm.empty()) {
        TrainingTerms training = pruned() ? maskedTerms() : TrainingTerms{};
        training.penalties = admm.penalties(options.rhoAt(state_.round));
        state_.admm = admm.state();
        TrainingOptions round = options.training;
        round.epochs = options.epochsPerRound;
        std::optional<EpochMetric> last = train(round, training);
        if (cancelled_) {
            return;
        }
        // So that the update replaces copies and duals instead of standing beside the last ones.
        training = {};
        state_.admm.clear();
        const AdmmReport report = admm.update(*session_);
        session_->beginStage();
        state_.admm = admm.state();
        state_.convergenceJson = withConvergence(state_.convergenceJson, stageName(state_.stage), state_.round + 1, report);
        refuseDivergence(report.primal + report.dual);
        const bool converged = options.tolerance > 0.0 && report.primal <= options.tolerance && report.dual <= options.tolerance;
        if (converged) {
            callbacks_.log(fmt::format("{}: both residuals are at most {} after round {}", stageName(state_.stage), options.tolerance,
                                       state_.round + 1));
        }
        state_.round = converged ? options.rounds : state_.round + 1;
        if (last) {
            last->primalResidual = report.primal;
            last->dualResidual = report.dual;
            publish(*last);
            save({*last});
        }
    }
}

std::optional<EpochMetric> Job::train(const TrainingOptions& wanted, const TrainingTerms& terms, std::int64_t pauseAt)
{
    // A period that was cut off after its last epoch was saved has nothing left to train.
    if (stopped_ || (pauseAt > 0 && state_.training.epoch >= pauseAt)) {
        return std::nullopt;
    }
    const Stage stage = state_.stage;
    TrainingOptions options = wanted;
    options.seed = recipe_.seed;
    options.stage = kStride * static_cast<std::uint64_t>(stage) + (pauseAt > 0 ? 0 : static_cast<std::uint64_t>(state_.round));
    const bool rounds = (stage == Stage::Prune && recipe_.prune == PruneMethod::Admm) || stage == Stage::Quantize;
    const std::int64_t before = pauseAt > 0 ? 0 : state_.round * options.epochs;
    std::optional<EpochMetric> held;
    const auto report = [&](const EpochReport& epoch) {
        refuseDivergence(epoch.meanLoss);
        for (const Tensor& parameter : session_->state().parameters) {
            for (const float value : parameter.values()) {
                refuseDivergence(static_cast<double>(value));
            }
        }
        EpochMetric metric;
        metric.stage = stageName(stage);
        metric.epoch = before + epoch.epoch;
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
        return pauseAt > 0 && epoch.epoch >= pauseAt ? Verdict::StopAndKeep : Verdict::Continue;
    };
    bool asked = false;
    const Verdict verdict = session_->train(data_, options, terms, report, [&](const Progress& inner) {
        const Verdict wish = tell(static_cast<double>(epochsBefore(stage) + before) + inner.stageFraction * static_cast<double>(options.epochs),
                                  inner.loss);
        asked = asked || wish == Verdict::StopAndKeep;
        return wish;
    });
    // A pause ends the training like a wish to stop, but is none.
    if (pauseAt == 0 || asked || verdict == Verdict::Abort) {
        decide(verdict);
    }
    return held;
}

/// Before a checkpoint is written, so that the last sound one stands.
void Job::refuseDivergence(double number) const
{
    if (!std::isfinite(number)) {
        throw Error(ErrorCode::Infeasible,
                    MHO_TEXT("The training diverged in stage %1, round %2: losses, residuals or weights are no numbers any more; lower its learning "
                             "rate or rho. The last checkpoint stands"),
                    {stageName(state_.stage), fmt::format("{}", state_.round + 1)}, recipe_.name);
    }
}

double Job::testAccuracy()
{
    const auto done = static_cast<double>(epochsDone());
    // An evaluation is finished even when the training is to be stopped: it is part of what is kept.
    const Evaluation evaluation = session_->evaluate(*data_.test, data_.normalization, {}, [&](const Progress&) {
        const Verdict verdict = tell(done, -1.0);
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
Verdict Job::tell(double epochs, double loss)
{
    reachedEpochs_ = epochs;
    Progress progress;
    progress.stage = stageName(state_.stage);
    const auto stageEpochs = static_cast<double>(epochsOf(state_.stage));
    progress.stageFraction = stageEpochs > 0 ? (epochs - static_cast<double>(epochsBefore(state_.stage))) / stageEpochs : 1.0;
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

void Job::decide(Verdict verdict)
{
    cancelled_ = cancelled_ || verdict == Verdict::Abort;
    stopped_ = stopped_ || verdict == Verdict::StopAndKeep;
}

std::int64_t Job::epochsOf(Stage stage) const
{
    const std::int64_t withLevels = hasLevels() ? 1 : 0;
    switch (stage) {
        case Stage::Train:
            return start_.hasWeights() && !recipe_.trainFurther ? 0 : recipe_.train.epochs;
        case Stage::Prune:
            return recipe_.prune == PruneMethod::Admm ? recipe_.admm.rounds * recipe_.admm.epochsPerRound : recipe_.regularize.training.epochs;
        case Stage::Retrain:
            return recipe_.retrain.epochs;
        case Stage::Quantize:
            return withLevels * recipe_.quantize.rounds * recipe_.quantize.epochsPerRound;
        case Stage::Progressive:
            return withLevels * recipe_.progressive.steps * recipe_.progressive.training.epochs;
        case Stage::StraightThrough:
            return withLevels * recipe_.straightThrough.training.epochs;
        case Stage::Finetune:
            return withLevels * recipe_.finetune.epochs;
        case Stage::Done:
            return 0;
    }
    return 0;
}

std::int64_t Job::epochsBefore(Stage stage) const
{
    std::int64_t sum = 0;
    for (int earlier = 0; earlier < static_cast<int>(stage); ++earlier) {
        sum += epochsOf(static_cast<Stage>(earlier));
    }
    return sum;
}

std::int64_t Job::epochsPerRound() const
{
    switch (state_.stage) {
        case Stage::Prune:
            // The regularised training counts its epochs through.
            return recipe_.prune == PruneMethod::Admm ? recipe_.admm.epochsPerRound : 0;
        case Stage::Quantize:
            return recipe_.quantize.epochsPerRound;
        case Stage::Progressive:
            return recipe_.progressive.training.epochs;
        default:
            return 0;
    }
}

std::int64_t Job::epochsDone() const
{
    return epochsBefore(state_.stage) + state_.round * epochsPerRound() + state_.training.epoch;
}

void Job::publish(const EpochMetric& metric)
{
    metrics_.push_back(metric);
    callbacks_.epoch(metric);
}

void Job::save(const std::vector<EpochMetric>& newMetrics)
{
    state_.training = session_->state();
    state_.stopped = stopped_;
    if (store_ != nullptr) {
        store_->saveCheckpoint(toCheckpoint(state_), newMetrics);
    }
    dropTrainingArrays();
}

void Job::dropTrainingArrays()
{
    state_.training.parameters.clear();
    state_.training.moments.clear();
}

bool Job::hasLevels() const
{
    return std::any_of(recipe_.plan.layers.begin(), recipe_.plan.layers.end(), [](const LayerPlan& l) { return l.levelBits > 0; });
}

}  // namespace mho
