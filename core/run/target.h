// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/target.h"
#include "core/crossbar/hardware.h"

namespace mho {

/// What compression has to know of this hardware. Its tiling throws Error InvalidArgument (where = layer) when one weight needs
/// more bit lines than an array has.
MHO_API Target targetOf(const Hardware& hardware);

}  // namespace mho
