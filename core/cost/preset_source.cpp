// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/preset_source.h"

namespace mho {

std::string presetSource(const HardwareField& field, const ComponentFile& components)
{
    if (*field.constant != '\0') {
        const Constant* constant = findConstant(components.constants, field.constant);
        return constant == nullptr ? std::string() : constant->source;
    }
    const bool ofLayout = field.kind == HardwareFieldKind::Choice && *field.folder == '\0';
    return ofLayout ? components.layoutSource : std::string();
}

}  // namespace mho
