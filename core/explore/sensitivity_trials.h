// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/preview.h"
#include "core/explore/pruning_ladder.h"
#include "core/explore/sensitivity.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace mho {

/// One measurement: a plan, and where its result goes.
struct Trial {
    Plan plan;
    std::size_t unit = 0;  ///< Number of units = a probe.
    SensitivityPoint point;
    std::vector<std::size_t> probe;
};

/// The list of measureSensitivity()'s trials, which depends on the inputs alone. For .cpp files of this room only.
class TrialList {
public:
    /// @param asked valid  @param target must outlive the list, like options
    TrialList(const std::shared_ptr<const Network>& network, const Plan& asked, const Target& target, const SensitivityOptions& options);

    std::vector<SensitivityUnit> units;  ///< Without points.
    std::vector<Trial> trials;

    /// The network under the trial's plan; ratios are judged with float weights, whatever their levels will be.
    CompressedNetwork compressed(const Trial& trial);

private:
    void addUnit(const std::vector<std::size_t>& members);
    void addRatios(const std::vector<std::size_t>& members);
    void addBits(const std::vector<std::size_t>& members);
    /// Each probe has its own depth, so that mild and harsh plans are among them.
    void addProbes();
    double ratioOf(const Plan& plan, const std::vector<std::size_t>& members);

    const Target& target_;
    const SensitivityOptions& options_;
    Preview preview_;
    Plan dense_;
    std::vector<WeightLayer> layers_;
    std::vector<PruningLadder> ladders_;              ///< Per layer.
    std::vector<std::vector<std::size_t>> members_;   ///< Per unit.
    std::vector<std::vector<Plan>> rungs_;            ///< Per unit: the plans of its ratios.
};

}  // namespace mho
