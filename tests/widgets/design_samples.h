// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/study.h"
#include "core/project/design_point.h"

#include <optional>
#include <string>
#include <vector>

namespace mho::test {

/// A design point of a network of two layers, conv of 100 weights and fc of 200, of which it keeps so many.
inline DesignPoint samplePoint(std::int64_t id, const std::string& name, std::int64_t convKept, std::int64_t fcKept, double energyJ,
                               std::optional<double> accuracy)
{
    DesignPoint point;
    point.id = id;
    point.name = name;
    point.time = "2026-01-02T03:04:05Z";
    point.networkHash = "0123456789abcdef";
    point.origin = accuracy ? DesignOrigin::Run : DesignOrigin::Preview;
    point.plan.layers = {{.layer = "conv", .constraints = {{.kind = "filter", .ratio = 100.0 / static_cast<double>(convKept)}}, .levelBits = 5},
                         {.layer = "fc", .constraints = {}}};
    point.figures.weights = 300;
    point.figures.weightsKept = convKept + fcKept;
    point.figures.crossbars = 10;
    point.figures.crossbarsDense = 20;
    point.figures.adcBits = 6;
    point.figures.occupancy = 0.5;
    point.figures.areaMm2 = 0.25;
    point.figures.energyJ = energyJ;
    point.layers = {{"conv", 100, convKept}, {"fc", 200, fcKept}};
    if (accuracy) {
        point.accuracy = {AccuracyKind::Measured, accuracy};
    }
    return point;
}

/// Four points; energies 1, 2, 3 and 4 µJ, accuracies 95, 97, none and 96 %.
inline std::vector<DesignPoint> samplePoints()
{
    return {samplePoint(1, "a", 50, 200, 1e-6, 95.0), samplePoint(2, "b", 50, 100, 2e-6, 97.0), samplePoint(4, "c", 25, 100, 3e-6, std::nullopt),
            samplePoint(7, "d", 100, 200, 4e-6, 96.0)};
}

/// A study of previews: one point finished, one failed.
inline StudyContent sampleStudy()
{
    StudyContent study;
    study.name = "rows";
    study.points.resize(2);
    study.points[0].settings = {{"hardware.crossbar.rows", "64"}};
    study.points[0].state = PointState::Done;
    study.points[0].resultJson = R"({"ratio_all": 3.5, "compressed": {"crossbars": 7, "energy_J": 5e-7, "power_W": null}})";
    study.points[1].settings = {{"hardware.crossbar.rows", "0"}};
    study.points[1].state = PointState::Failed;
    return study;
}

}  // namespace mho::test
