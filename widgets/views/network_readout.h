// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/crossbar_store.h"

#include <QString>

namespace mho {

/// One line of words about a cell (`cell`), or about its array: layer, crossbar, slice, sign; word line, bit line, filter,
/// weight, level, conductance; what is not made yet is left out with "…".
QString networkReadout(const PreviewResult& preview, const CrossbarStore& store, const FloorPlace& place, bool cell);

}  // namespace mho
