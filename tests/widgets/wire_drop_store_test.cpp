// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/wire_drop_store.h"

#include "tests/widgets/networks.h"
#include "widgets/bridge/wire_drop.h"
#include "widgets/views/crossbar_maps.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

namespace mho {
namespace {

constexpr double kOhm = 10.0;

CrossbarFloor floorOf(const PreviewResult& preview)
{
    std::vector<FloorLayer> layers;
    for (const MappedLayer& mapped : preview.mapped.layers) {
        layers.push_back(shapeOf(mapped));
    }
    return {layers, preview.mapped.hardware.crossbar.rows, preview.mapped.hardware.crossbar.columns};
}

struct OneThread {
    OneThread() { pool.setMaxThreadCount(1); }
    QThreadPool pool;
};

/// All arrays of LeNet-5 on 32 x 32 arrays.
struct Solved : OneThread {
    void solve(const std::shared_ptr<const PreviewResult>& design, double ohm = kOhm, bool cells = false)
    {
        store.setDesign(design, ohm, 8);
        const CrossbarFloor floor = floorOf(*design);
        store.want(floor, floor.bounds(), cells);
        store.finish();
    }
    WireDropStore store{pool};
};

TEST_CASE("Every array of the network is solved, to the same numbers as an opened crossbar")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    Solved solved;
    QSignalSpy changed(&solved.store, &WireDropStore::changed);
    solved.solve(preview, kOhm, true);
    QCoreApplication::processEvents();
    CHECK(changed.size() > 0);
    const WireDropStore::Reader reader(solved.store);
    CHECK(reader.count().arrays == preview->mapped.crossbars);
    CHECK(reader.count().complete());
    CHECK(reader.failure().isEmpty());
    for (int layer = 0; layer < 2; ++layer) {
        const LayerDrops& drops = reader.layer(layer);
        CHECK(drops.current);
        for (std::int64_t array = 0; array < drops.shape.arrays(); array += 3) {
            const HeatMap exact = crossbarMap(preview, static_cast<std::size_t>(layer), drops.shape.addressOf(array),
                                              CellQuantity::WireDrop, kOhm)
                                      .map;
            const auto cells = reader.cells(layer, array);
            REQUIRE(cells);
            float worst = 0.0F;
            std::vector<float> blocks(16, 0.0F);
            for (std::size_t cell = 0; cell < exact.values.size(); ++cell) {
                REQUIRE(std::isnan((*cells)[cell]) == std::isnan(exact.values[cell]));
                if (!std::isnan(exact.values[cell])) {
                    CHECK((*cells)[cell] == exact.values[cell]);
                    worst = std::max(worst, exact.values[cell]);
                    float& block = blocks[cell / 32 / 8 * 4 + cell % 32 / 8];
                    block = std::max(block, exact.values[cell]);
                }
            }
            CHECK(drops.arrays[static_cast<std::size_t>(array)].worst == worst);
            for (std::size_t block = 0; block < blocks.size(); ++block) {
                const float known = drops.blocks[static_cast<std::size_t>(array) * 16 + block];
                CHECK((std::isnan(known) ? 0.0F : known) == blocks[block]);
            }
        }
    }
}

TEST_CASE("Only arrays whose conductances changed are solved anew, all when the wires change")
{
    const auto network = test::lenet(true);
    Hardware hardware = test::smallArrays();
    hardware.crossbar.compaction = Compaction::None;
    const auto before = test::preview(network, test::lenetPlan(*network, 2.0), hardware);
    Solved solved;
    solved.solve(before, kOhm, true);
    std::vector<std::shared_ptr<const std::vector<float>>> cellsBefore;
    {
        const WireDropStore::Reader reader(solved.store);
        for (std::int64_t array = 0; array < reader.layer(1).shape.arrays(); ++array) {
            cellsBefore.push_back(reader.cells(1, array));
        }
    }
    Plan plan = test::lenetPlan(*network, 2.0);
    plan.find("conv2")->constraints = {{"filter", 2.2}};
    const auto after = test::preview(network, plan, hardware);

    // Nothing is solved before it is wanted: of the layer that is as before all is known, of the other nothing holds yet.
    solved.store.setDesign(after, kOhm, 8);
    {
        const WireDropStore::Reader reader(solved.store);
        CHECK_FALSE(reader.layer(0).current);
        CHECK(reader.layer(0).arrays.front().state == ArrayDrop::State::Solved);
    }
    solved.solve(after, kOhm, true);
    {
        const WireDropStore::Reader reader(solved.store);
        CHECK(reader.count().complete());
        const LayerDrops& drops = reader.layer(1);
        int changed = 0;
        for (std::int64_t array = 0; array < drops.shape.arrays(); ++array) {
            const CrossbarCells a = crossbarCells(before->compressed, 1, hardware, drops.shape.addressOf(array));
            const CrossbarCells b = crossbarCells(after->compressed, 1, hardware, drops.shape.addressOf(array));
            const bool same = a.conductanceS == b.conductanceS;
            changed += same ? 0 : 1;
            CHECK((reader.cells(1, array) == cellsBefore[static_cast<std::size_t>(array)]) == same);
            // What is known is that of the design as it is now.
            const std::vector<float> exact = wireDrops(b, kOhm);
            const float worst = *std::max_element(exact.begin(), exact.end(), [](float x, float y) {
                return (std::isnan(x) ? -1.0F : x) < (std::isnan(y) ? -1.0F : y);
            });
            CHECK(drops.arrays[static_cast<std::size_t>(array)].worst == worst);
        }
        CHECK(changed > 0);
    }
    // Other wires: nothing is known until it is solved.
    solved.store.setDesign(after, 2.0 * kOhm, 8);
    {
        const WireDropStore::Reader reader(solved.store);
        CHECK(reader.count().solved == 0);
        CHECK(reader.layer(0).highest() == 0.0F);
        CHECK(reader.cells(0, 0) == nullptr);
    }
}

TEST_CASE("A result stays where the layer changed but the array did not")
{
    const auto network = test::lenet(true);
    Hardware hardware = test::smallArrays();
    hardware.crossbar.compaction = Compaction::None;
    const auto design = test::preview(network, test::lenetPlan(*network, 2.0), hardware);
    Solved solved;
    solved.solve(design, kOhm, true);
    // The same conductances on hardware that is another one: all is compared array by array, and found to be as it was.
    Hardware faster = hardware;
    faster.device.readVoltageV = 0.3;
    const auto same = test::preview(network, test::lenetPlan(*network, 2.0), faster);
    std::shared_ptr<const std::vector<float>> cells;
    {
        const WireDropStore::Reader reader(solved.store);
        cells = reader.cells(1, 0);
        REQUIRE(cells);
    }
    solved.solve(same, kOhm, true);
    const WireDropStore::Reader reader(solved.store);
    CHECK(reader.count().complete());
    CHECK(reader.cells(1, 0) == cells);  // not made anew
}

TEST_CASE("Arrays in sight come first, from the middle outwards, then the nearest of the others")
{
    const CrossbarFloor floor({{20, 30, 1, 1}, {10, 10, 2, 2}}, 32, 32);
    const std::vector<FloorLayer>& shapes = floor.layers();
    std::vector<ArrayKey> keys;
    for (int layer = 0; layer < 2; ++layer) {
        for (std::int64_t array = 0; array < shapes[static_cast<std::size_t>(layer)].arrays(); ++array) {
            keys.emplace_back(layer, array);
        }
    }
    std::reverse(keys.begin(), keys.end());
    const std::set<ArrayKey> all(keys.begin(), keys.end());
    const QRectF middle = floor.arrayRect(0, {12, 20, 0, 0});
    const QRectF visible = middle.adjusted(-100, -100, 100, 100);
    sortForSolving(keys, shapes, floor, visible);
    CHECK(std::set<ArrayKey>(keys.begin(), keys.end()) == all);
    CHECK(keys.front() == ArrayKey(0, shapes[0].indexOf({12, 20, 0, 0})));
    const auto rectOf = [&](const ArrayKey& key) {
        return floor.arrayRect(key.first, shapes[static_cast<std::size_t>(key.first)].addressOf(key.second));
    };
    bool left = false;
    double inSight = 0.0;
    double farthest = 0.0;
    int seen = 0;
    for (const ArrayKey& key : keys) {
        const QRectF rect = rectOf(key);
        const QPointF off = rect.center() - visible.center();
        const double distance = std::max(std::abs(off.x()) / visible.width(), std::abs(off.y()) / visible.height()) * 2.0;
        if (rect.intersects(visible)) {
            CHECK_FALSE(left);
            ++seen;
            CHECK(std::min(distance, 1.0) > inSight - 0.26);  // rings of a quarter
            inSight = std::max(inSight, std::min(distance, 1.0));
        } else {
            left = true;
            CHECK(distance > farthest / std::sqrt(2.0) - 1e-9);  // two rings each doubling
            farthest = std::max(farthest, distance);
        }
    }
    CHECK(seen == 49);
    CHECK(left);
    // The same keys in any order come out the same.
    std::vector<ArrayKey> again(all.begin(), all.end());
    sortForSolving(again, shapes, floor, visible);
    CHECK(again == keys);
}

TEST_CASE("What is wanted first is solved first, and a store that is stopped or gone solves no more")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    OneThread thread;
    const CrossbarFloor floor = floorOf(*preview);
    {
        WireDropStore store(thread.pool);
        store.setDesign(preview, kOhm, 8);
        const QRectF last = floor.arrayRect(2, {3, 3, 0, 0});
        store.want(floor, last.adjusted(-1, -1, 1, 1), true);
        REQUIRE(QTest::qWaitFor([&] { return WireDropStore::Reader(store).count().solved >= 1; }, 10'000));
        store.stop();
        thread.pool.waitForDone();
        const std::int64_t solved = WireDropStore::Reader(store).count().solved;
        CHECK(solved < preview->mapped.crossbars);
        const FloorLayer shape = shapeOf(preview->mapped.layers[2]);
        CHECK(WireDropStore::Reader(store).layer(2).arrays[static_cast<std::size_t>(shape.indexOf({3, 3, 0, 0}))].state ==
              ArrayDrop::State::Solved);
        CHECK(WireDropStore::Reader(store).cells(2, shape.indexOf({3, 3, 0, 0})) != nullptr);
        QTest::qWait(50);
        CHECK(WireDropStore::Reader(store).count().solved == solved);
        store.want(floor, floor.bounds(), false);
    }
    QElapsedTimer timer;
    timer.start();
    thread.pool.waitForDone();
    CHECK(timer.elapsed() < 2'000);  // no more than the array at work
}

TEST_CASE("Two designs on one thread take turns and are both solved")
{
    const auto network = test::lenet(true);
    const auto first = test::preview(network, test::lenetPlan(*network, 2.0));
    const auto second = test::preview(network, test::lenetPlan(*network, 4.0));
    OneThread thread;
    WireDropStore a(thread.pool);
    WireDropStore b(thread.pool);
    for (const auto& [store, design] : {std::pair(&a, first), std::pair(&b, second)}) {
        const CrossbarFloor floor = floorOf(*design);
        store->setDesign(design, kOhm, 8);
        store->want(floor, floor.bounds(), false);
    }
    REQUIRE(QTest::qWaitFor([&] { return WireDropStore::Reader(a).count().solved > 3; }, 10'000));
    CHECK(WireDropStore::Reader(b).count().solved > 0);
    a.finish();
    CHECK(WireDropStore::Reader(a).count().complete());
    CHECK(WireDropStore::Reader(b).count().complete());
}

}  // namespace
}  // namespace mho
