// SPDX-License-Identifier: GPL-3.0-or-later
/// What exploration keeps: studies, a study's folder (what is asked, and its points), sensitivities, estimates.
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

/// The input as the study.json of a folder: what is asked, and the first point and the last of it.
void checkAsked(std::string_view input)
{
    static const std::string asked = fuzz::pathOf("asked");
    std::filesystem::create_directories(asked);
    std::filesystem::rename(fuzz::fileOf(input, ".json"), asked + "/study.json");
    const auto study = fuzz::attempt([] { return StudyFolder::open(asked); });
    if (!study) {
        return;
    }
    fuzz::require(study->size() >= 1 && study->size() <= kMostSweepPoints, "a study has points, and no more than it may");
    for (const std::size_t point : {std::size_t{0}, study->size() - 1}) {
        fuzz::attempt([&] { return study->recipe(point).seed; });
        fuzz::attempt([&] { return study->point(point); });
    }
}

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
    checkAsked(input);
}
