// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/accuracy_estimate.h"
#include "core/explore/estimate_record.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// A finished run held against what was foretold of it.
struct EstimateCheck {
    std::optional<EstimateRecord> record;      ///< None: see `reasons`.
    std::optional<AccuracyEstimate> foretold;  ///< From the records before; none: there were none of this schedule.
    std::vector<std::string> reasons;          ///< Why the table says nothing of the run, English.
};

/// @param table of sensitivities  @param known records so far; one of the very same run does not count
/// @param network that the run began with  @param resultJson of a finished run (docs/result-json.md)
/// Throws Error BadFormat where the result is not one.
MHO_API EstimateCheck checkEstimate(const SensitivityTable& table, const std::vector<EstimateRecord>& known,
                                    const std::shared_ptr<const Network>& network, const std::string& resultJson);

/// How well records were foretold.
struct EstimateQuality {
    std::size_t runs = 0;
    std::optional<double> rankCorrelation;  ///< Spearman, of loss rise (turned round) and measured accuracy; -1..1.
    std::optional<double> errorPoints;      ///< Root mean square of AccuracyEstimator::trained() with each record left out.
};

/// Over comparableRecords() of the table.
MHO_API EstimateQuality estimateQuality(const SensitivityTable& table, const std::vector<EstimateRecord>& records);

}  // namespace mho
