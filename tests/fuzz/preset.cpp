// SPDX-License-Identifier: GPL-3.0-or-later
/// Files of constants: hardware presets, engines, laws of converters.
#include "core/cost/adc_law.h"
#include "core/cost/component_file.h"
#include "core/cost/engines/engine.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".json");
    if (const auto components = attempt([&] { return loadComponents(path); })) {
        if (const auto hardware = attempt([&] { return presetHardware(*components); })) {
            require(hardware->validate().empty(), "a preset's hardware is in range");
        }
    }
    attempt([&] { return loadConstantFile(path); });
    attempt([&] { return loadEngine(path); });
    if (const auto law = attempt([&] { return loadAdcLaw(path); })) {
        require(law->minBits() <= law->maxBits(), "a law has a range");
    }
}
