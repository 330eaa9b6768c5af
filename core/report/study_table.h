// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/study.h"
#include "core/report/table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Points of a study that differ in nothing but their seed, together.
struct SeedGroup {
    std::vector<SweepSetting> settings;    ///< Without "seed".
    std::vector<std::size_t> points;       ///< Of the study, finished ones alone, in order; one a seed, the first.
    std::size_t seeds = 0;                 ///< Different ones asked for, whether their points are finished or not.
    /// A metric's values (study_metrics.h), of the points that state it.
    MHO_API std::vector<double> values(const StudyContent& study, std::string_view metric) const;
};

/// In the order of their first points.
MHO_API std::vector<SeedGroup> seedGroups(const StudyContent& study);

/// One row a group: settings, seeds ("2 of 3" where points failed or are open), ratio, crossbars, ADC bits, energy, and for runs the test accuracy. Each figure is the mean over
/// the seeds; where they differ, least and most stand behind it in brackets.
MHO_API Table studyTable(const StudyContent& study);

}  // namespace mho
