// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/job.h"

#include <chrono>

namespace mho {

void Job::leaveIfAsked()
{
    decide(tell(reachedEpochs_, -1.0));
    if (cancelled_) {
        throw Left{};
    }
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
    progress.elapsedS = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
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

}  // namespace mho
