// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/storage.h"

#include <string>

namespace mho {

/// The object `storage` of a result (docs/result-json.md), with one entry a layer. A ratio is null where nothing is stored.
MHO_API std::string storageToJson(const StorageReport& report);

}  // namespace mho
