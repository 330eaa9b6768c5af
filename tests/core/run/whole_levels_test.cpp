// SPDX-License-Identifier: GPL-3.0-or-later
// Quantised weights on crossbars: cells, simulator and level sets agree, for every quantiser, scheme and slice width.
#include "core/compress/quantizer.h"
#include "core/crossbar/layer_cells.h"
#include "core/crossbar/layer_tiling.h"
#include "core/crossbar/nonideal/analog_engine.h"
#include "core/crossbar/simulator/integer_weights.h"
#include "tests/core/crossbar/simulator/one_layer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>

using namespace mho;
using namespace mho::test;

namespace {

LayerShape smallShape()
{
    LayerShape shape;
    shape.input = {3, 5, 4};
    shape.convolution = {.filters = 6, .kernel = {3, 2}, .bias = false};
    return shape;
}

/// One convolution with a random mask (half of the weights), fitted to the quantiser. `polarised`: all weights positive, so
/// that every fragment has one sign.
CompressedNetwork quantised(const Quantizer& quantizer, int bits, bool polarised, RandomStream& random)
{
    const LayerShape shape = smallShape();
    CompressedNetwork network = oneLayer(shape, [&](std::size_t) {
        const double weight = 0.2 * random.normal();
        return static_cast<float>(polarised ? std::abs(weight) : weight);
    });
    CompressedLayer& layer = network.layers[0];
    layer.mask.elements.assign(static_cast<std::size_t>(layer.layer.weights()), 1);
    for (std::uint8_t& flag : layer.mask.elements) {
        flag = random.below(2) == 0 ? 0 : 1;
    }
    layer.mask.columns[4] = 0;
    const auto values = network.network->nodes()[layer.layer.node].parameter("weight")->values();
    layer.levels = quantizer.fit(bits, Device{}.levelFloor(), values, layer.mask.expanded());
    return network;
}

Hardware hardwareWith(const SignScheme& scheme, int cellBits, SlicePlacement slices)
{
    Hardware hardware;
    hardware.device.cellBits = cellBits;
    hardware.crossbar.rows = 7;
    hardware.crossbar.columns = 40;
    hardware.crossbar.inputBits = 6;
    hardware.crossbar.signScheme = std::string(scheme.name());
    hardware.crossbar.fragmentRows = 3;
    hardware.crossbar.slices = slices;
    return hardware;
}

template <typename Check>
void forEachLayout(const Check& check)
{
    RandomStream random{51};
    for (const Quantizer* quantizer : quantizers()) {
        for (int bits = quantizer->leastBits(); bits <= std::min(9, quantizer->mostBits()); ++bits) {
            for (const SignScheme* scheme : signSchemes()) {
                for (const int cellBits : {1, 2, 4}) {
                    if (quantizer->isAnalog() && (bits - 1 > cellBits || !scheme->zeroIsZeroCurrent())) {
                        continue;  // conductances of one cell
                    }
                    const SlicePlacement slices = random.below(2) == 0 ? SlicePlacement::Arrays : SlicePlacement::BitLines;
                    const CompressedNetwork network = quantised(*quantizer, bits, scheme->byFragments(), random);
                    const Hardware hardware = hardwareWith(*scheme, cellBits, slices);
                    INFO(quantizer->name() << ", " << bits << " bits, " << scheme->name() << ", " << cellBits << "-bit cells, "
                                           << (slices == SlicePlacement::Arrays ? "arrays" : "bit lines"));
                    check(network, hardware, random);
                }
            }
        }
    }
}

/// Integer of a programmed cell from its conductance; the device's states are linear.
int stateOf(const Device& device, float conductanceS)
{
    const double interval = (device.gMaxS - device.gMinS) / device.states();
    return static_cast<int>(std::lround((static_cast<double>(conductanceS) - device.gMinS) / interval - 0.5));
}

}  // namespace

TEST_CASE("Weights on levels are whole numbers of one unit, without rounding again")
{
    forEachLayout([](const CompressedNetwork& network, const Hardware& hardware, RandomStream&) {
        const CompressedLayer& layer = network.layers[0];
        const std::vector<float> weights = network.weights(0);
        const std::vector<std::int16_t> codes = network.levelCodes(0);
        const IntegerWeights integers = integerWeights(layer, weights, hardware);
        CHECK_FALSE(integers.requantised);
        const LevelSet& set = layer.levels->set;
        CHECK(integers.cellTable.empty() == !set.isAnalog());
        CHECK(mapLayer(layer, hardware).levelsInCells == set.isAnalog());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            CHECK(integers.values[i] * integers.unit == Approx(static_cast<double>(weights[i])).epsilon(1e-6));
            if (!set.isAnalog()) {
                const int multiple = codes[i] == 0 ? 0 : set.multiple(static_cast<std::size_t>(std::abs(codes[i])) - 1);
                REQUIRE(integers.values[i] == (codes[i] < 0 ? -multiple : multiple));
            }
        }
    });
}

TEST_CASE("Quantised layers on crossbars equal whole-number arithmetic to the bit")
{
    forEachLayout([](const CompressedNetwork& network, const Hardware& hardware, RandomStream& random) {
        const LayerShape shape = smallShape();
        const ImageSource images = randomImages(2, shape.input, random.below(2) == 0 ? -1.0 : 0.0, 1.5, random);
        const SimulationResult result = simulate(network, hardware, keepingLogits(), images, images);
        CHECK(result.identicalImages == images.count);
        CHECK(result.crossbars.logits == wholeNumberOutputs(network, shape, images, result.layers[0]));
        CHECK(result.layers[0].statistics.clipped == 0);
        CHECK_FALSE(result.layers[0].requantised);
        // Devices without faults are the same arrays.
        const AnalogEngines ideal(network, hardware, NonIdealities{}, DeviceSample{});
        SimulationOptions options = keepingLogits();
        options.engines = &ideal;
        CHECK(simulate(network, hardware, options, images, images).crossbars.logits == result.crossbars.logits);
    });
}

TEST_CASE("Conductances of the crossbars decode to the quantised weights")
{
    forEachLayout([](const CompressedNetwork& network, const Hardware& hardware, RandomStream&) {
        const CompressedLayer& layer = network.layers[0];
        const MappedLayer mapped = mapLayer(layer, hardware);
        const CellLayout layout = cellLayout(layer, hardware);
        const SignScheme& scheme = *layout.scheme;
        const LayerCells cells(network, 0, hardware);
        const std::vector<float> weights = network.weights(0);
        const std::vector<std::uint8_t> kept = layer.mask.expanded();
        const double unit =
            layer.levels->set.isAnalog() ? 0.0 : static_cast<double>(layer.levels->scale) / layer.levels->set.steps;
        std::vector<double> found(weights.size(), 0.0);
        std::vector<int> seen(weights.size(), 0);
        for (std::int64_t rowBlock = 0; rowBlock < mapped.rowBlocks; ++rowBlock) {
            for (std::int64_t columnBlock = 0; columnBlock < mapped.columnBlocks; ++columnBlock) {
                for (int slice = 0; slice < mapped.sliceArrays; ++slice) {
                    for (int sign = 0; sign < mapped.signArrays; ++sign) {
                        const CrossbarCells array = cells.at({rowBlock, columnBlock, slice, sign});
                        for (std::int64_t i = 0; i < array.rows * array.columns; ++i) {
                            const std::int64_t column = array.weightColumn[static_cast<std::size_t>(i / array.columns)];
                            const std::int64_t filter = array.filter[static_cast<std::size_t>(i % array.columns)];
                            if (column < 0 || filter < 0) {
                                continue;
                            }
                            const auto weight = static_cast<std::size_t>(filter * layer.layer.columns + column);
                            const float conductance = array.conductanceS[static_cast<std::size_t>(i)];
                            const std::int64_t within = i % array.columns % layout.linesPerWeight;
                            const int partOf =
                                scheme.linesPerCode() > 1 ? static_cast<int>(within % scheme.linesPerCode()) : sign;
                            const int sliceOf =
                                mapped.sliceArrays < layout.slices ? static_cast<int>(within / scheme.linesPerCode()) : slice;
                            ++seen[weight];
                            if (scheme.zeroIsZeroCurrent() && (kept[weight] == 0 || weights[weight] == 0.0F)) {
                                CHECK(conductance == 0.0F);
                            }
                            if (conductance == 0.0F) {
                                CHECK(scheme.zeroIsZeroCurrent());
                                continue;
                            }
                            const double part = partOf == 0 ? 1.0 : -1.0;
                            if (layer.levels->set.isAnalog()) {
                                found[weight] += part * static_cast<double>(conductance) / hardware.device.gMaxS *
                                                 static_cast<double>(layer.levels->scale);
                            } else {
                                const int shift = (layout.slices - 1 - sliceOf) * hardware.device.cellBits;
                                found[weight] += part * unit * std::ldexp(stateOf(hardware.device, conductance), shift);
                            }
                        }
                    }
                }
            }
        }
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (seen[i] == 0) {
                CHECK(weights[i] == 0.0F);  // its column takes no word line
                continue;
            }
            CHECK(seen[i] == layout.slices * scheme.parts());
            const double bias = static_cast<double>(scheme.inputCoefficient(layout.weightBits)) * unit;
            CHECK(found[i] + bias == Approx(static_cast<double>(weights[i])).epsilon(1e-5).margin(1e-9));
        }
    });
}
