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

}  // namespace

TEST_CASE("The default hardware is valid, at both ends of each range")
{
    Hardware hardware;
    CHECK(hardware.validate().empty());
    hardware.crossbar = {1, 1, 1, 1, 2};
    hardware.device.cellBits = 1;
    CHECK(hardware.validate().empty());
    hardware.crossbar = {4096, 4096, 16, 8, 17};
    hardware.device.cellBits = 8;
    CHECK(hardware.validate().empty());
}

TEST_CASE("All fields out of range are told at once")
{
    Hardware hardware;
    hardware.device = {0.0, 1e-6, 9, -0.2};
    hardware.crossbar = {0, 4097, 17, 0, 1};
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
