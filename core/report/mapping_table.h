// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/compressed_network.h"
#include "core/report/table.h"

#include <string>

namespace mho {

/// How a network lies on crossbars, and the dense one beside it.
struct MappingReport {
    CompressedNetwork network;
    MappedNetwork dense;
    MappedNetwork mapped;
};

/// One row a layer and a total. "Weights saved" is the papers' 1 - 1/ratio over weights; "crossbars saved" counts whole arrays
/// (S0 prints the former as crossbar area; they differ by what tails of arrays waste).
MHO_API Table mappingTable(const MappingReport& report);

/// Sums, options and layers; field names carry units, counts are whole numbers (docs/crossbars.md, "mho map").
MHO_API std::string mappingToJson(const MappingReport& report);

}  // namespace mho
