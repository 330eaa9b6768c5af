// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/crossbar/hardware_names.h"
#include "core/run/json_fields.h"
#include "core/run/recipe.h"

#include <concepts>
#include <type_traits>

/// Fields of plan and hardware as files name them. `Value` is the struct itself (read) or const (written).
namespace mho {

constexpr ChoiceName<ProjectionRule> kProjectionRules[] = {{"euclidean", ProjectionRule::Euclidean}, {"paper", ProjectionRule::Paper}};

template <class Value, class Struct>
concept FieldsOf = std::same_as<std::remove_const_t<Value>, Struct>;

template <class Fields, FieldsOf<ConstraintSpec> Value>
void describe(Fields& fields, Value& constraint)
{
    fields.value("kind", constraint.kind);
    fields.value("ratio", constraint.ratio);
    fields.choice("rule", constraint.rule, kProjectionRules);
    fields.numbers("options", constraint.options);
}

template <class Fields, FieldsOf<LayerPlan> Value>
void describe(Fields& fields, Value& layer)
{
    fields.value("layer", layer.layer);
    fields.list("constraints", layer.constraints);
    fields.integer("level_bits", layer.levelBits);
    fields.value("levels", layer.levels);
    fields.value("rho", layer.rho);
}

template <class Fields, FieldsOf<Device> Value>
void describe(Fields& fields, Value& device)
{
    fields.value("g_min_S", device.gMinS);
    fields.value("g_max_S", device.gMaxS);
    fields.integer("cell_bits", device.cellBits);
    fields.value("read_voltage_V", device.readVoltageV);
    fields.value("levels_S", device.levelsS);
}

template <class Fields, FieldsOf<Replication> Value>
void describe(Fields& fields, Value& replication)
{
    fields.value("layer", replication.layer);
    fields.integer("copies", replication.copies);
}

template <class Fields, FieldsOf<CrossbarOptions> Value>
void describe(Fields& fields, Value& crossbar)
{
    fields.integer("rows", crossbar.rows);
    fields.integer("columns", crossbar.columns);
    fields.integer("input_bits", crossbar.inputBits);
    fields.integer("dac_bits", crossbar.dacBits);
    fields.integer("baseline_bits", crossbar.baselineBits);
    fields.value("sign_scheme", crossbar.signScheme);
    fields.integer("fragment_rows", crossbar.fragmentRows);
    fields.choice("slices", crossbar.slices, kSlicePlacements);
    fields.choice("mapping", crossbar.mapping, kWeightMappings);
    fields.choice("compaction", crossbar.compaction, kCompactions);
    fields.choice("adc_rule", crossbar.adcRule, kAdcRules);
    fields.integer("adc_bits", crossbar.adcBits);
    fields.integer("pipeline_positions", crossbar.pipelinePositions);
    fields.list("replication", crossbar.replication);
}

template <class Fields, FieldsOf<Hardware> Value>
void describe(Fields& fields, Value& hardware)
{
    fields.value("preset", hardware.preset);
    fields.value("adc_law", hardware.adcLaw);
    fields.object("device", hardware.device);
    fields.object("crossbar", hardware.crossbar);
}

namespace detail {

/// What is wrong with a plan whatever the network: bits, ratios, unknown kinds, layers named twice or not at all.
std::vector<Problem> planProblems(const Plan& plan, const std::string& path);
/// A recipe's JSON with values that may be out of range. Throws Error that lists unknown keys and wrong types, after `where`.
Recipe typedRecipe(std::string_view json, const std::string& where);
/// What is wrong with a recipe whatever its network.
std::vector<Problem> recipeProblems(const Recipe& recipe);

}  // namespace detail
}  // namespace mho
