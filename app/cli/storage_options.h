// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/compress/storage.h"

#include <optional>
#include <string>

namespace mho::cli {

/// Options --storage, --index and --index-bits.
struct StorageRequest {
    bool wanted = false;
    std::string index = nameOf(IndexEncoding::Smallest);
    int indexBits = 0;

    /// Nothing without --storage.
    std::optional<StorageReport> of(const CompressedNetwork& network) const;
};

void addStorageOptions(CLI::App& command, StorageRequest& request);

/// The JSON object of a command with `storage` added.
std::string withStorage(const std::string& json, const StorageReport& report);

}  // namespace mho::cli
