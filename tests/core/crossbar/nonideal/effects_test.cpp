// SPDX-License-Identifier: GPL-3.0-or-later
// Mean and variance of one bit line's sum over many programmed arrays against each effect's closed form.
#include "core/crossbar/nonideal/effect.h"
#include "tests/core/crossbar/nonideal/digit_array.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace mho;

namespace {

Device twoBitDevice()
{
    Device device;
    device.cellBits = 2;
    device.gMinS = 0.5e-6;
    device.gMaxS = 10e-6;
    return device;
}

/// 12 x 2 cells of all states, some not programmed; inputs of a 2-bit DAC.
CellArray someArray(const Device& device)
{
    std::vector<std::int16_t> states;
    for (int i = 0; i < 24; ++i) {
        states.push_back(static_cast<std::int16_t>(i % 5 == 4 ? CellArray::kOff : i % 5));
    }
    return digitArray(12, 2, 16, std::move(states), device);
}

std::vector<double> someInputs()
{
    return {1, 0, 3, 1, 2, 1, 1, 0, 1, 3, 2, 1};
}

double columnSum(const CellArray& array, std::size_t line, const std::vector<double>& inputs)
{
    double sum = 0.0;
    for (std::size_t row = 0; row < array.rows; ++row) {
        sum += inputs[row] * array.conductancesS[row * array.lines + line];
    }
    return sum;
}

const Effect& effectOf(const std::string& name)
{
    const auto& all = effects();
    return **std::find_if(all.begin(), all.end(), [&](const Effect* effect) { return effect->name() == name; });
}

/// Samples the effect and compares within kErrors standard errors of the estimates themselves: of the mean
/// sqrt(var / n), of the variance sqrt((m4 - var^2) / n) with the sampled fourth central moment m4.
void checkMoments(const std::string& name, const NonIdealities& options, const Device& device, const CellArray& before)
{
    constexpr double kErrors = 4.5;  // Two-sided 7e-6 per comparison.
    constexpr std::size_t kSamples = 200'000;
    const Effect& effect = effectOf(name);
    REQUIRE(effect.isOn(options));
    const std::vector<double> inputs = someInputs();
    const std::size_t line = 1;
    const ColumnMoments expected = effect.column(before, line, inputs, options, device);
    std::vector<double> sums;
    for (std::size_t i = 0; i < kSamples; ++i) {
        CellArray array = before;
        RandomStream random{77, i};
        effect.apply(array, options, device, random);
        sums.push_back(columnSum(array, line, inputs));
    }
    double mean = 0.0;
    for (const double sum : sums) {
        mean += sum / kSamples;
    }
    double second = 0.0;
    double fourth = 0.0;
    for (const double sum : sums) {
        const double square = (sum - mean) * (sum - mean);
        second += square / kSamples;
        fourth += square * square / kSamples;
    }
    INFO(name << ": mean " << mean << " against " << expected.meanS << ", variance " << second << " against "
              << expected.varianceS2);
    CHECK(std::abs(mean - expected.meanS) <= kErrors * std::sqrt(second / kSamples));
    CHECK(std::abs(second - expected.varianceS2) <= kErrors * std::sqrt((fourth - second * second) / kSamples));
    // The effect must do something, or the comparison shows nothing.
    CHECK(expected.varianceS2 > 0.0);
}

}  // namespace

TEST_CASE("Mean and variance of a column's sum follow the closed forms")
{
    const Device device = twoBitDevice();
    const CellArray array = someArray(device);
    NonIdealities options;
    SECTION("log-normal variation")
    {
        options.variation = GENERATE(0.02, 0.1, 0.5);
        checkMoments("programming-variation", options, device, array);
    }
    SECTION("normal variation, clipped at zero conductance")
    {
        options.variationKind = VariationKind::Normal;
        options.variation = GENERATE(0.1, 0.6, 1.5);
        checkMoments("programming-variation", options, device, array);
    }
    SECTION("stuck cells")
    {
        options.stuckOn = 0.08;
        options.stuckOff = 0.02;
        checkMoments("stuck-at", options, device, array);
    }
    SECTION("drift with a spread of exponents")
    {
        options.driftTimeS = 86'400.0;
        options.driftReferenceS = 20.0;
        options.driftNu = 0.05;
        options.driftNuSigma = 0.02;
        checkMoments("drift", options, device, array);
    }
    SECTION("level mismatch, shared by the cells of a state")
    {
        options.levelMismatch = GENERATE(0.05, 0.7);
        checkMoments("level-mismatch", options, device, array);
    }
}

TEST_CASE("Stuck cells of all zero weights conduct too, and stuck-off ones do not start to")
{
    const Device device = twoBitDevice();
    CellArray array = digitArray(1, 4, 1, {CellArray::kOff, 0, 3, CellArray::kOff}, device);
    NonIdealities options;
    RandomStream random{1};
    SECTION("all on")
    {
        options.stuckOn = 1.0;
        effectOf("stuck-at").apply(array, options, device, random);
        CHECK(array.conductancesS == std::vector<double>(4, device.gMaxS));
    }
    SECTION("all off")
    {
        options.stuckOff = 1.0;
        effectOf("stuck-at").apply(array, options, device, random);
        CHECK(array.conductancesS == std::vector<double>{0.0, device.gMinS, device.gMinS, 0.0});
    }
}

TEST_CASE("Effects without chance give their closed form at once")
{
    Device device = twoBitDevice();
    NonIdealities options;
    const std::vector<double> inputs = someInputs();
    SECTION("off cells leak by the off conductance and programmed ones are untouched")
    {
        const CellArray before = someArray(device);
        options.offConductanceS = device.gMinS;
        CellArray array = before;
        RandomStream random{1};
        effectOf("off-leak").apply(array, options, device, random);
        double leak = 0.0;
        for (std::size_t row = 0; row < before.rows; ++row) {
            leak += before.states[row * 2] == CellArray::kOff ? inputs[row] * 0.5e-6 : 0.0;
        }
        REQUIRE(leak > 0.0);
        CHECK(columnSum(array, 0, inputs) == Approx(columnSum(before, 0, inputs) + leak).epsilon(1e-12));
        const ColumnMoments moments = effectOf("off-leak").column(before, 0, inputs, options, device);
        CHECK(moments.meanS == Approx(columnSum(array, 0, inputs)).epsilon(1e-12));
        CHECK(moments.varianceS2 == 0.0);
    }
    SECTION("tabulated levels")
    {
        device.levelsS = {1e-6, 2e-6, 5e-6, 10e-6};
        options.deviceLevels = true;
        CellArray array = digitArray(1, 4, 1, {0, 1, 2, 3}, device);
        // Evenly spaced by 3 uS between the ends of the table before, the table after.
        CHECK(array.conductancesS[1] == Approx(4e-6).epsilon(1e-12));
        RandomStream random{1};
        effectOf("device-levels").apply(array, options, device, random);
        CHECK(array.conductancesS == device.levelsS);
    }
    SECTION("drift of equal devices is the power law")
    {
        options.driftTimeS = 1e4;
        options.driftNu = 0.1;
        const CellArray before = someArray(device);
        CellArray array = before;
        RandomStream random{1};
        effectOf("drift").apply(array, options, device, random);
        CHECK(columnSum(array, 1, inputs) == Approx(columnSum(before, 1, inputs) * std::pow(10.0, -0.4)).epsilon(1e-12));
    }
    SECTION("log-normal's mean is e^(sigma^2/2)")
    {
        options.variation = 0.4;
        const ColumnMoments moments = effectOf("programming-variation").column(someArray(device), 1, inputs, options, device);
        CHECK(moments.meanS == Approx(columnSum(someArray(device), 1, inputs) * std::exp(0.08)).epsilon(1e-12));
    }
}

TEST_CASE("Read noise: a sum's variance is that of independent devices drawn afresh at each read")
{
    const Device device = twoBitDevice();
    const CellArray array = someArray(device);
    const std::vector<double> inputs = someInputs();
    NonIdealities options;
    options.readNoise = 0.05;
    const ColumnMoments expected = effectOf("read-noise").column(array, 1, inputs, options, device);
    // By hand, device by device: the effect itself states only the sum.
    constexpr int kReads = 200'000;
    RandomStream random{5};
    double mean = 0.0;
    double square = 0.0;
    for (int read = 0; read < kReads; ++read) {
        double sum = 0.0;
        for (std::size_t row = 0; row < array.rows; ++row) {
            sum += inputs[row] * array.conductancesS[row * 2 + 1] * (1.0 + options.readNoise * random.normal());
        }
        mean += sum / kReads;
        square += (sum - expected.meanS) * (sum - expected.meanS) / kReads;
    }
    // A sum of normals is normal: standard errors sqrt(v/n) and v sqrt(2/n).
    CHECK(std::abs(mean - expected.meanS) <= 4.5 * std::sqrt(expected.varianceS2 / kReads));
    CHECK(std::abs(square - expected.varianceS2) <= 4.5 * expected.varianceS2 * std::sqrt(2.0 / kReads));
}

TEST_CASE("Devices depend on their keys only, and on no other effect")
{
    const Device device = twoBitDevice();
    NonIdealities options;
    options.variation = 0.1;
    const ArrayKey key{.seed = 3, .run = 1, .layer = 2, .block = 5, .piece = 6, .array = 7};
    CellArray first = someArray(device);
    applyEffects(first, options, device, key);
    CellArray again = someArray(device);
    applyEffects(again, options, device, key);
    CHECK(first.conductancesS == again.conductancesS);
    for (const ArrayKey& other : {ArrayKey{4, 1, 2, 5, 6, 7}, ArrayKey{3, 0, 2, 5, 6, 7}, ArrayKey{3, 1, 1, 5, 6, 7},
                                  ArrayKey{3, 1, 2, 4, 6, 7}, ArrayKey{3, 1, 2, 5, 5, 7}, ArrayKey{3, 1, 2, 5, 6, 6}}) {
        CellArray different = someArray(device);
        applyEffects(different, options, device, other);
        CHECK(first.conductancesS != different.conductancesS);
    }
    options.offConductanceS = device.gMinS;
    CellArray leaky = someArray(device);
    applyEffects(leaky, options, device, key);
    for (std::size_t i = 0; i < leaky.size(); ++i) {
        if (leaky.states[i] != CellArray::kOff) {
            CHECK(leaky.conductancesS[i] == first.conductancesS[i]);
        } else {
            CHECK(leaky.conductancesS[i] > 0.0);
        }
    }
}

TEST_CASE("Nothing is on by default, and nothing then changes")
{
    const Device device = twoBitDevice();
    const NonIdealities off;
    CHECK_FALSE(off.any());
    CHECK(off.validate(device).empty());
    CellArray array = someArray(device);
    applyEffects(array, off, device, {});
    CHECK(array.conductancesS == someArray(device).conductancesS);
    // Each field alone switches something on.
    for (double NonIdealities::*field :
         {&NonIdealities::variation, &NonIdealities::stuckOn, &NonIdealities::stuckOff, &NonIdealities::readNoise,
          &NonIdealities::levelMismatch, &NonIdealities::offConductanceS, &NonIdealities::wordLineOhm,
          &NonIdealities::bitLineOhm}) {
        NonIdealities options;
        options.*field = 1e-7;
        CHECK(options.any());
    }
}

TEST_CASE("All fields out of range are told at once")
{
    NonIdealities options;
    options.variation = -0.1;
    options.stuckOn = 0.7;
    options.stuckOff = 0.7;
    options.driftTimeS = 0.5;
    options.driftNu = 2.0;
    options.driftNuSigma = std::nan("");
    options.readNoise = 1.5;
    options.levelMismatch = -1.0;
    options.offConductanceS = 1.0;
    options.wordLineOhm = -1.0;
    options.bitLineOhm = 1e9;
    options.deviceLevels = true;
    std::vector<std::string> fields;
    for (const Problem& problem : options.validate(twoBitDevice())) {
        fields.push_back(problem.field);
    }
    CHECK(fields == std::vector<std::string>{"variation", "stuck_on", "drift_time_s", "drift_nu", "drift_nu_sigma",
                                             "read_noise", "level_mismatch", "off_conductance_S", "word_line_ohm",
                                             "bit_line_ohm", "device_levels"});
}
