// SPDX-License-Identifier: GPL-3.0-or-later
/// Settings as commands and studies take them, one a line.
#include "core/compress/plan_settings.h"
#include "core/explore/sweep.h"
#include "core/network/zoo.h"
#include "core/run/hardware_settings.h"
#include "core/run/recipe.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

void mho::fuzz::check(std::string_view input)
{
    static const Network network = makeZooNetwork("lenet5");
    static const Recipe recipe = loadRecipe("lenet5-mnist");
    std::vector<std::string> settings;
    constexpr std::size_t kMostSettings = 16;
    while (!input.empty() && settings.size() < kMostSettings) {
        const std::string_view line = input.substr(0, input.find('\n'));
        settings.emplace_back(line);
        input.remove_prefix(std::min(input.size(), line.size() + 1));
    }
    attempt([&] {
        Plan plan = recipe.plan;
        return applySettings(plan, network, settings).size();
    });
    if (const auto hardware = attempt([&] { return applyHardwareSettings(recipe.hardware, settings, "--with"); })) {
        require(applyHardwareSettings(recipe.hardware, hardwareSettingsBetween(recipe.hardware, *hardware), "") == *hardware,
                "settings that tell two hardwares apart make one of the other");
    }
    SweepSpec spec;
    spec.base = recipe;
    spec.list.emplace_back();
    for (const std::string& setting : settings) {
        const std::size_t equals = std::min(setting.find('='), setting.size());
        spec.list.back().push_back({setting.substr(0, equals), setting.substr(std::min(equals + 1, setting.size()))});
    }
    attempt([&] { return sweepPoints(spec, network); });
}
