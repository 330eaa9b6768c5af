// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stages.h"

#include "core/base/phrasing.h"
#include "core/run/json_fields.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

using detail::addProblems;
using detail::prefixed;

constexpr std::int64_t kMostRounds = 100'000;

template <class Number>
void require(std::vector<Problem>& problems, bool good, const char* field, Number value, const char* range)
{
    if (!good) {
        problems.push_back({field, phrase(MHO_TEXT("%1 is not %2"), value, range)});
    }
}

}  // namespace

std::vector<Problem> AdmmOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, rounds >= 0 && rounds <= kMostRounds, "rounds", rounds, MHO_TEXT("in 0..100000"));
    require(problems, epochsPerRound >= 1 && epochsPerRound <= kMostRounds, "epochs_per_round", epochsPerRound,
            MHO_TEXT("in 1..100000"));
    require(problems, rho > 0.0 && std::isfinite(rho), "rho", rho, MHO_TEXT("a number above 0"));
    require(problems, rhoFactor >= 1.0 && std::isfinite(rhoFactor), "rho_factor", rhoFactor, MHO_TEXT("a number of 1 or more"));
    require(problems, rhoEvery >= 1 && rhoEvery <= kMostRounds, "rho_every", rhoEvery, MHO_TEXT("in 1..100000"));
    require(problems, tolerance >= 0.0 && tolerance < 1.0, "tolerance", tolerance, MHO_TEXT("in 0 <= t < 1"));
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

double AdmmOptions::rhoAt(std::int64_t round) const
{
    double value = rho;
    for (std::int64_t passed = rhoEvery; passed <= round; passed += rhoEvery) {
        value *= rhoFactor;
    }
    return value;
}

std::vector<Problem> RegularizeOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, strength >= 0.0 && std::isfinite(strength), "strength", strength, MHO_TEXT("a number of 0 or more"));
    require(problems, clipRatio > 0.0 && std::isfinite(clipRatio), "clip_ratio", clipRatio, MHO_TEXT("a number above 0"));
    require(problems, epsilon > 0.0 && std::isfinite(epsilon), "epsilon", epsilon, MHO_TEXT("a number above 0"));
    require(problems, refreshEpochs >= 1 && refreshEpochs <= kMostRounds, "refresh_epochs", refreshEpochs,
            MHO_TEXT("in 1..100000"));
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

std::vector<Problem> ProgressiveOptions::validate() const
{
    std::vector<Problem> problems;
    require(problems, steps >= 0 && steps <= kMostRounds, "steps", steps, MHO_TEXT("in 0..100000"));
    require(problems, share > 0.0 && share <= 1.0, "share", share, MHO_TEXT("in 0 < s <= 1"));
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

std::vector<Problem> RetrainTeacher::validate() const
{
    std::vector<Problem> problems;
    require(problems, mix >= 0.0 && mix <= 1.0, "mix", mix, MHO_TEXT("in 0..1"));
    require(problems, temperature > 0.0 && std::isfinite(temperature), "temperature", temperature,
            MHO_TEXT("a number above 0"));
    return problems;
}

std::vector<Problem> StraightThroughOptions::validate() const
{
    std::vector<Problem> problems = RetrainTeacher{mix, temperature}.validate();
    if (teacherMean.size() != teacherDeviation.size()) {
        problems.push_back(
            {"teacher_mean",
             MHO_TEXT("teacher_mean and teacher_deviation need as many numbers as images have channels, or none")});
    }
    if (!std::all_of(teacherDeviation.begin(), teacherDeviation.end(), [](double d) { return d > 0.0; })) {
        problems.push_back({"teacher_deviation", MHO_TEXT("every deviation must be above 0")});
    }
    if (teacher.empty() && !teacherMean.empty()) {
        problems.push_back(
            {"teacher_mean",
             MHO_TEXT("there is no \"teacher\" that it is for; the network's own original is normalised as the network")});
    }
    addProblems(problems, prefixed("training", training.validate()));
    return problems;
}

std::vector<Problem> Stages::validate() const
{
    std::vector<Problem> problems = prefixed("execution", execution.validate());
    addProblems(problems, prefixed("train", train.validate()));
    addProblems(problems, prefixed("admm", admm.validate()));
    addProblems(problems, prefixed("regularize", regularize.validate()));
    addProblems(problems, prefixed("purify", purify.thresholds.validate()));
    addProblems(problems, prefixed("retrain", retrain.validate()));
    addProblems(problems, prefixed("retrain_teacher", retrainTeacher.validate()));
    addProblems(problems, prefixed("quantize", quantize.validate()));
    addProblems(problems, prefixed("progressive", progressive.validate()));
    addProblems(problems, prefixed("straight_through", straightThrough.validate()));
    addProblems(problems, prefixed("finetune", finetune.validate()));
    return problems;
}

}  // namespace mho
