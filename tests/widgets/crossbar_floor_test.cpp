// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/crossbar_floor.h"

#include "core/base/random.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>
#include <set>
#include <tuple>

namespace mho {
namespace {

CrossbarFloor vggFloor(MappedNetwork* mapped = nullptr)
{
    Hardware hardware;
    hardware.crossbar.columns = 128;
    const MappedNetwork dense = mapDense(makeZooNetwork("vgg16-cifar10"), hardware);
    std::vector<FloorLayer> layers;
    for (const MappedLayer& layer : dense.layers) {
        layers.push_back({layer.rowBlocks, layer.columnBlocks, layer.sliceArrays, layer.signArrays});
    }
    if (mapped != nullptr) {
        *mapped = dense;
    }
    return {std::move(layers), 128, 128};
}

TEST_CASE("Every array of VGG-16 has one place, and no two places touch")
{
    MappedNetwork mapped;
    const CrossbarFloor floor = vggFloor(&mapped);
    std::int64_t arrays = 0;
    for (int layer = 0; layer < static_cast<int>(floor.layers().size()); ++layer) {
        const FloorLayer& shape = floor.layers()[static_cast<std::size_t>(layer)];
        CHECK(shape.arrays() == mapped.layers[static_cast<std::size_t>(layer)].crossbars);
        for (std::int64_t i = 0; i < shape.arrays(); ++i) {
            const CrossbarAddress address = shape.addressOf(i);
            CHECK(shape.indexOf(address) == i);
            const QRectF rect = floor.arrayRect(layer, address);
            CHECK(rect.size() == QSizeF(128, 128));
            CHECK(floor.layerRect(layer).contains(rect));
            // Both corners name this array: places that overlapped would name another one at some corner.
            for (const QPointF& corner : {rect.topLeft() + QPointF(0.5, 0.5), rect.bottomRight() - QPointF(0.5, 0.5)}) {
                const auto place = floor.placeAt(corner);
                REQUIRE(place);
                REQUIRE(place->layer == layer);
                REQUIRE(shape.indexOf(place->address) == i);
            }
        }
        arrays += shape.arrays();
        for (int other = 0; other < layer; ++other) {
            CHECK_FALSE(floor.layerRect(layer).intersects(floor.layerRect(other)));
        }
        CHECK(floor.bounds().contains(floor.layerRect(layer)));
        CHECK_FALSE(floor.layerLabel(layer).intersects(floor.planeLabel(layer, 0)));
        CHECK_FALSE(floor.planeRect(layer, 0).intersects(floor.planeLabel(layer, 0)));
    }
    CHECK(arrays == mapped.crossbars);
}

TEST_CASE("A point names the cell that lies there")
{
    const CrossbarFloor floor = vggFloor();
    RandomStream random({21});
    for (int i = 0; i < 500; ++i) {
        const auto layer = static_cast<int>(random.below(floor.layers().size()));
        const FloorLayer& shape = floor.layers()[static_cast<std::size_t>(layer)];
        const CrossbarAddress address =
            shape.addressOf(static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(shape.arrays()))));
        const auto row = static_cast<std::int64_t>(random.below(128));
        const auto column = static_cast<std::int64_t>(random.below(128));
        const QPointF inside(static_cast<double>(column) + random.uniform(0.01, 0.99),
                             static_cast<double>(row) + random.uniform(0.01, 0.99));
        const auto place = floor.placeAt(floor.arrayRect(layer, address).topLeft() + inside);
        REQUIRE(place);
        CHECK(place->layer == layer);
        CHECK(shape.indexOf(place->address) == shape.indexOf(address));
        CHECK(place->row == row);
        CHECK(place->column == column);
    }
    const QRectF first = floor.arrayRect(0, {0, 0, 0, 0});
    CHECK_FALSE(floor.placeAt(first.topRight() + QPointF(1.0, 5.0)));
    CHECK_FALSE(floor.placeAt(floor.layerLabel(3).center()));
    CHECK(floor.layerAt(floor.layerLabel(3).center()) == 3);
    CHECK(floor.layerAt(floor.bounds().bottomRight() + QPointF(5, 5)) == -1);
}

TEST_CASE("The ranges of a part hold exactly the arrays that it touches")
{
    const CrossbarFloor floor = vggFloor();
    RandomStream random({22});
    for (int i = 0; i < 20; ++i) {
        const QRectF bounds = floor.bounds();
        const QRectF part(bounds.left() + random.uniform(0.0, bounds.width()),
                          bounds.top() + random.uniform(0.0, bounds.height()), random.uniform(10.0, bounds.width() / 2),
                          random.uniform(10.0, bounds.height() / 2));
        std::set<std::pair<int, std::int64_t>> listed;
        for (const FloorRange& range : floor.rangesIn(part)) {
            const FloorLayer& shape = floor.layers()[static_cast<std::size_t>(range.layer)];
            for (std::int64_t row = range.rowBegin; row < range.rowEnd; ++row) {
                for (std::int64_t column = range.columnBegin; column < range.columnEnd; ++column) {
                    const CrossbarAddress address{row, column, range.plane / shape.signs, range.plane % shape.signs};
                    CHECK(listed.insert({range.layer, shape.indexOf(address)}).second);
                    // An array whose gap alone is touched may be listed, none beyond that.
                    const auto gap = static_cast<double>(floor.gap());
                    CHECK(floor.arrayRect(range.layer, address).adjusted(-1, -1, gap + 1, gap + 1).intersects(part));
                }
            }
        }
        for (int layer = 0; layer < static_cast<int>(floor.layers().size()); ++layer) {
            const FloorLayer& shape = floor.layers()[static_cast<std::size_t>(layer)];
            for (std::int64_t array = 0; array < shape.arrays(); ++array) {
                if (floor.arrayRect(layer, shape.addressOf(array)).intersects(part)) {
                    CHECK(listed.contains({layer, array}));
                }
            }
        }
    }
}

TEST_CASE("A layer without arrays keeps a place for its name")
{
    const CrossbarFloor floor({{0, 0, 2, 2}, {1, 1, 1, 1}}, 32, 32);
    CHECK(floor.layerRect(0).width() > 0.0);
    CHECK_FALSE(floor.layerRect(0).intersects(floor.layerRect(1)));
    CHECK_FALSE(floor.placeAt(floor.layerRect(0).center()));
    CHECK(floor.rangesIn(floor.layerRect(0)).empty());
}

TEST_CASE("A floor with room for two layers gives each its arrays at the same places")
{
    const FloorLayer dense{5, 3, 2, 2};
    const FloorLayer design{4, 2, 1, 2};
    const FloorLayer room = joined(dense, design);
    CHECK(room == dense);
    CHECK(joined({1, 9, 3, 1}, design) == FloorLayer{4, 9, 3, 2});
    const CrossbarFloor floor({room}, 32, 32);
    std::set<std::int64_t> seen;
    for (const FloorRange& range : floor.rangesIn(floor.bounds())) {
        const auto own = rangeWithin(range, room, design);
        CHECK(own.has_value() == (range.plane < 2));  // the second slice is freed
        if (!own) {
            continue;
        }
        for (std::int64_t row = own->rowBegin; row < own->rowEnd; ++row) {
            for (std::int64_t column = own->columnBegin; column < own->columnEnd; ++column) {
                const CrossbarAddress address{row, column, own->plane / design.signs, own->plane % design.signs};
                REQUIRE(design.holds(address));
                CHECK(seen.insert(design.indexOf(address)).second);
                const QRectF plane = floor.planeRect(0, range.plane);
                CHECK(plane.contains(floor.arrayRect(0, address)));
            }
        }
    }
    CHECK(std::ssize(seen) == design.arrays());
    CHECK_FALSE(design.holds({4, 0, 0, 0}));
    CHECK_FALSE(design.holds({0, 2, 0, 0}));
    CHECK_FALSE(design.holds({0, 0, 1, 0}));
    CHECK_FALSE(design.holds({-1, 0, 0, 0}));
    // One sign on the floor of two: planes are counted anew.
    CHECK(rangeWithin({0, 2, 0, 5, 0, 3}, room, {5, 3, 2, 1}) == FloorRange{0, 1, 0, 5, 0, 3});
    CHECK_FALSE(rangeWithin({0, 3, 0, 5, 0, 3}, room, {5, 3, 2, 1}));
    CHECK_FALSE(rangeWithin({0, 0, 4, 5, 0, 3}, room, design));
}

}  // namespace
}  // namespace mho
