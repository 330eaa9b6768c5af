// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sensitivity.h"

#include "core/base/phrasing.h"
#include "core/base/sha256.h"
#include "core/base/units.h"
#include "core/compress/quantizer.h"
#include "core/explore/one_shot.h"
#include "core/explore/sensitivity_trials.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace mho {
namespace {

std::size_t measuredTrials(const SensitivityTable& table)
{
    std::size_t count = table.probes.size();
    for (const SensitivityUnit& unit : table.units) {
        count += unit.ratios.size() + unit.bits.size();
    }
    return count;
}

/// Progress of one trial as that of all of them.
class TrialProgress {
public:
    TrialProgress(const ProgressCallback& progress, std::size_t first, std::size_t all) : progress_(progress), first_(first), all_(all) {}

    ProgressCallback of(std::size_t trial) const
    {
        return [this, trial](const Progress& inner) {
            Progress outer = inner;
            outer.stage = "sensitivity";
            const double done = static_cast<double>(trial) + std::clamp(inner.stageFraction, 0.0, 1.0);
            outer.totalFraction = outer.stageFraction = done / static_cast<double>(all_);
            outer.elapsedS = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
            const double here = done - static_cast<double>(first_);
            outer.remainingS = here > 0.0 ? outer.elapsedS / here * (static_cast<double>(all_) - done) : -1.0;
            return progress_(outer);
        };
    }

private:
    const ProgressCallback& progress_;
    std::size_t first_;
    std::size_t all_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

std::vector<Problem> listProblems(const SensitivityOptions& options)
{
    std::vector<Problem> problems;
    const auto ascending = [&](const char* field, const auto& values, auto least) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] <= least || (i > 0 && values[i] <= values[i - 1])) {
                problems.push_back({fmt::format("{}[{}]", field, i),
                                    phrase(MHO_TEXT("%1 must be above %2 and above the value before it"), values[i], least)});
            }
        }
    };
    ascending("ratios", options.ratios, 1.0);
    ascending("level_bits", options.levelBits, 0);
    if (options.ratios.empty() && options.levelBits.empty()) {
        problems.push_back({"ratios", MHO_TEXT("give ratios or level_bits to try")});
    }
    return problems;
}

}  // namespace

std::vector<Problem> SensitivityOptions::validate() const
{
    std::vector<Problem> problems = listProblems(*this);
    const auto atLeast = [&](const char* field, std::int64_t value, std::int64_t least) {
        if (value < least) {
            problems.push_back({field, phrase(MHO_TEXT("%1 must be at least %2"), value, least)});
        }
    };
    atLeast("images", images, 1);
    atLeast("recalibration_images", recalibrationImages, 0);
    atLeast("recovery_images", recoveryImages, 0);
    atLeast("probes", probes, 0);
    try {
        findQuantizer(levels);
    } catch (const Error& error) {
        problems.push_back({"levels", phraseOf(error)});
    }
    for (const Problem& problem : recovery.validate()) {
        problems.push_back({"recovery." + problem.field, problem.message});
    }
    return problems;
}

const SensitivityUnit* SensitivityTable::find(std::string_view layer) const
{
    const auto found = std::find_if(units.begin(), units.end(), [&](const SensitivityUnit& unit) {
        return std::find(unit.layers.begin(), unit.layers.end(), layer) != unit.layers.end();
    });
    return found != units.end() ? &*found : nullptr;
}

std::string sensitivityKey(const Network& network, const Plan& asked, const DataSet& data, const Target& target,
                           const SensitivityOptions& options, const ExecutionOptions& execution)
{
    SensitivityTable empty;
    empty.options = options;
    Sha256 hash;
    const ExecutionOptions resolved = execution.resolved();
    hash.add(networkHash(network) + data.sha256 + planToJson(asked) + sensitivityToJson(empty));
    hash.add(fmt::format("{} {} {} {}", resolved.device, resolved.threads, static_cast<int>(resolved.precision), resolved.channelsLast));
    hash.addArray<float>(data.normalization.mean);
    hash.addArray<float>(data.normalization.deviation);
    hash.add(exactText(target.levelFloor) + fmt::format(" {}", target.cellBits));
    for (const WeightLayer& layer : weightLayers(network)) {
        const TilingOptions tiling = target.tiling(layer, weightBits(*asked.find(layer.name)));
        hash.add(fmt::format("{} {} {} {} ", tiling.wordLines, tiling.filtersPerBlock, static_cast<int>(tiling.mapping),
                             static_cast<int>(tiling.compaction)));
    }
    return hash.hex();
}

SensitivityTable measureSensitivity(const std::shared_ptr<const Network>& network, const Plan& asked, const DataSet& data,
                                    const Target& target, const SensitivityOptions& options, const ExecutionOptions& execution,
                                    const SensitivityTable* known, const std::function<void(const SensitivityTable&)>& kept,
                                    const ProgressCallback& progress)
{
    std::vector<Problem> problems = options.validate();
    const std::vector<Problem> planProblems = asked.validate(*network, target);
    problems.insert(problems.end(), planProblems.begin(), planProblems.end());
    if (!network->hasWeights()) {
        problems.push_back({"network", phrase(MHO_TEXT("%1 has no weights; train it first (a run whose plan leaves all layers "
                                                       "as they are), or give it trained ones"),
                                              network->name())});
    }
    throwIfProblems(problems, "sensitivity");

    TrialList list(network, asked, target, options);
    if (list.trials.empty()) {
        throw Error(ErrorCode::Infeasible, MHO_TEXT("The plan has no constraint whose ratio can be moved, and no bits are to be tried; "
                                                    "give each layer a constraint with a ratio above 1"),
                    {}, network->name());
    }
    const OneShotJudge judge(data, options, execution);
    SensitivityTable table;
    table.key = sensitivityKey(*network, asked, data, target, options, execution);
    if (known != nullptr && known->key == table.key && known->units.size() == list.units.size()) {
        table = *known;
    } else {
        table.network = network->name();
        table.networkHash = networkHash(*network);
        table.dataSha256 = data.sha256;
        table.options = options;
        table.units = list.units;
        const Evaluation dense = judge.judge(uncompressed(network), TrialProgress(progress, 0, list.trials.size()).of(0));
        table.top1Percent = dense.top1Percent;
        table.meanLoss = dense.meanLoss;
    }
    const std::size_t first = measuredTrials(table);
    const TrialProgress trialProgress(progress, first, list.trials.size());
    for (std::size_t at = first; at < list.trials.size(); ++at) {
        Trial& trial = list.trials[at];
        const Evaluation result = judge.judge(list.compressed(trial), trialProgress.of(at));
        if (trial.unit == table.units.size()) {
            table.probes.push_back({trial.probe, result.top1Percent, result.meanLoss});
        } else {
            trial.point.top1Percent = result.top1Percent;
            trial.point.meanLoss = result.meanLoss;
            SensitivityUnit& unit = table.units[trial.unit];
            (trial.point.levelBits == 0 ? unit.ratios : unit.bits).push_back(trial.point);
        }
        kept(table);
    }
    return table;
}

}  // namespace mho
