// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/hardware_settings.h"
#include "core/base/error.h"
#include "core/cost/component_file.h"

#include <catch2/catch.hpp>

using namespace mho;

TEST_CASE("Settings between the hardware of any two presets lead from the one to the other")
{
    std::vector<Hardware> all;
    for (const std::string& name : presetNames()) {
        Hardware hardware = presetHardware(loadComponents(name));
        hardware.preset = name;
        all.push_back(hardware);
        hardware.device.levelsS = {hardware.device.gMinS, hardware.device.gMaxS / 1.5};
        hardware.device.cellBits = 1;
        hardware.adcLaw = "walden";
        all.push_back(hardware);
    }
    for (const Hardware& before : all) {
        for (const Hardware& after : all) {
            const std::vector<std::string> settings = hardwareSettingsBetween(before, after);
            CHECK(settings.empty() == (before == after));
            CHECK(applyHardwareSettings(before, settings, "test") == after);
        }
    }
}

TEST_CASE("A setting of hardware that is none, or of no field, is refused by its text")
{
    const auto refusal = [](const std::string& setting) {
        try {
            applyHardwareSettings({}, std::vector{setting}, "--with");
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(refusal("rows").find("FIELD=VALUE") != std::string::npos);
    CHECK(refusal("=4").find("FIELD=VALUE") != std::string::npos);
    CHECK(refusal("crossbar.rwos=4").find("rwos") != std::string::npos);
    CHECK(refusal("preset.x=4").find("no such field") != std::string::npos);
    // Would make a list of a thousand million numbers first.
    CHECK(refusal("device.levels_S.1000000000=1").find("no such field") != std::string::npos);
    CHECK(refusal("device.levels_S.-=1").find("no such field") != std::string::npos);
    CHECK(refusal("preset=\x88").find("not UTF-8") != std::string::npos);
    CHECK(refusal("\x88.rows=4").find("not UTF-8") != std::string::npos);
    CHECK(refusal("device=" + std::string(100'000, '[')).find("nested deeper") != std::string::npos);
    CHECK(applyHardwareSettings({}, std::vector<std::string>{"crossbar.rows=64"}, "--with").crossbar.rows == 64);
}
