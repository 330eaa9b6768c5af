// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/component_file.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/resources.h"
#include "core/base/sha256.h"
#include "core/crossbar/hardware_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace mho {
namespace {

template <class Value, std::size_t Count>
Value choice(const nlohmann::json& json, const char* key, const ChoiceName<Value> (&choices)[Count], const std::string& path)
{
    const auto text = json.at(key).get<std::string>();
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        if (name == text) {
            return value;
        }
        names.emplace_back(name);
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("hardware.%1 is \"%2\"; there are: %3"),
                {key, text, fmt::format("{}", fmt::join(names, ", "))}, path);
}

CrossbarOptions readLayout(const nlohmann::json& json, const std::string& path)
{
    CrossbarOptions layout;
    layout.signScheme = json.at("sign_scheme").get<std::string>();
    layout.slices = choice(json, "slices", kSlicePlacements, path);
    layout.mapping = choice(json, "mapping", kWeightMappings, path);
    layout.compaction = choice(json, "compaction", kCompactions, path);
    layout.adcRule = choice(json, "adc_rule", kAdcRules, path);
    return layout;
}

LevelEntry readLevel(const nlohmann::json& json)
{
    LevelEntry level{json.at("name").get<std::string>(), {}};
    for (const auto& entry : json.at("components")) {
        ComponentEntry component;
        component.name = entry.at("name").get<std::string>();
        component.label = entry.at("label").get<std::string>();
        component.per = entry.value("per", component.per);
        component.action = entry.value("action", component.action);
        component.betweenChips = entry.value("between_chips", false);
        component.drivesTogether = entry.value("drives_together", false);
        level.components.push_back(std::move(component));
    }
    return level;
}

std::vector<Problem> repeatedComponents(const std::vector<LevelEntry>& levels)
{
    std::vector<Problem> problems;
    for (const LevelEntry& level : levels) {
        for (auto entry = level.components.begin(); entry != level.components.end(); ++entry) {
            if (std::any_of(level.components.begin(), entry,
                            [&](const ComponentEntry& other) { return other.name == entry->name; })) {
                problems.push_back(
                    {fmt::format("{}.{}", level.name, entry->name), MHO_TEXT("the component stands twice; remove one")});
            }
        }
    }
    return problems;
}

/// A whole number 0..2^40; fields have their own ranges, which Hardware::validate() knows.
std::int64_t wholeNumber(const ComponentFile& components, const char* constant, const char* unit)
{
    constexpr double kMost = 1LL << 40;
    const double value = components.value(constant, unit);
    if (!(value >= 0.0 && value <= kMost) || value != static_cast<double>(static_cast<std::int64_t>(value))) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The constant \"%1\" must be a whole number, 0..2^40"), {constant},
                    components.name);
    }
    return static_cast<std::int64_t>(value);
}

/// Name, description, constants and digest; `more(json, file)` reads what else the file holds.
template <class More>
ComponentFile readFile(const std::string& path, More more)
{
    ComponentFile file;
    try {
        const std::string text = readTextFile(path);
        file.sha256 = sha256(text);
        checkJsonDepth(text, path);
        const auto json = nlohmann::json::parse(text);
        file.name = json.at("name").get<std::string>();
        file.description = json.at("description").get<std::string>();
        file.constants = readConstants(json.at("constants"), ConstantSign::ZeroOrMore, path);
        more(json, file);
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The component file cannot be read: %1"), {failure.what()}, path);
    }
    return file;
}

}  // namespace

double ComponentFile::value(std::string_view constant, std::string_view unit) const
{
    return constantValue(constants, constant, unit, name);
}

ComponentFile loadConstantFile(const std::string& path)
{
    return readFile(path, [](const nlohmann::json&, ComponentFile&) {});
}

ComponentFile loadComponents(const std::string& nameOrPath)
{
    const std::string path = resourcePath("hardware", nameOrPath);
    ComponentFile components = readFile(path, [&path](const nlohmann::json& json, ComponentFile& file) {
        file.weakness = json.at("weakness").get<std::string>();
        file.adcLaw = json.value("adc_law", std::string());
        file.allocation = json.at("allocation").get<std::string>();
        const auto& hardware = json.at("hardware");
        file.layout = readLayout(hardware, path);
        file.layoutSource = hardware.at("source").get<std::string>();
        for (const auto& level : json.at("levels")) {
            file.levels.push_back(readLevel(level));
        }
    });
    throwIfProblems(repeatedComponents(components.levels), path);
    if (components.layoutSource.empty()) {
        throwIfProblems({{"hardware.source", MHO_TEXT("the source is missing; name paper, section or table")}}, path);
    }
    return components;
}

std::vector<std::string> presetNames()
{
    return resourceNames("hardware");
}

Hardware presetHardware(const ComponentFile& components)
{
    Hardware hardware;
    hardware.preset = components.name;
    hardware.device.gMinS = components.value("hardware.g_min", "S");
    hardware.device.gMaxS = components.value("hardware.g_max", "S");
    hardware.device.readVoltageV = components.value("hardware.read_voltage", "V");
    hardware.device.cellBits = static_cast<int>(wholeNumber(components, "hardware.cell_bits", "bit"));
    CrossbarOptions& crossbar = hardware.crossbar;
    crossbar = components.layout;
    crossbar.rows = wholeNumber(components, "hardware.rows", "1");
    crossbar.columns = wholeNumber(components, "hardware.columns", "1");
    crossbar.inputBits = static_cast<int>(wholeNumber(components, "hardware.input_bits", "bit"));
    crossbar.dacBits = static_cast<int>(wholeNumber(components, "hardware.dac_bits", "bit"));
    crossbar.baselineBits = static_cast<int>(wholeNumber(components, "hardware.weight_bits", "bit"));
    // Optional: without them ADCs follow the rule, and fragments are the default's.
    if (findConstant(components.constants, "hardware.adc_bits") != nullptr) {
        crossbar.adcBits = static_cast<int>(wholeNumber(components, "hardware.adc_bits", "bit"));
    }
    if (findConstant(components.constants, "hardware.fragment_rows") != nullptr) {
        crossbar.fragmentRows = wholeNumber(components, "hardware.fragment_rows", "1");
    }
    throwIfProblems(hardware.validate(), components.name);
    return hardware;
}

}  // namespace mho
