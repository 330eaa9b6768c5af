// SPDX-License-Identifier: GPL-3.0-or-later
/// What exploration keeps: studies, points of a study's folder, sensitivities, estimates.
#include "core/explore/study.h"

#include "core/base/resources.h"
#include "core/explore/estimate_record.h"
#include "core/explore/sensitivity.h"
#include "core/explore/study_front.h"
#include "core/explore/study_metrics.h"
#include "core/network/zoo.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>

namespace {

using namespace mho;

/// A study of one point.
const StudyFolder& folder()
{
    static const StudyFolder study = [] {
        SweepSpec spec;
        spec.name = "s";
        spec.base = loadRecipe("lenet5-mnist");
        spec.grid = {{"seed", {"1"}}};
        return StudyFolder::create(fuzz::pathOf("study"), spec, {}, makeZooNetwork(spec.base.network));
    }();
    return study;
}

}  // namespace

void mho::fuzz::check(std::string_view input)
{
    checkText(input, [](std::string_view text) { return sensitivityFromJson(text, "table"); }, sensitivityToJson);
    checkText(input, [](std::string_view text) { return estimateRecordsFromJson(text, "records"); }, estimateRecordsToJson);
    if (const auto study = attempt([&] { return studyFromJson(input, "study"); })) {
        for (const StudyPoint& point : study->points) {
            for (const StudyMetric& metric : studyMetrics()) {
                attempt([&] { return metric.value(point.resultJson, study->mode); });
            }
        }
    }
    const std::string points = folder().folder() + "/points";
    std::filesystem::rename(fileOf(input, ".json"), points + "/000000.json");
    attempt([&] { return folder().point(0); });
}
