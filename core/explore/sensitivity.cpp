// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/sensitivity.h"

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/base/units.h"
#include "core/compress/preview.h"
#include "core/compress/quantizer.h"
#include "core/explore/coupled_layers.h"
#include "core/explore/one_shot.h"
#include "core/explore/pruning_ladder.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace mho {
namespace {

constexpr std::uint64_t kProbeStream = 0x70726f62;  // "prob"

/// One measurement: a plan, and where its result goes.
struct Trial {
    Plan plan;
    std::size_t unit = 0;  ///< Number of units = a probe.
    SensitivityPoint point;
    std::vector<std::size_t> probe;
};

/// The list of trials, which depends on the inputs alone.
class TrialList {
public:
    TrialList(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target, const SensitivityOptions& options)
        : target_(target), options_(options), preview_(network, target), dense_(densePlan(*network)), layers_(weightLayers(*network))
    {
        for (const WeightLayer& layer : layers_) {
            ladders_.emplace_back(*asked.find(layer.name), layer, target);
        }
        for (const std::vector<std::size_t>& unit : coupledLayers(*network, asked, target)) {
            addUnit(unit);
        }
        addProbes();
    }

    std::vector<SensitivityUnit> units;
    std::vector<Trial> trials;

    /// The network under the trial's plan; ratios are judged with float weights, whatever their levels will be.
    CompressedNetwork compressed(const Trial& trial)
    {
        CompressedNetwork result = preview_.apply(trial.plan);
        if (trial.point.levelBits == 0) {
            for (CompressedLayer& layer : result.layers) {
                layer.levels.reset();
            }
        }
        return result;
    }

private:
    void addUnit(const std::vector<std::size_t>& members)
    {
        SensitivityUnit unit;
        for (const std::size_t at : members) {
            unit.layers.push_back(layers_[at].name);
            const std::vector<std::string> kinds = ladders_[at].kinds();
            if (unit.kinds.empty()) {
                unit.kinds = kinds;
            }
        }
        members_.push_back(members);
        rungs_.emplace_back();
        addRatios(members);
        addBits(members);
        units.push_back(std::move(unit));
    }

    void addRatios(const std::vector<std::size_t>& members)
    {
        double last = 1.0;
        for (const double ratio : options_.ratios) {
            Plan plan = dense_;
            for (const std::size_t at : members) {
                if (ladders_[at].movable()) {
                    plan.layers[at] = ladders_[at].at(ladders_[at].stepAt(ratio));
                }
            }
            const double reached = ratioOf(plan, members);
            if (reached > last) {
                last = reached;
                trials.push_back({plan, units.size(), {.ratio = reached}, {}});
                rungs_.back().push_back(std::move(plan));
            }
        }
    }

    void addBits(const std::vector<std::size_t>& members)
    {
        const Quantizer& quantizer = findQuantizer(options_.levels);
        for (const int bits : options_.levelBits) {
            if (bits < quantizer.leastBits() || bits > quantizer.mostBits() || (quantizer.isAnalog() && bits - 1 > target_.cellBits)) {
                continue;
            }
            Plan plan = dense_;
            for (const std::size_t at : members) {
                plan.layers[at].levelBits = bits;
                plan.layers[at].levels = options_.levels;
            }
            trials.push_back({std::move(plan), units.size(), {.levelBits = bits}, {}});
        }
    }

    /// Each probe has its own depth, so that mild and harsh plans are among them.
    void addProbes()
    {
        for (std::int64_t probe = 0; probe < options_.probes; ++probe) {
            RandomStream random({options_.seed, kProbeStream, static_cast<std::uint64_t>(probe)});
            const double depth = random.uniform();
            Trial trial{dense_, units.size(), {}, {}};
            for (std::size_t unit = 0; unit < units.size(); ++unit) {
                const auto count = static_cast<double>(rungs_[unit].size());
                const auto rung = static_cast<std::size_t>(std::floor(random.uniform(0.0, depth) * (count + 1.0)));
                trial.probe.push_back(rung == 0 ? rungs_[unit].size() : rung - 1);
                for (const std::size_t at : members_[unit]) {
                    if (rung > 0) {
                        trial.plan.layers[at] = rungs_[unit][rung - 1].layers[at];
                    }
                }
            }
            trials.push_back(std::move(trial));
        }
    }

    double ratioOf(const Plan& plan, const std::vector<std::size_t>& members)
    {
        const CompressedNetwork& compressed = preview_.apply(plan);
        std::int64_t weights = 0;
        std::int64_t kept = 0;
        for (const std::size_t at : members) {
            weights += layers_[at].weights();
            kept += compressed.layers[at].mask.keptWeights();
        }
        return static_cast<double>(weights) / static_cast<double>(kept);
    }

    const Target& target_;
    const SensitivityOptions& options_;
    Preview preview_;
    Plan dense_;
    std::vector<WeightLayer> layers_;
    std::vector<PruningLadder> ladders_;              ///< Per layer.
    std::vector<std::vector<std::size_t>> members_;   ///< Per unit.
    std::vector<std::vector<Plan>> rungs_;            ///< Per unit: the plans of its ratios.
};

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
                problems.push_back({fmt::format("{}[{}]", field, i), fmt::format("{} must be above {} and above the value before it",
                                                                                 values[i], least)});
            }
        }
    };
    ascending("ratios", options.ratios, 1.0);
    ascending("level_bits", options.levelBits, 0);
    if (options.ratios.empty() && options.levelBits.empty()) {
        problems.push_back({"ratios", "give ratios or level_bits to try"});
    }
    return problems;
}

}  // namespace

std::vector<Problem> SensitivityOptions::validate() const
{
    std::vector<Problem> problems = listProblems(*this);
    const auto atLeast = [&](const char* field, std::int64_t value, std::int64_t least) {
        if (value < least) {
            problems.push_back({field, fmt::format("{} must be at least {}", value, least)});
        }
    };
    atLeast("images", images, 1);
    atLeast("recalibration_images", recalibrationImages, 0);
    atLeast("recovery_images", recoveryImages, 0);
    atLeast("probes", probes, 0);
    try {
        findQuantizer(levels);
    } catch (const Error& error) {
        problems.push_back({"levels", error.what()});
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
        problems.push_back({"network", network->name() + " has no weights; train it first (a run whose plan leaves all layers as they are), or give it trained ones"});
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
