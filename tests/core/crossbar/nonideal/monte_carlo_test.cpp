// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/monte_carlo.h"
#include "core/base/random.h"
#include "core/crossbar/nonideal/analog_engine.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

using namespace mho;

namespace {

/// LeNet-5 with random weights: untrained, so that classes change easily.
std::shared_ptr<const Network> randomLenet()
{
    Network network = makeZooNetwork("lenet5");
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            RandomStream random{id, parameter.role.size()};
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            for (float& value : values) {
                value = static_cast<float>(random.uniform(-0.1, 0.1));
            }
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return std::make_shared<const Network>(std::move(network));
}

Hardware smallHardware()
{
    Hardware hardware;
    hardware.device.cellBits = 2;
    hardware.crossbar.rows = 128;
    hardware.crossbar.columns = 128;
    hardware.crossbar.inputBits = 4;
    hardware.crossbar.baselineBits = 5;
    return hardware;
}

struct Images {
    DataSet data = syntheticDigits(3, 100);
    ImageSource source(std::size_t count) const { return imageSource(*data.test, data.normalization, count); }
};

NonIdealities strong()
{
    NonIdealities options;
    options.variation = 0.3;
    options.readNoise = 0.05;
    return options;
}

}  // namespace

TEST_CASE("Without effects the whole network's outputs are those of the bit-exact simulator, to the bit")
{
    const CompressedNetwork network = uncompressed(randomLenet());
    const Images images;
    for (const char* scheme : {"two-arrays", "differential-pair", "offset", "isqed21"}) {
        Hardware hardware = smallHardware();
        hardware.crossbar.signScheme = scheme;
        hardware.crossbar.adcBits = 5;
        SimulationOptions options;
        options.keepLogits = true;
        options.floatReference = options.integerReference = false;
        const SimulationResult exact = simulate(network, hardware, options, images.source(4), images.source(10));
        const AnalogEngines engines(network, hardware, {}, {.seed = 1, .run = 0});
        options.engines = &engines;
        const SimulationResult analog = simulate(network, hardware, options, images.source(4), images.source(10));
        INFO(scheme);
        CHECK(analog.crossbars.logits == exact.crossbars.logits);
        std::int64_t clipped = 0;
        for (std::size_t layer = 0; layer < exact.layers.size(); ++layer) {
            CHECK(analog.layers[layer].statistics == exact.layers[layer].statistics);
            clipped += exact.layers[layer].statistics.clipped;
        }
        // 5 bits clip, so that the equality covers the ADC's ends.
        CHECK(clipped > 0);
    }
}

TEST_CASE("A study's runs differ, do not depend on threads, and are the first of a longer study's")
{
    const CompressedNetwork network = uncompressed(randomLenet());
    const Images images;
    MonteCarloOptions options;
    options.nonIdealities = strong();
    options.runs = 4;
    options.seed = 7;
    options.simulation.threads = 1;
    const MonteCarloResult one = monteCarlo(network, smallHardware(), options, images.source(4), images.source(20));
    REQUIRE(one.runs.size() == 4);
    CHECK(one.images == 20);
    CHECK_FALSE(one.stopped);
    bool differ = false;
    double sum = 0.0;
    for (std::size_t run = 0; run < 4; ++run) {
        CHECK(one.runs[run].run == run);
        CHECK(one.runs[run].accuracyPercent == Approx(100.0 * static_cast<double>(one.runs[run].correct) / 20.0));
        differ =
            differ || one.runs[run].correct != one.runs[0].correct || one.runs[run].clippedShare != one.runs[0].clippedShare;
        sum += one.runs[run].accuracyPercent;
    }
    CHECK(differ);
    CHECK(one.accuracy.mean == Approx(sum / 4.0));
    options.simulation.threads = 3;
    options.runs = 2;
    const MonteCarloResult three = monteCarlo(network, smallHardware(), options, images.source(4), images.source(20));
    for (std::size_t run = 0; run < 2; ++run) {
        CHECK(three.runs[run].correct == one.runs[run].correct);
        CHECK(three.runs[run].clippedShare == one.runs[run].clippedShare);
    }
    options.seed = 8;
    const MonteCarloResult other = monteCarlo(network, smallHardware(), options, images.source(4), images.source(20));
    CHECK((other.runs[0].clippedShare != one.runs[0].clippedShare || other.runs[0].correct != one.runs[0].correct));
}

TEST_CASE("Zero strength: every run is the ideal one")
{
    const CompressedNetwork network = uncompressed(randomLenet());
    const Images images;
    MonteCarloOptions options;
    options.runs = 2;
    const MonteCarloResult result = monteCarlo(network, smallHardware(), options, images.source(4), images.source(12));
    CHECK(result.accuracy.mean == result.idealPercent);
    CHECK(result.accuracy.deviation == 0.0);
}

TEST_CASE("Stopping keeps finished runs; progress rises and tells the rest")
{
    const CompressedNetwork network = uncompressed(randomLenet());
    const Images images;
    MonteCarloOptions options;
    options.nonIdealities = strong();
    options.runs = 1000;
    double last = 0.0;
    bool knewRest = false;
    const MonteCarloResult result =
        monteCarlo(network, smallHardware(), options, images.source(4), images.source(20), [&](const Progress& progress) {
            CHECK(progress.totalFraction >= last);
            last = progress.totalFraction;
            knewRest = knewRest || progress.remainingS > 0.0;
            return progress.stage.starts_with("Run 3") ? Verdict::StopAndKeep : Verdict::Continue;
        });
    CHECK(result.stopped);
    CHECK(result.runs.size() >= 2);
    CHECK(result.runs.size() < 1000);
    CHECK(result.accuracy.runs == result.runs.size());
    CHECK(knewRest);
    CHECK_THROWS_AS(monteCarlo(network, smallHardware(), options, images.source(4), images.source(20),
                               [](const Progress&) { return Verdict::Abort; }),
                    Error);
}

TEST_CASE("A study without labels or with nonsense is refused, all problems at once")
{
    const CompressedNetwork network = uncompressed(randomLenet());
    const Images images;
    MonteCarloOptions options;
    options.runs = 0;
    options.nonIdealities.stuckOn = 2.0;
    ImageSource unlabelled = images.source(5);
    unlabelled.labels.clear();
    try {
        monteCarlo(network, smallHardware(), options, images.source(4), unlabelled);
        FAIL("accepted");
    } catch (const Error& error) {
        const std::string text = error.what();
        for (const char* field : {"runs", "stuck_on", "images"}) {
            CHECK(text.find(field) != std::string::npos);
        }
    }
}
