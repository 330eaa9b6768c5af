// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cost/engines/engine_nets.h"

#include "core/base/resources.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace mho::test {

CompressedNetwork randomNetwork(RandomStream& random)
{
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
    };
    Convolution convolution;
    convolution.groups = pick(1, 3);
    convolution.filters = convolution.groups * pick(1, 9);
    convolution.kernel = {pick(1, 3), pick(1, 4)};
    convolution.stride = {pick(1, 3), pick(1, 2)};
    convolution.dilation = {pick(1, 2), pick(1, 2)};
    convolution.pads = {pick(0, 2), pick(0, 2), pick(0, 2), pick(0, 2)};
    Network network("random", {convolution.groups * pick(1, 9), pick(7, 13), pick(7, 13)});
    network.add("conv", convolution);
    network.add("flat", Flatten{});
    network.add("linear", Linear{pick(1, 20), false});
    return uncompressed(std::make_shared<const Network>(std::move(network)));
}

CompressedNetwork oneLayer(std::int64_t filters, std::int64_t channels, std::int64_t kernel, std::int64_t size,
                           std::int64_t groups)
{
    Convolution convolution;
    convolution.filters = filters;
    convolution.kernel = {kernel, kernel};
    convolution.groups = groups;
    Network network("one", {channels * groups, size + kernel - 1, size + kernel - 1});
    network.add("conv", convolution);
    return uncompressed(std::make_shared<const Network>(std::move(network)));
}

LayerMask blockPunched(const WeightLayer& layer, std::int64_t filters, std::int64_t channels, double dropped,
                       RandomStream& random)
{
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    mask.elements.assign(static_cast<std::size_t>(layer.weights()), 1);
    const std::int64_t perGroup = layer.filters / layer.groups;
    for (std::int64_t first = 0; first < layer.filters;) {
        // Blocks start anew in each group.
        const std::int64_t inGroup = first % perGroup;
        const std::int64_t count = std::min(filters, perGroup - inGroup);
        for (std::int64_t channel = 0; channel < layer.channels; channel += channels) {
            for (std::int64_t position = 0; position < layer.kernelPositions(); ++position) {
                if (random.uniform() >= dropped) {
                    continue;
                }
                for (std::int64_t row = first; row < first + count; ++row) {
                    for (std::int64_t c = channel; c < std::min(channel + channels, layer.channels); ++c) {
                        const std::int64_t column = c * layer.kernelPositions() + position;
                        mask.elements[static_cast<std::size_t>(row * layer.columns + column)] = 0;
                    }
                }
            }
        }
        first += count;
    }
    return mask;
}

LayerMask randomMask(const WeightLayer& layer, double kept, RandomStream& random)
{
    LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
    mask.elements.resize(static_cast<std::size_t>(layer.weights()));
    for (std::uint8_t& element : mask.elements) {
        element = random.uniform() < kept ? 1 : 0;
    }
    return mask;
}

ComponentFile engineFile(const std::string& name)
{
    return loadConstantFile(resourcePath("engines", name));
}

void set(ComponentFile& file, const std::string& constant, double value)
{
    const auto found =
        std::find_if(file.constants.begin(), file.constants.end(), [&](const Constant& c) { return c.name == constant; });
    REQUIRE(found != file.constants.end());
    found->value = value;
}

}  // namespace mho::test
