// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace mho;

namespace {

std::vector<std::string> fields(const Hardware& hardware)
{
    std::vector<std::string> names;
    for (const Problem& problem : hardware.validate()) {
        names.push_back(problem.field);
    }
    return names;
}

/// Sizes and bits; the rest as it comes.
CrossbarOptions sized(std::int64_t rows, std::int64_t columns, int inputBits, int dacBits, int baselineBits)
{
    CrossbarOptions crossbar;
    crossbar.rows = rows;
    crossbar.columns = columns;
    crossbar.inputBits = inputBits;
    crossbar.dacBits = dacBits;
    crossbar.baselineBits = baselineBits;
    return crossbar;
}

}  // namespace

TEST_CASE("The default hardware is valid, at both ends of each range")
{
    Hardware hardware;
    CHECK(hardware.validate().empty());
    hardware.crossbar = sized(1, 1, 1, 1, 2);
    hardware.device.cellBits = 1;
    CHECK(hardware.validate().empty());
    hardware.crossbar = sized(4096, 4096, 16, 8, 17);
    hardware.device.cellBits = 8;
    CHECK(hardware.validate().empty());
}

TEST_CASE("All fields out of range are told at once")
{
    Hardware hardware;
    hardware.device.gMinS = 0.0;
    hardware.device.gMaxS = 1e-6;
    hardware.device.cellBits = 9;
    hardware.device.readVoltageV = -0.2;
    hardware.crossbar = sized(0, 4097, 17, 0, 1);
    CHECK(fields(hardware) == std::vector<std::string>{"device.g_min_S", "device.cell_bits", "device.read_voltage_V",
                                                       "crossbar.rows", "crossbar.columns", "crossbar.input_bits",
                                                       "crossbar.dac_bits", "crossbar.baseline_bits"});
}

TEST_CASE("Conductances must be finite and in order")
{
    Hardware hardware;
    hardware.device.gMaxS = hardware.device.gMinS;
    CHECK(fields(hardware) == std::vector<std::string>{"device.g_max_S"});
    hardware.device.gMaxS = std::numeric_limits<double>::infinity();
    CHECK(fields(hardware) == std::vector<std::string>{"device.g_max_S"});
    hardware.device = {};
    hardware.device.gMinS = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(fields(hardware).empty());
}
