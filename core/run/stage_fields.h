// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/run/stages.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

enum class StageFieldKind {
    Flag,     ///< true or false
    Whole,    ///< A whole number.
    Number,   ///< Any finite number.
    Numbers,  ///< A list of numbers.
    Choice,   ///< One of `choices`.
    Text
};

/// One field of Stages: what it is called in files and in windows, what it may be and what it means. Texts are English (MHO_TEXT).
struct StageField {
    std::string name;   ///< As in files and --stage: "admm.training.learning_rate".
    const char* group;  ///< What it belongs to, as fields of one group follow each other: "Retrain".
    /// The stage of a run (stageName()) that the group is, "" = none of its own.
    const char* stage;
    const char* label;  ///< "Learning rate"
    const char* meaning;
    const char* range;  ///< "in 1..65536"; empty for flags, choices and texts.
    StageFieldKind kind;
    std::vector<std::string> choices = {};  ///< As in files.
};

/// Every field, in the order in which windows show them (docs/file-format.md, "Recipes").
MHO_API std::span<const StageField> stageFields();
/// nullptr = none.
MHO_API const StageField* findStageField(std::string_view name);
/// Whether stages have it at the first level of their JSON text: "seed", "retrain".
MHO_API bool isStageKey(std::string_view key);
/// The values of all fields as JSON texts, in the order of stageFields(); a list that is empty is "[]".
MHO_API std::vector<std::string> stageValues(const Stages& stages);

}  // namespace mho
