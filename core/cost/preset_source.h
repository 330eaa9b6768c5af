// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/cost/component_file.h"
#include "core/crossbar/hardware_fields.h"

#include <string>

namespace mho {

/// Where the preset's own value of `field` is from (English): the source of the constant that gives it, or of the file's
/// layout. Empty where the file says nothing of the field; it then has Hardware's default, whose source is
/// HardwareField::source.
MHO_API std::string presetSource(const HardwareField& field, const ComponentFile& components);

}  // namespace mho
