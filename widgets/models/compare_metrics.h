// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/study_metrics.h"
#include "core/project/design_point.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace mho {

/// A figure that design points and points of studies are compared by.
struct CompareMetric {
    QString key;
    QString label;
    QString title;
    std::string unit;  ///< As metricText() takes it.
    Direction better = Direction::Minimise;
    std::optional<double> (*ofDesign)(const DesignPoint&) = nullptr;
    const StudyMetric* ofStudy = nullptr;  ///< None: studies do not state it.
};

/// Accuracy first, in the window's language.
std::vector<CompareMetric> compareMetrics();

}  // namespace mho
