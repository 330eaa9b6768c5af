// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/constants.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// resources/hardware/NAME.json: an architecture's components.
struct MHO_API ComponentFile {
    std::string name;
    std::string description;
    std::vector<Constant> constants;
    std::string sha256;  ///< Of the file's bytes: names exactly which constants a cost comes from.

    /// Value of a constant; throws Error NotFound (file and constant) and checks the unit (BadFormat).
    double value(std::string_view constant, std::string_view unit) const;
};

/// Reads a preset by name from the resource folders, or a path ending in .json.
MHO_API ComponentFile loadComponents(const std::string& nameOrPath);
/// Names of the presets found.
MHO_API std::vector<std::string> presetNames();

}  // namespace mho
