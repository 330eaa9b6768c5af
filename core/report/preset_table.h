// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/component_file.h"
#include "core/report/table.h"

#include <string>

namespace mho {

/// The component tree: each level's components (count in a unit, one's and all's power and area) and its total.
MHO_API Table componentTreeTable(const ComponentFile& components);
/// Each level's sum beside what its publication prints, with the difference; "-" where nothing is printed.
MHO_API Table levelTable(const ComponentFile& components);
/// Every constant with value, unit and source.
MHO_API Table constantTable(const ComponentFile& components);
/// Every field of the hardware: name as for --with, unit, range, meaning and source.
MHO_API Table hardwareFieldTable();
/// The same, choices with their meanings.
MHO_API std::string hardwareFieldsToJson();
/// Description, weakness and the three tables.
MHO_API std::string presetText(const ComponentFile& components);
/// The same and the hardware; field names carry units (docs/presets.md, "mho preset").
MHO_API std::string presetToJson(const ComponentFile& components);

}  // namespace mho
