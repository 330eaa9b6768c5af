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

/// @param table of sensitivities  @param known records so far; of a run that is among them, those before it count
/// @param network that the run began with  @param resultJson of a finished run (docs/result-json.md)
/// Throws Error BadFormat where the result is not one.
MHO_API EstimateCheck checkEstimate(const SensitivityTable& table, const std::vector<EstimateRecord>& known,
                                    const std::shared_ptr<const Network>& network, const std::string& resultJson);

/// The same over what a project keeps as JSON, for every run that ends.
/// @param tableJson sensitivityToJson()  @param recordsJson estimateRecordsToJson(), empty = none yet; gets the new record
/// @param where the project, for errors
/// @return none where the table is of a network with other weights than `network`. Throws Error BadFormat.
MHO_API std::optional<EstimateCheck> recordEstimate(const std::string& tableJson, std::string& recordsJson, const std::string& where,
                                                    const std::shared_ptr<const Network>& network, const std::string& resultJson);

/// "test accuracy 99.31 %, foretold: 99.2 % (estimated ...)", or why nothing was; English.
MHO_API std::string checkText(const EstimateCheck& check);

/// How well records were foretold.
struct EstimateQuality {
    std::size_t runs = 0;
    std::optional<double> rankCorrelation;  ///< Spearman, of loss rise (turned round) and measured accuracy; -1..1.
    std::optional<double> errorPoints;      ///< Root mean square of AccuracyEstimator::trained() with each plan's records left out.
};

/// Over comparableRecords() of the table.
MHO_API EstimateQuality estimateQuality(const SensitivityTable& table, const std::vector<EstimateRecord>& records);

}  // namespace mho
