// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/crossbar_store.h"

#include "core/base/random.h"
#include "core/network/zoo.h"
#include "tests/widgets/networks.h"
#include "widgets/bridge/layer_detail.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

/// All arrays of all layers.
std::vector<FloorRange> allOf(const PreviewResult& preview)
{
    std::vector<FloorRange> ranges;
    for (std::size_t i = 0; i < preview.mapped.layers.size(); ++i) {
        const MappedLayer& mapped = preview.mapped.layers[i];
        for (int plane = 0; plane < mapped.sliceArrays * mapped.signArrays; ++plane) {
            ranges.push_back({static_cast<int>(i), plane, 0, mapped.rowBlocks, 0, mapped.columnBlocks});
        }
    }
    return ranges;
}

void makeAll(CrossbarStore& store, const std::shared_ptr<const PreviewResult>& preview, bool cells)
{
    store.setPreview(preview);
    store.want(allOf(*preview), cells);
    store.finish();
}

TEST_CASE("Array means add up to the mapper's counts, and exactly the mapped arrays exist")
{
    const auto network = test::lenet(true);
    Hardware hardware = test::smallArrays();
    for (const Compaction compaction : {Compaction::None, Compaction::Layer, Compaction::ColumnBlock}) {
        hardware.crossbar.compaction = compaction;
        const auto preview = test::preview(network, test::lenetPlan(*network, 2.0), hardware);
        CrossbarStore store;
        makeAll(store, preview, false);
        const CrossbarStore::Reader reader(store);
        for (std::size_t i = 0; i < preview->mapped.layers.size(); ++i) {
            const MappedLayer& mapped = preview->mapped.layers[i];
            const LayerSurvey& survey = reader.layer(static_cast<int>(i));
            CHECK(survey.current);
            std::int64_t programmed = 0;
            std::int64_t arrays = 0;
            for (const ArraySummary& array : survey.arrays) {
                CHECK(array.known);
                programmed += array.programmed;
                arrays += array.exists ? 1 : 0;
                CHECK(array.means.bitLineCells <= mapped.columnCells);
            }
            CHECK(programmed == mapped.programmedCells);
            CHECK(arrays == mapped.crossbars);
            CHECK(survey.adcBits[static_cast<std::size_t>(mapped.columnCells)] == mapped.adcBits);
        }
        CHECK(reader.cacheBytes() == 0);
    }
}

TEST_CASE("The cells of an array are those of LayerCells, and its weights those of the network")
{
    const auto network = test::lenet(true);
    const auto preview = test::preview(network, test::lenetPlan(*network, 3.0));
    CrossbarStore store;
    makeAll(store, preview, true);
    const CrossbarStore::Reader reader(store);
    RandomStream random({5});
    for (int layer = 0; layer < static_cast<int>(preview->mapped.layers.size()); ++layer) {
        const LayerSurvey& survey = reader.layer(layer);
        const std::vector<float> weights = preview->compressed.weights(static_cast<std::size_t>(layer));
        for (int i = 0; i < 60; ++i) {
            const auto index = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(survey.shape.arrays())));
            const auto cells = reader.cells(layer, index);
            REQUIRE(cells);
            const CrossbarCells exact = crossbarCells(preview->compressed, static_cast<std::size_t>(layer),
                                                      preview->mapped.hardware, survey.shape.addressOf(index));
            for (std::size_t cell = 0; cell < exact.conductanceS.size(); cell += 1 + random.below(40)) {
                const std::uint16_t code = cells->codes[cell];
                CHECK((code == 0 ? 0.0F : survey.conductancesS[code - 1U]) == exact.conductanceS[cell]);
                const std::int64_t column = exact.weightColumn[cell / static_cast<std::size_t>(exact.columns)];
                const std::int64_t filter = exact.filter[cell % static_cast<std::size_t>(exact.columns)];
                CHECK(cells->weightColumn[cell / static_cast<std::size_t>(exact.columns)] == column);
                CHECK(cells->filter[cell % static_cast<std::size_t>(exact.columns)] == filter);
                if (column >= 0 && filter >= 0) {
                    const std::int64_t k = preview->compressed.layers[static_cast<std::size_t>(layer)].layer.columns;
                    CHECK(weightAt(preview->compressed, static_cast<std::size_t>(layer), filter, column) ==
                          weights[static_cast<std::size_t>(filter * k + column)]);
                }
            }
        }
    }
}

TEST_CASE("Means of blocks are means of their cells, at the edges too")
{
    ArrayCells cells;
    cells.columns = 5;
    cells.codes = {1, 0, 0, 0, 3,  //
                   0, 2, 0, 0, 0,  //
                   0, 0, 0, 0, 3};
    cells.bitLineCells = {1, 1, 0, 0, 2};
    cells.weightColumn = {0, 1, 2};
    cells.filter = {0, 1, 2, 3, 4};
    const std::vector<float> conductances{1e-6F, 2e-6F, 4e-6F};
    const std::vector<CellMeans> blocks = blockMeans(cells, 2, conductances);
    REQUIRE(blocks.size() == 2 * 3);
    const auto scaled = [](double share) { return 1 + std::lround(share * (CellMeans::kMost - 1)); };
    CHECK(blocks[0].share == scaled(0.5));
    CHECK(blocks[0].conductance == scaled(1.5 / 4.0));
    CHECK(blocks[0].level == scaled(0.25));  // indices 0 and 1 of 0..2
    CHECK(blocks[0].bitLineCells == 1);
    CHECK(blocks[1].share == 0);
    CHECK(blocks[2].share == scaled(0.5));  // 1 column x 2 rows
    CHECK(blocks[5].share == scaled(1.0));
    CHECK(blocks[5].bitLineCells == 2);
    const ArraySummary summary = summarise(cells, conductances);
    CHECK(summary.programmed == 4);
    CHECK(summary.meanConductanceS == Approx(11e-6 / 4));
    CHECK(summary.meanLevel == Approx(5.0 / 4));
    CHECK(summary.lowestCode == 1);
    CHECK(summary.highestCode == 3);
}

TEST_CASE("Without weights a kept weight counts in each of its arrays")
{
    const auto network = test::lenet(false);
    const auto preview = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarStore store;
    makeAll(store, preview, false);
    const CrossbarStore::Reader reader(store);
    const LayerSurvey& survey = reader.layer(1);
    CHECK(survey.conductancesS.empty());
    std::int64_t programmed = 0;
    for (const ArraySummary& array : survey.arrays) {
        programmed += array.programmed;
    }
    CHECK(programmed == 2 * preview->mapped.layers[1].programmedCells);
}

TEST_CASE("A new plan makes only the changed layers anew")
{
    const auto network = test::lenet(true);
    const auto before = test::preview(network, test::lenetPlan(*network, 2.0));
    CrossbarStore store;
    makeAll(store, before, true);
    Plan plan = test::lenetPlan(*network, 2.0);
    plan.find("fc2")->constraints = {{"filter", 1.25}};
    const auto after = test::preview(network, plan);
    store.setPreview(after);
    store.want({}, false);
    store.finish();
    {
        const CrossbarStore::Reader reader(store);
        CHECK(reader.layer(0).arrays.front().known);
        CHECK(reader.cells(0, 0) != nullptr);
        const LayerSurvey& changed = reader.layer(3);
        CHECK(changed.current);
        CHECK_FALSE(changed.arrays.front().known);
        CHECK(changed.tileOccupancy == occupancyPerBlock(after->compressed, 3, after->mapped.hardware));
        CHECK(reader.cells(3, 0) == nullptr);
    }
    makeAll(store, after, true);
    const CrossbarStore::Reader reader(store);
    CHECK(reader.layer(3).arrays.front().known);
}

TEST_CASE("Cells of a large network take no more than the cache has")
{
    auto network = std::make_shared<Network>(makeZooNetwork("vgg16-cifar10"));
    const auto preview = test::preview(network, densePlan(*network), Hardware{});
    CrossbarStore store;
    store.setPreview(preview);
    std::vector<FloorRange> ranges = allOf(*preview);
    // The last layers but the classifier hold more than the cache.
    std::erase_if(ranges, [&](const FloorRange& range) { return range.layer < 9; });
    store.want(ranges, true);
    store.finish();
    const CrossbarStore::Reader reader(store);
    CHECK(reader.cacheBytes() <= CrossbarStore::kCacheBytes);
    CHECK(reader.cacheBytes() > CrossbarStore::kCacheBytes * 9 / 10);
    // The latest are there, the first made room.
    const FloorRange& last = ranges.back();
    CHECK(reader.cells(last.layer, reader.layer(last.layer).shape.arrays() - 1) != nullptr);
    CHECK(reader.cells(9, 0) == nullptr);
    CHECK(reader.layer(9).arrays.front().known);
}

}  // namespace
}  // namespace mho
