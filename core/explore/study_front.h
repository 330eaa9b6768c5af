// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/study.h"
#include "core/explore/study_metrics.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// What a study's points trade against each other.
struct StudyFront {
    std::vector<const StudyMetric*> metrics;
    std::vector<std::size_t> points;           ///< Of the study: finished, and state every metric.
    std::vector<std::vector<double>> values;   ///< Per entry of `points` one value a metric, in its unit.
    std::vector<std::size_t> front;            ///< Into `points`, ascending: those that no other dominates.
    std::vector<double> reference;             ///< One value a metric, up to which the hypervolume counts.
    double hypervolume = 0.0;                  ///< In the product of the metrics' units.
    std::optional<std::size_t> knee;           ///< Into `points`; see kneePoint().
};

/// @param metrics names of studyMetrics(), at least one  @param reference a value for each; empty = the worst of the points
/// Throws Error InvalidArgument for names, a name given twice and a reference of another length; NotFound where no point states all.
MHO_API StudyFront studyFront(const StudyContent& study, const std::vector<std::string>& metrics, const std::vector<double>& reference = {});

}  // namespace mho
