// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/hardware.h"

#include <string>

namespace mho {

/// "crossbars of 128 x 64 cells of 4 bit, two-arrays, weights of 9 bit, inputs of 16 bit": what a reader must know of the
/// hardware behind a table.
MHO_API std::string hardwareText(const Hardware& hardware);

}  // namespace mho
