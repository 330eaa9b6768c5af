// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/accuracy_service.h"
#include "core/explore/one_shot_accuracy.h"
#include "tests/widgets/networks.h"

#include <QTest>

#include <catch2/catch.hpp>

namespace mho {
namespace {

struct Follow {
    Follow()
    {
        QObject::connect(&service, &AccuracyService::known, [this](const PlanAccuracy& accuracy) { all.push_back(accuracy); });
    }
    bool ends(PlanAccuracy::Kind kind)
    {
        return QTest::qWaitFor([&] { return !all.empty() && all.back().kind == kind; }, 60'000);
    }

    std::vector<PlanAccuracy> all;
    AccuracyService service;  // ends before what its signals reach
};

ExecutionOptions oneThread()
{
    ExecutionOptions execution;
    execution.threads = 1;
    return execution;
}

/// A little of the built-in digits, so that a look takes no time.
DataSet fewDigits()
{
    DataSet data = syntheticDigits();
    auto few = std::make_shared<ImageSet>(*data.train);
    few->labels.resize(60);
    few->pixels.resize(60 * few->imageSize());
    data.train = few;
    return data;
}

TEST_CASE("A plan without a run and without sensitivities is judged one shot, as the core judges it")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    Follow follow;
    AccuracySources sources;
    sources.data = fewDigits;
    sources.execution = oneThread();
    follow.service.setSources(sources);
    follow.service.request(preview);
    REQUIRE(follow.all.size() == 1);
    CHECK(follow.all[0].kind == PlanAccuracy::Measuring);
    REQUIRE(follow.ends(PlanAccuracy::OneShot));
    const Evaluation direct = oneShotAccuracy(preview->compressed, fewDigits(), oneThread(), ignoreProgress);
    CHECK(direct.samples == 30);
    CHECK(follow.all.back().percent == direct.top1Percent);
    CHECK(accuracyKindText(follow.all.back()) == QStringLiteral("one shot"));
}

TEST_CASE("Of plans that follow each other quickly only the last is measured, with data opened once")
{
    const auto network = test::lenet(true);
    Follow follow;
    AccuracySources sources;
    auto opened = std::make_shared<std::atomic<int>>(0);
    sources.data = [opened] {
        ++*opened;
        return fewDigits();
    };
    sources.execution = oneThread();
    follow.service.setSources(sources);
    for (const double ratio : {2.0, 5.0, 10.0}) {
        follow.service.request(test::preview(network, test::lenetPlan(*network, ratio)));
    }
    REQUIRE(follow.ends(PlanAccuracy::OneShot));
    CHECK(follow.all.size() == 4);
    follow.service.request(test::preview(network, test::lenetPlan(*network, 1.0)));
    REQUIRE(follow.ends(PlanAccuracy::OneShot));
    CHECK(*opened == 1);
}

TEST_CASE("The plan and hardware of the finished run have its accuracy, any other has not")
{
    const auto network = test::lenet(true);
    const Plan plan = test::lenetPlan(*network, 2.0);
    Follow follow;
    AccuracySources sources;
    sources.run = AccuracySources::Run{plan, test::smallArrays(), 98.76};
    follow.service.setSources(sources);
    follow.service.request(test::preview(network, plan));
    REQUIRE(follow.all.size() == 1);
    CHECK(follow.all[0].kind == PlanAccuracy::Measured);
    CHECK(accuracyText(follow.all[0]) == QStringLiteral("98.76 %"));
    Hardware other = test::smallArrays();
    other.crossbar.rows *= 2;
    follow.service.request(test::preview(network, plan, other));
    CHECK(follow.all.back().kind == PlanAccuracy::Unknown);
    follow.service.request(test::preview(network, test::lenetPlan(*network, 5.0)));
    CHECK(follow.all.back().kind == PlanAccuracy::Unknown);
    CHECK_FALSE(follow.all.back().reason.isEmpty());
}

TEST_CASE("Sensitivities give an estimate that says it is one")
{
    const auto network = test::lenet(true);
    SensitivityTable table;
    table.key = "table";
    table.top1Percent = 99.0;
    table.meanLoss = 0.05;
    for (const char* layer : {"conv1", "conv2", "fc1", "fc2"}) {
        table.units.push_back({{layer}, {"filter"}, {{2.0, 0, 97.0, 0.15}, {10.0, 0, 80.0, 0.8}}, {{1.0, 5, 98.5, 0.06}}});
    }
    Follow follow;
    AccuracySources sources;
    sources.estimator = std::make_shared<const AccuracyEstimator>(table, std::vector<EstimateRecord>{});
    follow.service.setSources(sources);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    follow.service.request(preview);
    REQUIRE(follow.all.size() == 1);
    CHECK(follow.all[0].kind == PlanAccuracy::EstimatedOneShot);
    std::vector<std::string> reasons;
    const auto rise = sources.estimator->lossRise(preview->plan, preview->compressed, preview->ownCounts, reasons);
    REQUIRE(rise);
    CHECK(follow.all[0].percent == sources.estimator->oneShot(*rise).top1Percent);
    CHECK(accuracyText(follow.all[0]).startsWith(QStringLiteral("≈")));

    // From a run's result one shot gives another accuracy; what training gives is foretold as before.
    sources.estimatesOneShot = false;
    follow.service.setSources(sources);
    follow.service.request(preview);
    CHECK(follow.all.back().kind == PlanAccuracy::Unknown);
    EstimateRecord record;
    record.sensitivityKey = "table";
    record.lossRise = 0.3;
    record.measuredPercent = 98.0;
    sources.estimator = std::make_shared<const AccuracyEstimator>(table, std::vector<EstimateRecord>{record});
    follow.service.setSources(sources);
    follow.service.request(preview);
    CHECK(follow.all.back().kind == PlanAccuracy::EstimatedTrained);
    CHECK(follow.all.back().percent == 98.0);
}

TEST_CASE("What cannot be measured says why")
{
    const auto untrained = test::lenet(false);
    Follow follow;
    AccuracySources sources;
    sources.data = []() -> DataSet { throw Error(ErrorCode::NotFound, "no such folder", {}, "data"); };
    sources.execution = oneThread();
    follow.service.setSources(sources);
    follow.service.request(test::preview(untrained, test::lenetPlan(*untrained, 2.0)));
    CHECK(follow.all.back().kind == PlanAccuracy::Unknown);
    CHECK(follow.all.back().reason.contains(QStringLiteral("not trained")));
    const auto network = test::lenet(true);
    follow.service.request(test::preview(network, test::lenetPlan(*network, 2.0)));
    REQUIRE(follow.ends(PlanAccuracy::Unknown));
    CHECK(follow.all.back().reason.contains(QStringLiteral("no such folder")));
    follow.service.setMayMeasure(false);
    follow.service.request(test::preview(network, test::lenetPlan(*network, 2.0)));
    CHECK(follow.all.back().reason.contains(QStringLiteral("run is going on")));
}

}  // namespace
}  // namespace mho
