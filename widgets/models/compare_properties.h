// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/compare_set.h"

#include <vector>

namespace mho {

/// What the table tells of each point of `set`: origin, metrics, ratio, constraints and levels of each layer, every field of the
/// hardware, settings of studies. Rows that no point fills are left out.
/// @param set its points and axes, made of the same points and studies
std::vector<CompareProperty> compareProperties(const CompareSet& set, const std::vector<DesignPoint>& points,
                                               const std::vector<StudyContent>& studies);

}  // namespace mho
