// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/analog_engine.h"
#include "core/base/random.h"
#include "core/crossbar/nonideal/programmed_tile.h"
#include "core/crossbar/simulator/layer_adc.h"
#include "core/network/zoo.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

using namespace mho;

namespace {

/// One layer on one tile with random weights and inputs, as the simulator hands it to an engine.
struct Bench {
    Hardware hardware;
    CompressedNetwork network;
    IntegerWeights weights;
    TileCells cells;
    LayerConversion conversion;
    std::vector<std::uint16_t> values;
    std::vector<std::uint8_t> nibbles;
    std::size_t positions = 0;
};

struct Setting {
    std::string scheme = "two-arrays";
    SlicePlacement slices = SlicePlacement::Arrays;
    int cellBits = 2;
    int dacBits = 1;
    int inputBits = 8;
    bool signedInputs = false;
    int adcBits = 0;  ///< 0 = all that sums need.
    AdcMode mode = AdcMode::Clip;
    std::int64_t rows = 45;
    std::int64_t filters = 9;
    std::size_t positions = 37;
    int levelBits = 0;  ///< 0 = no levels.
};

void layInputs(Bench& bench, RandomStream& random)
{
    const auto rows = static_cast<std::size_t>(bench.cells.rows);
    bench.values.assign(rows * kChunkPositions, 0);
    const std::uint64_t patterns = std::uint64_t{1} << static_cast<unsigned>(bench.conversion.input.bits);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t position = 0; position < bench.positions; ++position) {
            bench.values[row * kChunkPositions + position] = static_cast<std::uint16_t>(random.below(patterns));
        }
    }
    std::size_t groups = 0;
    for (const RowRange& read : bench.cells.reads) {
        groups += (read.end - read.begin + 3) / 4;
    }
    bench.nibbles.assign(static_cast<std::size_t>(bench.conversion.input.bits) * groups * kChunkPositions, 0);
    std::size_t group = 0;
    for (const RowRange& read : bench.cells.reads) {
        for (std::size_t begin = read.begin; begin < read.end; begin += 4, ++group) {
            for (std::size_t row = begin; row < std::min(begin + 4, read.end); ++row) {
                for (std::size_t bit = 0; bit < static_cast<std::size_t>(bench.conversion.input.bits); ++bit) {
                    for (std::size_t i = 0; i < kChunkPositions; ++i) {
                        const unsigned on = (bench.values[row * kChunkPositions + i] >> bit) & 1U;
                        bench.nibbles[(bit * groups + group) * kChunkPositions + kernelByte(i)] |=
                            static_cast<std::uint8_t>(on << (row - begin));
                    }
                }
            }
        }
    }
}

Bench makeBench(const Setting& setting, std::uint64_t seed)
{
    RandomStream random{seed, 11};
    Bench bench;
    bench.positions = setting.positions;
    CrossbarOptions& crossbar = bench.hardware.crossbar;
    crossbar.rows = 64;
    crossbar.columns = 256;
    crossbar.signScheme = setting.scheme;
    crossbar.slices = setting.slices;
    crossbar.fragmentRows = 6;
    crossbar.dacBits = setting.dacBits;
    crossbar.inputBits = setting.inputBits;
    crossbar.baselineBits = 8;
    crossbar.adcBits = setting.adcBits;
    bench.hardware.device.cellBits = setting.cellBits;

    CompressedLayer layer;
    layer.layer.name = "layer";
    layer.layer.filters = setting.filters;
    layer.layer.columns = layer.layer.channels = setting.rows;
    layer.mask = LayerMask::dense(setting.filters, setting.rows);
    layer.mask.elements.assign(static_cast<std::size_t>(setting.filters * setting.rows), 1);
    std::vector<float> weights;
    const bool oneSign = setting.scheme == "fragment-sign";
    for (std::size_t i = 0; i < layer.mask.elements.size(); ++i) {
        layer.mask.elements[i] = random.below(4) == 0 ? 0 : 1;
        const auto weight = static_cast<float>(random.uniform(-1.0, 1.0));
        weights.push_back(layer.mask.elements[i] == 0 ? 0.0F : oneSign ? std::abs(weight) : weight);
    }
    if (setting.levelBits > 0) {
        LayerLevels levels;
        levels.set.bits = setting.levelBits;
        const int count = 1 << (setting.levelBits - 1);
        for (int i = 0; i < count; ++i) {
            levels.set.magnitudes.push_back(static_cast<float>(0.1 + (i + 0.5) * 0.9 / count));
        }
        for (float& weight : weights) {
            weight = weight == 0.0F ? 0.0F : levels.set.quantize(weight, levels.scale);
        }
        layer.levels = levels;
    }
    bench.network.layers.push_back(layer);
    bench.weights = integerWeights(layer, weights, bench.hardware);
    std::vector<std::int64_t> filters(static_cast<std::size_t>(setting.filters));
    std::vector<std::int64_t> columns(static_cast<std::size_t>(setting.rows));
    std::iota(filters.begin(), filters.end(), 0);
    std::iota(columns.begin(), columns.end(), 0);
    bench.cells = makeTileCells(layer, bench.weights, bench.hardware, {.filters = filters, .columns = columns});
    bench.conversion.layer = "layer";
    bench.conversion.input = {.bits = setting.inputBits, .isSigned = setting.signedInputs, .scale = 1.0};
    bench.conversion.cycles = bench.conversion.input.cycles(setting.dacBits);
    const int slices = cellLayout(layer, bench.hardware).slices;
    SumRange all;
    for (const SumRange& range : bench.cells.programmedRanges(slices, (std::int64_t{1} << setting.dacBits) - 1)) {
        all.include(range);
    }
    const Adc adc = makeAdc(setting.mode, setting.adcBits > 0 ? setting.adcBits : std::max(1, bitsFor(all)), all, all);
    bench.conversion.adcs.assign(static_cast<std::size_t>(slices), adc);
    layInputs(bench, random);
    return bench;
}

struct Output {
    std::vector<std::int64_t> sums;
    ConversionStatistics statistics;
    bool operator==(const Output&) const = default;
};

Output runEngine(const Bench& bench, const TileEngineFactory& engines, std::uint64_t firstPosition = 0)
{
    Output output;
    output.sums.assign(bench.cells.filters * kChunkPositions, 0);
    const auto engine = engines.make({}, bench.cells, bench.conversion);
    engine->accumulate({.positions = bench.positions,
                        .values = bench.values.data(),
                        .nibbles = bench.nibbles.data(),
                        .firstPosition = firstPosition},
                       output.sums.data(), output.statistics);
    // Entries beyond the positions may hold anything.
    for (std::size_t filter = 0; filter < bench.cells.filters; ++filter) {
        std::fill(output.sums.begin() + static_cast<std::ptrdiff_t>(filter * kChunkPositions + bench.positions),
                  output.sums.begin() + static_cast<std::ptrdiff_t>((filter + 1) * kChunkPositions), 0);
    }
    return output;
}

std::vector<Setting> manySettings()
{
    std::vector<Setting> settings;
    for (const char* scheme : {"two-arrays", "differential-pair", "offset", "reference-column", "fragment-sign", "isqed21"}) {
        for (const int cellBits : {1, 2, 4, 7}) {
            for (const auto slices : {SlicePlacement::Arrays, SlicePlacement::BitLines}) {
                settings.push_back({.scheme = scheme, .slices = slices, .cellBits = cellBits});
            }
        }
        settings.push_back({.scheme = scheme, .dacBits = 3});
        settings.push_back({.scheme = scheme, .signedInputs = true});
        settings.push_back({.scheme = scheme, .adcBits = 4});
        settings.push_back({.scheme = scheme, .adcBits = 4, .mode = AdcMode::Round});
        settings.push_back({.scheme = scheme, .rows = 64, .filters = 31, .positions = kChunkPositions});
        settings.push_back({.scheme = scheme, .rows = 1, .filters = 1, .positions = 1});
    }
    settings.push_back({.cellBits = 4, .levelBits = 5});
    settings.push_back({.scheme = "differential-pair", .cellBits = 4, .levelBits = 5});
    settings.push_back({.cellBits = 4, .levelBits = 4});
    settings.push_back({.inputBits = 16});
    settings.push_back({.cellBits = 7, .dacBits = 8});
    return settings;
}

NonIdealities everything()
{
    NonIdealities options;
    options.variation = 0.1;
    options.stuckOn = 0.01;
    options.stuckOff = 0.01;
    options.driftTimeS = 1000.0;
    options.driftNu = 0.01;
    options.driftNuSigma = 0.005;
    options.readNoise = 0.02;
    options.levelMismatch = 0.02;
    options.offConductanceS = 0.01e-6;
    options.wordLineOhm = options.bitLineOhm = 2.0;
    return options;
}

}  // namespace

TEST_CASE("Without effects an analog tile gives the bits of integer arithmetic, whatever scheme, slices, DAC and ADC")
{
    std::uint64_t seed = 0;
    bool clipped = false;
    for (const Setting& setting : manySettings()) {
        INFO(setting.scheme << ", cell bits " << setting.cellBits << ", DAC bits " << setting.dacBits << ", ADC bits "
                            << setting.adcBits << ", rows " << setting.rows << ", level bits " << setting.levelBits);
        const Bench bench = makeBench(setting, ++seed);
        const Output exact = runEngine(bench, plainEngines());
        clipped = clipped || exact.statistics.clipped > 0;
        for (const AnalogKernelChoice& kernel : analogKernels()) {
            INFO(kernel.name);
            const AnalogEngines engines(bench.network, bench.hardware, {}, {.seed = seed, .run = 0}, kernel);
            CHECK(runEngine(bench, engines) == exact);
        }
    }
    CHECK(clipped);
}

TEST_CASE("All effects together give the same bits on every processor")
{
    std::uint64_t seed = 100;
    for (const Setting& setting : manySettings()) {
        const Bench bench = makeBench(setting, ++seed);
        const DeviceSample sample{.seed = seed, .run = 3};
        const Output first =
            runEngine(bench, AnalogEngines(bench.network, bench.hardware, everything(), sample, analogKernels().front()));
        for (const AnalogKernelChoice& kernel : analogKernels()) {
            INFO(setting.scheme << " " << kernel.name);
            CHECK(runEngine(bench, AnalogEngines(bench.network, bench.hardware, everything(), sample, kernel)) == first);
        }
        if (setting.rows > 1) {
            CHECK(first.sums != runEngine(bench, plainEngines()).sums);
            CHECK(first.sums != runEngine(bench, AnalogEngines(bench.network, bench.hardware, everything(), {seed, 4})).sums);
        }
    }
}

TEST_CASE("An analog tile is multiply, sum, round and clip over its programmed cells")
{
    // Cell by cell in double precision from programTile(), itself tested through the effects.
    Setting setting{.scheme = "differential-pair", .dacBits = 2};
    const Bench bench = makeBench(setting, 7);
    NonIdealities options = everything();
    options.readNoise = 0.0;
    const Output output = runEngine(bench, AnalogEngines(bench.network, bench.hardware, options, {.seed = 5, .run = 2}));
    const ProgrammedTile tile = programTile(bench.cells, digitScale(bench.hardware.device), digitValues(bench.hardware.device),
                                            bench.hardware, options, {.seed = 5, .run = 2});
    std::vector<std::int64_t> sums(output.sums.size(), 0);
    std::size_t nearTies = 0;
    for (const Conversion& conversion : bench.cells.conversions) {
        const Adc& adc = bench.conversion.adcs[static_cast<std::size_t>(conversion.slice)];
        for (std::size_t position = 0; position < bench.positions; ++position) {
            for (const InputCycle& cycle : bench.conversion.cycles) {
                double sum = 0.0;
                for (std::size_t row = 0; row < bench.cells.rows; ++row) {
                    const auto at = [&](std::int32_t line) {
                        return tile.values[static_cast<std::size_t>(line) * bench.cells.rows + row];
                    };
                    sum += static_cast<double>((bench.values[row * kChunkPositions + position] >> cycle.shift) & cycle.top()) *
                           (at(conversion.line) - at(conversion.minus));
                }
                nearTies += std::abs(std::abs(sum - std::trunc(sum)) - 0.5) < 1e-4 ? 1 : 0;
                const auto code = std::clamp(static_cast<std::int64_t>(std::round(sum)), adc.lowest, adc.highest);
                sums[static_cast<std::size_t>(conversion.filter) * kChunkPositions + position] +=
                    conversion.coefficient * cycle.weight() * code;
            }
        }
    }
    // Where float32 could round a sum to the other side of a half the comparison would say nothing: the seed is one without.
    REQUIRE(nearTies == 0);
    CHECK(output.sums == sums);
}

TEST_CASE("Read noise of a conversion has the closed form's mean and variance, and is new at each read")
{
    // One filter, one slice, one cycle: what comes out is one conversion. Wide steps of the cells (7 bits) make rounding, whose
    // variance is 1/12, small beside the noise.
    Setting setting{.cellBits = 7, .inputBits = 1, .rows = 60, .filters = 1, .positions = kChunkPositions};
    Bench bench = makeBench(setting, 3);
    NonIdealities options;
    options.readNoise = 0.05;
    // All positions alike.
    RandomStream random{9};
    for (std::size_t row = 0; row < bench.cells.rows; ++row) {
        const auto on = static_cast<std::uint16_t>(random.below(2));
        for (std::size_t position = 0; position < kChunkPositions; ++position) {
            bench.values[row * kChunkPositions + position] = on;
            std::uint8_t& nibble = bench.nibbles[row / 4 * kChunkPositions + kernelByte(position)];
            nibble = static_cast<std::uint8_t>((nibble & ~(1U << row % 4)) | (static_cast<unsigned>(on) << row % 4));
        }
    }
    // Nothing may be clipped.
    for (Adc& adc : bench.conversion.adcs) {
        adc.lowest = -(1 << 20);
        adc.highest = 1 << 20;
    }
    const AnalogEngines engines(bench.network, bench.hardware, options, {.seed = 1, .run = 0});
    const double step = digitScale(bench.hardware.device).stepS;
    double mean = 0.0;
    double variance = 0.0;
    for (const Conversion& conversion : bench.cells.conversions) {
        const auto values = bench.cells.valuesOf(static_cast<std::size_t>(conversion.line));
        const auto programmed = bench.cells.programmedOf(static_cast<std::size_t>(conversion.line));
        for (std::size_t row = 0; row < bench.cells.rows; ++row) {
            if (bench.values[row * kChunkPositions] == 0 || programmed[row] == 0) {
                continue;
            }
            const double deviation = options.readNoise * digitScale(bench.hardware.device).conductanceS(values[row]) / step;
            mean += static_cast<double>(conversion.coefficient) * values[row];
            variance += deviation * deviation;
        }
        variance += 1.0 / 12.0;  // Rounding to a code, independent of the sum where the noise spans many codes.
    }
    REQUIRE(variance > 20.0);
    std::vector<double> samples;
    for (std::uint64_t chunk = 0; chunk < 500; ++chunk) {
        const Output output = runEngine(bench, engines, chunk * kChunkPositions);
        for (std::size_t position = 0; position < kChunkPositions; ++position) {
            samples.push_back(static_cast<double>(output.sums[position]));
        }
    }
    const auto count = static_cast<double>(samples.size());
    double sampled = 0.0;
    double spread = 0.0;
    for (const double sample : samples) {
        sampled += sample / count;
        spread += (sample - mean) * (sample - mean) / count;
    }
    CHECK(std::abs(sampled - mean) <= 4.5 * std::sqrt(variance / count));
    CHECK(std::abs(spread - variance) <= 4.5 * variance * std::sqrt(2.0 / count));
    // The same positions give the same noise, other ones other noise.
    CHECK(runEngine(bench, engines, 128) == runEngine(bench, engines, 128));
    CHECK(runEngine(bench, engines, 128).sums != runEngine(bench, engines, 256).sums);
    // A position's noise does not depend on the chunk it lies in.
    const Output whole = runEngine(bench, engines, 0);
    bench.positions = 1;
    CHECK(runEngine(bench, engines, 5).sums[0] == whole.sums[5]);
}

TEST_CASE("A reference with off cells takes their nominal leak off again")
{
    const Bench bench = makeBench({}, 21);
    NonIdealities options;
    options.offConductanceS = bench.hardware.device.gMinS;
    const DeviceSample sample{};
    CHECK(runEngine(bench, AnalogEngines(bench.network, bench.hardware, options, sample)).sums !=
          runEngine(bench, plainEngines()).sums);
    options.referenceHasOffCells = true;
    CHECK(runEngine(bench, AnalogEngines(bench.network, bench.hardware, options, sample)) == runEngine(bench, plainEngines()));
}

TEST_CASE("Options out of range, and levels the device has not, are refused")
{
    Bench bench = makeBench({.cellBits = 4, .levelBits = 4}, 1);
    NonIdealities options;
    options.variation = -1.0;
    options.deviceLevels = true;
    try {
        const AnalogEngines engines(bench.network, bench.hardware, options, {});
        FAIL("accepted");
    } catch (const Error& error) {
        const std::string text = error.what();
        CHECK(text.find("variation") != std::string::npos);
        CHECK(text.find("device.levels_S") != std::string::npos);
        CHECK(text.find("8 levels") != std::string::npos);
    }
}
