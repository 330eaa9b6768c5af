// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/simulator/simulate.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <vector>

namespace mho::test {

/// A network of one convolution (or of flatten and one linear layer) without bias.
struct LayerShape {
    Shape input{3, 5, 5};
    bool linear = false;
    Convolution convolution{.filters = 4, .kernel = {3, 3}, .bias = false};  ///< `filters` also counts for a linear layer.
};

/// Weights: weightOf(i) for i = 0 .. n*k-1.
CompressedNetwork oneLayer(const LayerShape& shape, const std::function<float(std::size_t)>& weightOf);
/// Random weights in -1..1, one of them 1.
CompressedNetwork randomLayer(const LayerShape& shape, RandomStream& random);

/// Images of `size` values each: valueOf(i).
ImageSource imagesOf(std::size_t count, std::size_t size, const std::function<float(std::size_t)>& valueOf);
/// Uniform in low..high, every third value 0.
ImageSource randomImages(std::size_t count, const Shape& shape, double low, double high, RandomStream& random);

/// The layer in whole numbers, by its definition: inputs and weights quantised as docs/simulator.md says, an int64 sum over
/// channels and kernel positions. @param result gives scale and sign of the inputs and the unit of the weights
std::vector<float> wholeNumberOutputs(const CompressedNetwork& network, const LayerShape& shape, const ImageSource& images,
                                      const SimulatedLayer& layer);

SimulationOptions keepingLogits();

}  // namespace mho::test
