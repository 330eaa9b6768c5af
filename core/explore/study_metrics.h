// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/pareto.h"
#include "core/explore/sweep.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A figure of a study's points that fronts are drawn over.
struct MHO_API StudyMetric {
    std::string_view name;   ///< "crossbars"
    std::string_view title;  ///< English (MHO_TEXT).
    std::string_view unit;   ///< SI, "" = a number.
    Direction better = Direction::Minimise;
    std::string_view preview;  ///< JSON pointer in previewResult(); empty = previews have none.
    std::vector<std::string_view> run;  ///< JSON pointers in a run's result, of which the first that is stated counts; below "/layers/*": the most of all layers.

    /// None where the point's result does not state it. Throws Error BadFormat where it is no JSON.
    std::optional<double> value(const std::string& resultJson, SweepMode mode) const;
};

/// ratio, crossbars, energy, power, area, latency, throughput, adc-bits, accuracy.
MHO_API const std::vector<StudyMetric>& studyMetrics();
/// Throws Error InvalidArgument that lists the names.
MHO_API const StudyMetric& studyMetric(std::string_view name);

}  // namespace mho
