// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/estimate_check.h"
#include "core/explore/ratio_search.h"
#include "core/report/table.h"

#include <string>
#include <vector>

namespace mho {

/// One row a unit: its layers, kinds, and per ratio and bits of the ladder the loss's rise over the dense network.
/// Cells of points that were not measured hold "-".
MHO_API Table sensitivityTableOf(const SensitivityTable& table);

/// Found plan and baselines: loss rise, crossbars, energy, area, ADC bits, weights kept, and the accuracies estimated for it.
MHO_API Table searchTable(const SearchResult& result, const AccuracyEstimator& estimator);

/// Per layer: ratio, level bits and loss rise in the found plan.
MHO_API Table searchLayersTable(const SearchSpace& space, const FoundPlan& plan);

/// Records of this table with the newest one's schedule: recipe, seed, loss rise, foretold and measured accuracy; and how well loss
/// rises rank them.
MHO_API std::string estimatesText(const SensitivityTable& table, const std::vector<EstimateRecord>& records);
/// The same as one JSON object, for scripts.
MHO_API std::string estimatesToJson(const SensitivityTable& table, const std::vector<EstimateRecord>& records);

/// One JSON object: target, exactness, plans priced, the plan found and the baselines with their figures.
MHO_API std::string searchToJson(const SearchResult& result, const SearchTarget& target, const AccuracyEstimator& estimator);

}  // namespace mho
