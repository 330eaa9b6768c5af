// SPDX-License-Identifier: GPL-3.0-or-later
// The digital operations against small cases worked out by hand (or by PyTorch's documented formulas).
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/reference_product.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>

using namespace mho;

namespace {

std::vector<float> runOne(Network network, const std::vector<float>& image, std::size_t count = 1)
{
    const CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(std::move(network)));
    return Executor(compressed).run(FloatProduct(compressed), image, count);
}

std::vector<float> applied(const Operation& operation, const Shape& shape, const std::vector<float>& image)
{
    Network network("n", shape);
    network.add("op", operation);
    return runOne(std::move(network), image);
}

using Values = std::vector<float>;

}  // namespace

TEST_CASE("Executor: convolution with stride, uneven pads, dilation and groups")
{
    Network network("n", {2, 3, 3});
    const NodeId node = network.add("c", Convolution{.filters = 2,
                                                     .kernel = {2, 2},
                                                     .stride = {2, 1},
                                                     .pads = {1, 0, 0, 1},
                                                     .dilation = {1, 2},
                                                     .groups = 2,
                                                     .bias = true});
    network.setParameter(node, "weight", Tensor({2, 1, 2, 2}, Values{1, 2, 3, 4, 1, 0, 0, -1}));
    network.setParameter(node, "bias", Tensor(Shape{2}, Values{0.5F, -1.0F}));
    // Rows -1..1 then 1..2 (stride 2, one row of padding above); columns x and x + 2, one column of padding on the right.
    const Values image{1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 0, 0, 0, 1, 0, 0, 0, 1};
    CHECK(network.outputShape() == Shape{2, 2, 2});
    // Channel 0: y=0: rows (pad, 0): 3*1 + 4*3 = 15, 3*2 + 4*0 = 6; y=1: rows (1, 2): 1*4 + 2*6 + 3*7 + 4*9 = 73,
    // 1*5 + 0 + 3*8 + 0 = 29. Channel 1: -(row 0, x + 2) = 0, 0; row 1, x less row 2, x + 2: 0 - 1 = -1, 1 - 0 = 1.
    CHECK(runOne(std::move(network), image) == Values{15.5F, 6.5F, 73.5F, 29.5F, -1, -1, -2, 0});
}

TEST_CASE("Executor: linear, batch norm and several images at once")
{
    Network network("n", {2, 1, 1});
    const NodeId norm = network.add("bn", BatchNorm{.epsilon = 0.0});
    network.setParameter(norm, "scale", Tensor(Shape{2}, Values{2, 1}));
    network.setParameter(norm, "shift", Tensor(Shape{2}, Values{1, 0}));
    network.setParameter(norm, "mean", Tensor(Shape{2}, Values{1, -1}));
    network.setParameter(norm, "variance", Tensor(Shape{2}, Values{4, 1}));
    network.add("flat", Flatten{});
    const NodeId linear = network.add("l", Linear{.features = 3});
    network.setParameter(linear, "weight", Tensor(Shape{3, 2}, Values{1, 0, 0, 1, 1, 1}));
    network.setParameter(linear, "bias", Tensor(Shape{3}, Values{0, 10, 0}));
    // (x0 - 1) * 2 / 2 + 1 = x0; x1 + 1.
    CHECK(runOne(std::move(network), {5, 7, -2, 3}, 2) == Values{5, 18, 13, -2, 14, 2});
}

TEST_CASE("Executor: activations")
{
    const Shape shape{1, 1, 4};
    const Values x{-2.0F, -0.5F, 0.5F, 8.0F};
    const auto with = [&](Activation op) { return applied(op, shape, x); };
    CHECK(with({.kind = ActivationKind::Relu}) == Values{0, 0, 0.5F, 8});
    CHECK(with({.kind = ActivationKind::LeakyRelu, .alpha = 0.5}) == Values{-1, -0.25F, 0.5F, 8});
    CHECK(with({.kind = ActivationKind::Clip, .low = 0, .high = 6}) == Values{0, 0, 0.5F, 6});
    const Values sigmoid = with({.kind = ActivationKind::Sigmoid});
    const Values tanh = with({.kind = ActivationKind::Tanh});
    const Values elu = with({.kind = ActivationKind::Elu, .alpha = 2.0});
    for (std::size_t i = 0; i < x.size(); ++i) {
        CHECK(sigmoid[i] == Approx(1.0 / (1.0 + std::exp(-x[i]))));
        CHECK(tanh[i] == Approx(std::tanh(x[i])));
        CHECK(elu[i] == Approx(x[i] > 0 ? x[i] : 2.0 * (std::exp(x[i]) - 1.0)));
    }
}

TEST_CASE("Executor: pools with pads, ceil mode and both ways to count pads")
{
    const Shape shape{1, 3, 3};
    const Values x{1, 2, 3, 4, 5, 6, 7, 8, 9};
    CHECK(applied(Pool{.kind = PoolKind::Max, .kernel = {2, 2}, .stride = {2, 2}}, shape, x) == Values{5});
    CHECK(applied(Pool{.kind = PoolKind::Max, .kernel = {2, 2}, .stride = {2, 2}, .ceilMode = true}, shape, x) ==
          Values{5, 6, 8, 9});
    // Windows past the edge count what is inside image and padding only.
    CHECK(applied(Pool{.kind = PoolKind::Average, .kernel = {2, 2}, .stride = {2, 2}, .ceilMode = true}, shape, x) ==
          Values{3, 4.5F, 7.5F, 9});
    const Pool padded{.kind = PoolKind::Average, .kernel = {2, 2}, .stride = {2, 2}, .pads = {1, 1, 1, 1}};
    CHECK(applied(padded, shape, x) == Values{0.25F, 1.25F, 2.75F, 7});
    Pool uncounted = padded;
    uncounted.countPads = false;
    CHECK(applied(uncounted, shape, x) == Values{1, 2.5F, 5.5F, 7});
    CHECK(applied(GlobalAveragePool{}, shape, x) == Values{5});
    CHECK(applied(Pool{.kind = PoolKind::Max, .kernel = {2, 2}, .stride = {2, 2}, .pads = {1, 1, 1, 1}}, shape,
                  {-1, -2, -3, -4, -5, -6, -7, -8, -9}) == Values{-1, -2, -4, -5});
}

TEST_CASE("Executor: joins, shortcut, dropout and softmax")
{
    Network network("n", {1, 2, 2});
    const NodeId relu = network.add("relu", Activation{}, {0});
    const NodeId sum = network.add("sum", Add{}, {0, relu, relu});
    network.add("cat", Concat{}, {sum, 0});
    network.add("drop", Dropout{});
    CHECK(runOne(std::move(network), {-1, 2, 3, -4}) == Values{-1, 6, 9, -4, -1, 2, 3, -4});
    // 1 channel to 4: one before, two after.
    CHECK(applied(PadShortcut{.stride = 2, .channels = 4}, {1, 3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9}) ==
          Values{0, 0, 0, 0, 1, 3, 7, 9, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK(applied(PadShortcut{.stride = 2, .channels = 3, .before = 2}, {1, 3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9}) ==
          Values{0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 9});
    const Values soft = applied(Softmax{}, {3, 1, 1}, {1000.0F, 1001.0F, 999.0F});
    const double total = std::exp(-1.0) + 1.0 + std::exp(-2.0);
    CHECK(soft[0] == Approx(std::exp(-1.0) / total));
    CHECK(soft[1] == Approx(1.0 / total));
    CHECK(soft[2] == Approx(std::exp(-2.0) / total));
}

TEST_CASE("Executor: a filter that the mask takes as a whole gives 0, whatever its bias says")
{
    Network network("n", {1, 1, 2});
    const NodeId node = network.add("c", Convolution{.filters = 2, .bias = true});
    network.setParameter(node, "weight", Tensor({2, 1, 1, 1}, Values{1, 1}));
    network.setParameter(node, "bias", Tensor(Shape{2}, Values{1, 1}));
    CompressedNetwork compressed = uncompressed(std::make_shared<const Network>(std::move(network)));
    compressed.layers[0].mask.rows[1] = 0;
    const Values image{3, 4};
    CHECK(Executor(compressed).run(FloatProduct(compressed), image, 1) == Values{4, 5, 0, 0});
}
