// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/storage.h"
#include "core/report/table.h"

namespace mho {

/// One row a layer and a total: values and indices in bits, and the ratio to 32-bit weights without and with index bits. "-"
/// for the ratio of a layer that stores nothing.
MHO_API Table storageTable(const StorageReport& report);

}  // namespace mho
