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
    std::string plan;                        ///< designKey() of the run's recipe.
    double lossRise = 0.0;                   ///< As AccuracyEstimator::lossRise(), nats.
    std::optional<double> estimatedPercent;  ///< Foretold from the records before it; none = there were none.
    double measuredPercent = 0.0;            ///< Test accuracy of the run's result.
    bool operator==(const EstimateRecord&) const = default;
};

/// SHA-256 of how a recipe trains: its stages and data, without names, plan, hardware, seed and where it runs. Accuracies after
/// training compare only between equal schedules.
MHO_API std::string scheduleKey(Recipe recipe);

/// SHA-256 of a recipe's plan and hardware: what one run of a schedule differs in from another.
MHO_API std::string designKey(const Recipe& recipe);

/// The records of this table that were trained with the schedule of its newest record, in order.
MHO_API std::vector<EstimateRecord> comparableRecords(const std::vector<EstimateRecord>& records, std::string_view sensitivityKey);

/// The record of the same run: equal table, recipe name, schedule, plan and seed; records.end() where there is none.
MHO_API std::vector<EstimateRecord>::const_iterator sameRun(const std::vector<EstimateRecord>& records, const EstimateRecord& record);

/// Adds a record at the end. One of the same run keeps its place and what was foretold of it, and takes the new measurement.
MHO_API void addRecord(std::vector<EstimateRecord>& records, EstimateRecord record);

MHO_API std::string estimateRecordsToJson(const std::vector<EstimateRecord>& records);
/// Throws Error BadFormat (where, what is wrong).
MHO_API std::vector<EstimateRecord> estimateRecordsFromJson(std::string_view json, const std::string& where);

}  // namespace mho
