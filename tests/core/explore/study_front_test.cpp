// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/study_front.h"

#include "core/base/error.h"
#include "core/explore/point_preview.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

StudyPoint run(double crossbars, const char* accuracy)
{
    StudyPoint point;
    point.state = PointState::Done;
    point.resultJson = R"({"accuracy": {"original": 99.5, "pruned": 99.0, "quantized": )" + std::string(accuracy) +
                       R"(}, "compression": {"ratio_all": 4}, "cost": {"compressed": {"crossbars": )" + std::to_string(crossbars) +
                       R"(, "energy_per_inference_J": null}}, "layers": [{"adc_bits": {"compressed": 7}}, {"adc_bits": {"compressed": 9}}]})";
    return point;
}

}  // namespace

TEST_CASE("A study's front over crossbars and accuracy, with its knee")
{
    StudyContent study;
    study.name = "plans";
    study.mode = SweepMode::Run;
    study.points = {run(400, "99.4"), run(120, "99.3"), StudyPoint{}, run(110, "95"), run(130, "99.2"), run(100, "null")};
    const StudyFront front = studyFront(study, {"crossbars", "accuracy"});
    CHECK(front.points == std::vector<std::size_t>{0, 1, 3, 4, 5});
    // The last has no levels: its pruned accuracy counts.
    CHECK(front.values.back() == std::vector<double>{100.0, 99.0});
    CHECK(front.front == std::vector<std::size_t>{0, 1, 4});
    CHECK(front.knee == 1U);
    CHECK(front.reference == std::vector<double>{400.0, 95.0});
    CHECK(front.hypervolume == Approx(20.0 * 4.0 + 280.0 * 4.3));
    CHECK(studyFront(study, {"crossbars", "accuracy"}, {120.0, 99.0}).hypervolume == Approx(0.0));
    CHECK(studyFront(study, {"adc-bits"}).values.front() == std::vector<double>{9.0});

    CHECK_THROWS_WITH(studyFront(study, {"beauty"}), Contains("crossbars, energy"));
    CHECK_THROWS_WITH(studyFront(study, {"ratio", "ratio"}), Contains("named twice"));
    CHECK_THROWS_WITH(studyFront(study, {"ratio"}, {1.0, 2.0}), Contains("1 values are needed"));
    CHECK_THROWS_WITH(studyFront(study, {"ratio"}, {std::nan("")}), Contains("finite"));
    CHECK_THROWS_WITH(studyFront(study, {}), Contains("At least one"));
    study.points.front().resultJson = "[]";
    CHECK_THROWS_WITH(studyFront(study, {"crossbars"}), Contains("no JSON object"));
    study.points.front() = run(400, "99.4");
    CHECK_THROWS_WITH(studyFront(study, {"energy"}), Contains("states all of energy"));
}

TEST_CASE("Every metric of a preview is found in what a preview says")
{
    Recipe recipe;
    recipe.network = "lenet5";
    const auto network = std::make_shared<const Network>(makeZooNetwork("lenet5"));
    recipe.plan = densePlan(*network);
    const std::string json = previewResult(network, recipe);
    for (const StudyMetric& metric : studyMetrics()) {
        INFO(metric.name);
        CHECK(metric.value(json, SweepMode::Preview).has_value() == !metric.preview.empty());
    }
}
