// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/networks.h"
#include "widgets/bridge/latest_worker.h"
#include "widgets/bridge/preview_service.h"
#include "widgets/bridge/run_service.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <catch2/catch.hpp>
#include <thread>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace mho {
namespace {

TEST_CASE("Of jobs that wait only the newest is done, and overtaken results are dropped")
{
    LatestWorker worker;
    QSemaphore first;
    std::vector<int> done;
    std::vector<int> delivered;
    const auto job = [&](int number, QSemaphore* wait) -> LatestWorker::Job {
        return [&, number, wait]() -> LatestWorker::Delivery {
            if (wait != nullptr) {
                wait->acquire();
            }
            done.push_back(number);
            return [&, number] { delivered.push_back(number); };
        };
    };
    worker.post(job(1, &first));
    QTest::qWait(20);  // so that the first is under way
    worker.post(job(2, nullptr));
    worker.post(job(3, nullptr));
    first.release();
    worker.finish();
    QTest::qWait(20);
    CHECK(done == std::vector<int>{1, 3});
    CHECK(delivered == std::vector<int>{3});
}

#ifdef Q_OS_LINUX
TEST_CASE("A worker that gives way is nice to other threads, and those that it starts are, too")
{
    const auto nicenessIn = [](LatestWorker& worker) {
        std::pair<int, int> nice;
        worker.post([&]() -> LatestWorker::Delivery {
            nice.first = getpriority(PRIO_PROCESS, 0);
            std::thread([&] { nice.second = getpriority(PRIO_PROCESS, 0); }).join();
            return [] {};
        });
        worker.finish();
        return nice;
    };
    const int here = getpriority(PRIO_PROCESS, 0);
    LatestWorker prompt;
    CHECK(nicenessIn(prompt) == std::pair(here, here));
    LatestWorker patient(LatestWorker::Manners::GivesWay);
    const auto [worker, started] = nicenessIn(patient);
    CHECK(worker > here);
    CHECK(started == worker);
    CHECK(getpriority(PRIO_PROCESS, 0) == here);
}
#endif

TEST_CASE("The preview of the newest plan comes last")
{
    PreviewService service;
    const auto network = test::lenet(true);
    std::shared_ptr<const PreviewResult> last;
    int results = 0;
    QObject::connect(&service, &PreviewService::ready, [&](const std::shared_ptr<const PreviewResult>& result) {
        last = result;
        ++results;
    });
    for (int kept = 49; kept >= 5; --kept) {
        service.request(network, test::lenetPlan(*network, 50.0 / kept), test::smallArrays());
    }
    REQUIRE(QTest::qWaitFor([&] { return last && last->plan == test::lenetPlan(*network, 10.0); }, 10'000));
    CHECK(results < 45);
    CHECK(last->compressed.layers[1].mask.keptRows() == 5);
    CHECK(last->usesWeights);
}

TEST_CASE("A plan that cannot be met is told, not shown")
{
    PreviewService service;
    QSignalSpy failed(&service, &PreviewService::failed);
    QSignalSpy ready(&service, &PreviewService::ready);
    const auto network = test::lenet(false);
    service.request(network, test::lenetPlan(*network, 51.0), test::smallArrays());
    REQUIRE(failed.wait(10'000));
    CHECK(ready.isEmpty());
}

TEST_CASE("A run reports at most 20 times a second and ends when asked")
{
    RunService service;
    QSignalSpy progressed(&service, &RunService::progressed);
    QSignalSpy ended(&service, &RunService::ended);
    std::atomic<bool> aborted{false};
    service.start([&](const RunCallbacks& callbacks) {
        Progress progress;
        while (callbacks.progress(progress) != Verdict::Abort) {
            QThread::usleep(200);
        }
        aborted = true;
        RunResult result;
        result.end = RunEnd::Cancelled;
        return result;
    });
    QElapsedTimer clock;
    clock.start();
    QTest::qWait(400);
    service.ask(Verdict::Abort);
    REQUIRE(ended.wait(5'000));
    CHECK(aborted);
    CHECK_FALSE(service.running());
    CHECK(progressed.count() >= 2);
    CHECK(progressed.count() <= clock.elapsed() / 50 + 1);
}

TEST_CASE("A paused run makes no step until it goes on or is ended")
{
    RunService service;
    std::atomic<int> steps{0};
    QSignalSpy ended(&service, &RunService::ended);
    QSignalSpy paused(&service, &RunService::pauseChanged);
    service.setPaused(true);  // nothing runs
    CHECK_FALSE(service.paused());
    service.start([&](const RunCallbacks& callbacks) {
        while (callbacks.progress({}) != Verdict::Abort) {
            ++steps;
            QThread::usleep(200);
        }
        RunResult result;
        result.end = RunEnd::Cancelled;
        return result;
    });
    REQUIRE(QTest::qWaitFor([&] { return steps > 10; }, 5'000));
    service.setPaused(true);
    QTest::qWait(50);  // a step may be under way
    const int held = steps;
    QTest::qWait(200);
    CHECK(steps == held);
    service.setPaused(false);
    REQUIRE(QTest::qWaitFor([&] { return steps > held + 10; }, 5'000));
    service.setPaused(true);
    QTest::qWait(20);
    service.ask(Verdict::Abort);
    REQUIRE((ended.count() > 0 || ended.wait(5'000)));
    CHECK_FALSE(service.paused());
    CHECK(paused.count() == 4);
}

TEST_CASE("An error of a run reaches the window with its object")
{
    RunService service;
    QString text;
    QObject::connect(&service, &RunService::failed, [&](const QString& what) { text = what; });
    QSignalSpy ended(&service, &RunService::ended);
    service.start([](const RunCallbacks&) -> RunResult { throw Error(ErrorCode::NotFound, "no %1 here", {"data"}, "folder"); });
    REQUIRE(ended.wait(5'000));
    CHECK(text == QStringLiteral("folder: no data here"));
}

}  // namespace
}  // namespace mho
