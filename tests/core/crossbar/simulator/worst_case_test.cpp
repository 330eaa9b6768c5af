// SPDX-License-Identifier: GPL-3.0-or-later
// One ADC bit less on the input that fills every column: the results must differ, by what can be worked out by hand.
#include "core/base/error.h"
#include "tests/core/crossbar/simulator/one_layer.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

LayerShape vectorLayer(std::int64_t inputs, std::int64_t filters)
{
    LayerShape shape;
    shape.linear = true;
    shape.input = {inputs, 1, 1};
    shape.convolution.filters = filters;
    return shape;
}

Hardware usual()
{
    Hardware hardware;
    hardware.device.cellBits = 2;
    hardware.crossbar.rows = 128;
    hardware.crossbar.columns = 128;
    hardware.crossbar.inputBits = 8;
    hardware.crossbar.baselineBits = 9;  // 8 magnitude bits: four full digits of 3
    return hardware;
}

}  // namespace

TEST_CASE("Simulator: all inputs and weights at the top need nine bits on 128 rows, and clip by hand with eight")
{
    const LayerShape shape = vectorLayer(128, 3);
    const CompressedNetwork network = oneLayer(shape, [](std::size_t) { return 1.0F; });
    const ImageSource images = imagesOf(2, 128, [](std::size_t) { return 1.0F; });
    Hardware hardware = usual();
    const SimulationResult enough = simulate(network, hardware, keepingLogits(), images, images);
    CHECK(enough.layers[0].ruleBits == 9);
    CHECK(enough.layers[0].adcBits == 9);
    CHECK(enough.layers[0].losslessBits == 9);
    CHECK(enough.layers[0].programmedBits == 9);
    CHECK(enough.identicalImages == 2);
    CHECK(enough.layers[0].statistics.sums.high == 128 * 3);
    CHECK(enough.layers[0].statistics.clipped == 0);

    hardware.crossbar.adcBits = 8;
    const SimulationResult less = simulate(network, hardware, keepingLogits(), images, images);
    CHECK(less.identicalImages == 0);
    // Each of 4 slices x 8 cycles gives 255 instead of 384: 255 * (1 + 4 + 16 + 64) * 255 instead of 384 * 85 * 255.
    const double unit = less.layers[0].weightUnit * less.layers[0].inputScale;
    CHECK(less.crossbars.logits[0] == static_cast<float>(255.0 * 85.0 * 255.0 * unit));
    CHECK(enough.crossbars.logits[0] == static_cast<float>(384.0 * 85.0 * 255.0 * unit));
    // 2 images x 3 filters x 4 slices x 8 cycles, positive arrays only.
    CHECK(less.layers[0].statistics.clipped == 2 * 3 * 4 * 8);
    CHECK(less.layers[0].statistics.conversions == 2 * 3 * 4 * 8 * 2);
}

TEST_CASE("Simulator: l non-zeros a column need ceil(log2(3 l + 1)) bits, and one less fails (TinyADC)")
{
    for (const std::int64_t active : {1, 2, 5, 16, 31, 32, 64, 127}) {
        const LayerShape shape = vectorLayer(256, 4);
        CompressedNetwork network = oneLayer(shape, [](std::size_t) { return -1.0F; });
        LayerMask& mask = network.layers[0].mask;
        mask.elements.assign(4 * 256, 0);
        RandomStream random{static_cast<std::uint64_t>(active)};
        for (std::size_t filter = 0; filter < 4; ++filter) {
            for (std::size_t piece = 0; piece < 2; ++piece) {
                const auto rows = random.permutation(128);
                for (std::size_t i = 0; i < static_cast<std::size_t>(active); ++i) {
                    mask.elements[filter * 256 + piece * 128 + rows[i]] = 1;
                }
            }
        }
        const ImageSource images = imagesOf(1, 256, [](std::size_t) { return 1.0F; });
        Hardware hardware = usual();
        hardware.crossbar.compaction = Compaction::None;
        int bits = 0;
        while ((1 << bits) < active * 3 + 1) {
            ++bits;
        }
        INFO(active << " cells, " << bits << " bits");
        for (const char* scheme : {"two-arrays", "differential-pair"}) {
            // A pair's ADC has a bit for the sign.
            const int sign = std::string(scheme) == "two-arrays" ? 0 : 1;
            hardware.crossbar.signScheme = scheme;
            hardware.crossbar.adcBits = 0;
            const SimulationResult exact = simulate(network, hardware, keepingLogits(), images, images);
            CHECK(exact.layers[0].adcBits == bits + sign);
            CHECK(exact.layers[0].losslessBits == bits + sign);
            CHECK(exact.identicalImages == 1);
            if (bits + sign > 1) {
                hardware.crossbar.adcBits = bits + sign - 1;
                const SimulationResult less = simulate(network, hardware, keepingLogits(), images, images);
                CHECK(less.identicalImages == 0);
                CHECK(less.layers[0].statistics.clipped > 0);
            }
        }
    }
}

TEST_CASE("Simulator: one bit less differs for every scheme that stores biased codes too")
{
    const LayerShape shape = vectorLayer(128, 2);
    const ImageSource images = imagesOf(1, 128, [](std::size_t) { return 1.0F; });
    for (const char* scheme : {"offset", "reference-column", "isqed21"}) {
        // Offset: q + 128 = 255 for q = 127. The reference column takes 2 of each top digit off: -2 * 128 for q = -127.
        const float weight = std::string(scheme) == "reference-column" ? -1.0F : 1.0F;
        const CompressedNetwork network = oneLayer(shape, [&](std::size_t) { return weight; });
        Hardware hardware = usual();
        hardware.crossbar.signScheme = scheme;
        hardware.crossbar.baselineBits = std::string(scheme) == "isqed21" ? 9 : 8;
        const SimulationResult exact = simulate(network, hardware, keepingLogits(), images, images);
        INFO(scheme);
        CHECK(exact.identicalImages == 1);
        CHECK(exact.layers[0].adcBits == 9);
        hardware.crossbar.adcBits = 8;
        CHECK(simulate(network, hardware, keepingLogits(), images, images).identicalImages == 0);
    }
}

TEST_CASE("Simulator: flipped columns of 1-bit cells lose nothing, as the ADC holds the full unit column")
{
    const LayerShape shape = vectorLayer(128, 2);
    const CompressedNetwork network = oneLayer(shape, [](std::size_t i) { return i % 2 == 0 ? 1.0F : 0.25F; });
    const ImageSource images = imagesOf(1, 128, [](std::size_t) { return 1.0F; });
    Hardware hardware = usual();
    hardware.device.cellBits = 1;
    hardware.crossbar.signScheme = "offset";
    hardware.crossbar.adcRule = AdcRule::Flipped;
    const SimulationResult result = simulate(network, hardware, keepingLogits(), images, images);
    // Half of 128 would fit 7 bits, the 128 ones of the unit column do not.
    CHECK(result.layers[0].losslessBits == 8);
    CHECK(result.layers[0].adcBits == 8);
    CHECK(result.identicalImages == 1);
    CHECK(result.layers[0].statistics.sums.high == 128);
    hardware.crossbar.adcBits = 7;
    CHECK(simulate(network, hardware, keepingLogits(), images, images).identicalImages == 0);
}

TEST_CASE("Simulator: a rounding ADC gives the codes of its formula, and calibration lifts the steps to what is seen")
{
    const LayerShape shape = vectorLayer(100, 1);
    const CompressedNetwork network = oneLayer(shape, [](std::size_t) { return 1.0F; });
    // One input of the hundred is on, so each column gives 3.
    const ImageSource images = imagesOf(1, 100, [](std::size_t i) { return i == 7 ? 1.0F : 0.0F; });
    Hardware hardware = usual();
    hardware.crossbar.adcBits = 4;
    SimulationOptions options = keepingLogits();
    options.adcMode = AdcMode::Round;
    const SimulationResult full = simulate(network, hardware, options, images, images);
    CHECK(full.layers[0].adcStep == Approx(300.0 / 15.0));
    CHECK(full.crossbars.logits[0] == 0.0F);  // 3 of steps of 20 rounds to 0
    CHECK(full.identicalImages == 0);
    options.adcRange = AdcRange::Calibrated;
    const SimulationResult calibrated = simulate(network, hardware, options, images, images);
    CHECK(calibrated.layers[0].adcStep == 1.0);  // Sums up to 3 fit 4 bits: steps are never finer than a unit.
    CHECK(calibrated.identicalImages == 1);

    // 60 inputs on: sums of 180, 15 steps of 12 after calibration: code 15, exact; before: 180 / 20 = 9, exact too.
    const ImageSource more = imagesOf(1, 100, [](std::size_t i) { return i < 60 ? 1.0F : 0.0F; });
    const SimulationResult seen = simulate(network, hardware, options, more, more);
    CHECK(seen.layers[0].adcStep == Approx(12.0));
    CHECK(seen.identicalImages == 1);
    // Images beyond the calibration clip: code 15 of 12 again instead of 300 / 12.
    const ImageSource all = imagesOf(1, 100, [](std::size_t) { return 1.0F; });
    const SimulationResult beyond = simulate(network, hardware, options, more, all);
    CHECK(beyond.crossbars.logits[0] == seen.crossbars.logits[0]);
    CHECK(beyond.layers[0].statistics.clipped == 4 * 8);
}

TEST_CASE("Simulator: options that contradict each other are refused at once")
{
    SimulationOptions options;
    options.adcRange = AdcRange::Calibrated;
    options.inputPercentile = 20.0;
    CHECK(options.validate().size() == 2);
}
