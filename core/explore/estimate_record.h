// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/run/recipe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// What a finished run taught about the estimate of its plan's accuracy.
struct EstimateRecord {
    std::string recipe;                      ///< Name of the run's recipe.
    std::uint64_t seed = 1;                  ///< Of the run.
    std::string sensitivityKey;              ///< Of the table that the loss rise is from.
    std::string schedule;                    ///< scheduleKey() of the run's recipe.
    double lossRise = 0.0;                   ///< As AccuracyEstimator::lossRise(), nats.
    std::optional<double> estimatedPercent;  ///< Foretold from the records before it; none = there were none.
    double measuredPercent = 0.0;            ///< Test accuracy of the run's result.
    bool operator==(const EstimateRecord&) const = default;
};

/// SHA-256 of how a recipe trains: its stages and data, without names, plan, hardware, seed and where it runs. Accuracies after
/// training compare only between equal schedules.
MHO_API std::string scheduleKey(Recipe recipe);

/// The records of this table that were trained with the schedule of its newest record, in order.
MHO_API std::vector<EstimateRecord> comparableRecords(const std::vector<EstimateRecord>& records, std::string_view sensitivityKey);

/// Adds a record at the end; an earlier one of the same table, recipe, schedule, seed and loss rise goes.
MHO_API void addRecord(std::vector<EstimateRecord>& records, EstimateRecord record);

MHO_API std::string estimateRecordsToJson(const std::vector<EstimateRecord>& records);
/// Throws Error BadFormat (where, what is wrong).
MHO_API std::vector<EstimateRecord> estimateRecordsFromJson(std::string_view json, const std::string& where);

}  // namespace mho
