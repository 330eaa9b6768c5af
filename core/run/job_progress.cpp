// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/job.h"

#include "core/run/recipe_work.h"

#include <chrono>

namespace mho {

void Job::leaveIfAsked()
{
    cancelIf(tell(reachedEpochs_, -1.0));
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
    progress.elapsedS = secondsWorked();
    const double doneHere = epochs - static_cast<double>(epochsAtStart_);
    if (doneHere > 0.05) {
        progress.remainingS = progress.elapsedS / doneHere * (total - epochs);
    }
    progress.loss = loss;
    progress.accuracyPercent = lastAccuracy_;
    const auto told = std::chrono::steady_clock::now();
    const Verdict verdict = callbacks_.progress(progress);
    away_ += std::chrono::steady_clock::now() - told;
    return verdict == Verdict::StopAndKeep && stopped_ ? Verdict::Continue : verdict;
}

double Job::secondsWorked() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_ - away_).count();
}

void Job::stopHere()
{
    stopped_ = true;
    state_.stoppedAt = stopPointText({stageName(state_.stage), state_.round, session_->state().step});
    save({});  // so that a run that is killed on its way to the result trains no further either
}

std::int64_t Job::stopBefore() const
{
    if (!callbacks_.stopAt) {
        return -1;
    }
    const StopPoint& at = *callbacks_.stopAt;
    Stage stage = Stage::Train;
    while (stage != Stage::Done && stageName(stage) != at.stage) {
        stage = static_cast<Stage>(static_cast<int>(stage) + 1);
    }
    if (state_.stage == stage && state_.round == at.round) {
        return at.step;
    }
    return state_.stage > stage || (state_.stage == stage && state_.round > at.round) ? 0 : -1;
}

std::int64_t Job::epochsOf(Stage stage) const
{
    return stageEpochs(recipe_, stage, start_.hasWeights());
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
