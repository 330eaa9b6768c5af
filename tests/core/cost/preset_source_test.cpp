// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/preset_source.h"
#include "core/cost/cost_model.h"
#include "core/network/zoo.h"

#include <catch2/catch.hpp>

#include <string>

using namespace mho;
using Catch::Matchers::Contains;

TEST_CASE("A preset's value of a field is from its own constant or layout, not from where the default is")
{
    const ComponentFile puma = loadComponents("puma");
    const auto source = [&](const char* field) { return presetSource(*findHardwareField(field), puma); };
    CHECK_THAT(source("device.read_voltage_V"), Contains("PUMA") && Contains("0.5 V"));
    CHECK_THAT(source("crossbar.rows"), Contains("Table 3"));
    CHECK(source("crossbar.sign_scheme") == puma.layoutSource);
    // What the file says nothing of has Hardware's default.
    for (const char* field : {"device.levels_S", "crossbar.replication", "crossbar.adc_bits", "preset", "adc_law"}) {
        CHECK(source(field).empty());
    }
}

TEST_CASE("Hardware at the ends of its fields' ranges can be priced")
{
    const HardwareField& voltage = *findHardwareField("device.read_voltage_V");
    const ComponentFile isaac = loadComponents("isaac");
    Hardware hardware = presetHardware(isaac);
    voltage.set(hardware, static_cast<double>(voltage.most));
    REQUIRE(hardware.validate().empty());
    CHECK_NOTHROW(estimateCost(mapDense(makeZooNetwork("lenet5"), hardware), isaac));
}
