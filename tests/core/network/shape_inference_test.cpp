// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/network/network.h"

#include <catch2/catch.hpp>

using namespace mho;

namespace {

Shape shapeAfter(const Shape& input, const Operation& operation)
{
    Network net("n", input);
    net.add("node", operation);
    return net.outputShape();
}

}  // namespace

TEST_CASE("Convolution shapes by hand")
{
    CHECK(shapeAfter({3, 224, 224}, Convolution{.filters = 64, .kernel = {7, 7}, .stride = {2, 2}, .pads = {3, 3, 3, 3}}) ==
          Shape{64, 112, 112});
    // Dilation 2 makes a 3x3 kernel span 5 pixels: (10 - 5) / 1 + 1 = 6.
    CHECK(shapeAfter({1, 10, 9}, Convolution{.filters = 2, .kernel = {3, 3}, .dilation = {2, 1}}) == Shape{2, 6, 7});
    CHECK(shapeAfter({1, 5, 5}, Convolution{.filters = 1, .kernel = {2, 2}, .pads = {1, 0, 0, 0}}) == Shape{1, 5, 4});
    Network net("n", {4, 5, 5});
    net.add("g", Convolution{.filters = 6, .kernel = {3, 3}, .groups = 2});
    CHECK(net.nodes()[1].parameter("weight")->shape() == Shape{6, 2, 3, 3});
    CHECK(net.nodes()[1].parameter("bias")->shape() == Shape{6});
}

TEST_CASE("Pooling shapes by hand, ceil mode as PyTorch's")
{
    CHECK(shapeAfter({1, 5, 5}, Pool{.kernel = {2, 2}, .stride = {2, 2}}) == Shape{1, 2, 2});
    CHECK(shapeAfter({1, 5, 5}, Pool{.kernel = {2, 2}, .stride = {2, 2}, .ceilMode = true}) == Shape{1, 3, 3});
    // ceil((3 + 2 - 2) / 2) + 1 = 3, but the last window would start at 4 = extent + pad: dropped.
    CHECK(shapeAfter({1, 3, 3}, Pool{.kernel = {2, 2}, .stride = {2, 2}, .pads = {1, 1, 1, 1}, .ceilMode = true}) ==
          Shape{1, 2, 2});
}

TEST_CASE("Shapes that do not fit are refused with the node's name")
{
    Network net("n", {3, 4, 4});
    CHECK_THROWS_AS(net.add("fc", Linear{.features = 2}), Error);
    CHECK_THROWS_AS(net.add("big", Convolution{.filters = 1, .kernel = {5, 5}}), Error);
    CHECK_THROWS_AS(net.add("groups", Convolution{.filters = 3, .kernel = {1, 1}, .groups = 2}), Error);
    const NodeId conv = net.add("conv", Convolution{.filters = 2, .kernel = {1, 1}});
    CHECK_THROWS_AS(net.add("conv", Flatten{}), Error);
    CHECK_THROWS_AS(net.add("two", Flatten{}, {0, conv}), Error);
    try {
        net.add("sum", Add{}, {0, conv});
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.where() == "sum");
        CHECK(std::string(error.what()).find("3x4x4") != std::string::npos);
        CHECK(std::string(error.what()).find("2x4x4") != std::string::npos);
    }
    CHECK(net.nodes().size() == 2);
    CHECK_THROWS_AS(net.setParameter(conv, "weight", Tensor(Shape{2, 3})), Error);
}

TEST_CASE("A weight too large for any memory is refused before its size overflows")
{
    Network net("n", {65536, 4, 4});
    CHECK_THROWS_AS(
        net.add("huge",
                Convolution{.filters = 1 << 24, .kernel = {1 << 23, 1 << 23}, .pads = {1 << 23, 1 << 23, 1 << 23, 1 << 23}}),
        Error);
}
