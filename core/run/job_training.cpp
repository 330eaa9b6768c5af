// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/run/convergence_json.h"
#include "core/run/job.h"

#include <fmt/format.h>

#include <cmath>

namespace mho {
namespace {

/// Distinct random streams: a stage's training options get stage number kStride * stage + round.
constexpr std::uint64_t kStride = 1'000'000;

}  // namespace

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
        if (cancelled_ || stopped_) {
            return;  // no update follows a round that was not trained to its end
        }
        // So that the update replaces copies and duals instead of standing beside the last ones.
        training = {};
        state_.admm.clear();
        const AdmmReport report = admm.update(*session_);
        session_->beginStage();
        if (options.rescaleDuals) {
            admm.scaleDuals(options.rhoAt(state_.round) / options.rhoAt(state_.round + 1));
        }
        state_.admm = admm.state();
        state_.convergenceJson = withConvergence(state_.convergenceJson, stageName(state_.stage), state_.round + 1, report);
        refuseDivergence(report.primal + report.dual);
        const bool converged = options.tolerance > 0.0 && report.primal <= options.tolerance && report.dual <= options.tolerance;
        if (converged) {
            callbacks_.log(phrase(MHO_TEXT("%1: both residuals are at most %2 after round %3"), stageName(state_.stage),
                                  options.tolerance, state_.round + 1));
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
    options.stopBefore = stopBefore();
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
    cancelIf(verdict);
    // A pause ends the training like a wish to stop, but is none.
    const bool stops = asked || pauseAt == 0 || (options.stopBefore >= 0 && session_->state().step >= options.stopBefore);
    if (verdict == Verdict::StopAndKeep && stops) {
        stopHere();
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

double Job::testAccuracy(const char* what)
{
    const auto done = static_cast<double>(epochsDone());
    // An evaluation is finished even when the training is to be stopped: it is part of what is kept.
    const Evaluation evaluation = session_->evaluate(*data_.test, data_.normalization, {}, [&](const Progress&) {
        const Verdict verdict = tell(done, -1.0);
        cancelIf(verdict);
        return verdict == Verdict::Abort ? Verdict::Abort : Verdict::Continue;
    });
    if (evaluation.cancelled) {
        return -1.0;
    }
    callbacks_.log(phrase(MHO_TEXT("%1, %2: %3 % of %4 test images"), stageName(state_.stage), what,
                          fmt::format("{:.2f}", evaluation.top1Percent), evaluation.samples));
    return evaluation.top1Percent;
}

}  // namespace mho
