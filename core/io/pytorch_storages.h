// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pickle.h"
#include "core/io/safetensors.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// From strided views of stored elements to float32 tensors. For .cpp files of this room only.
namespace mho::detail {

/// The raw elements of storages, as they lie in the file.
struct StorageSource {
    std::function<std::string(const StoredStorage&)> read;  ///< elements * type->bytes bytes; throws Error.
    std::function<bool(const StoredStorage&)> isThere;      ///< The file has that many bytes: memory may be taken for them.
    std::function<void(const StoredStorage&, std::span<char>)> fill;  ///< As read, into memory of exactly that size.
    bool bigEndian = false;
    std::uint64_t fileBytes = 0;  ///< Of the whole file, for errors.
    std::uint64_t mostBytes = std::numeric_limits<std::uint64_t>::max();  ///< That all tensors may take as float32.
};

/// The type that a float tensor of this storage has in memory; nothing for whole numbers, truth values, complex numbers.
std::optional<StoredType> storedTypeOf(const StorageType& type);

/// Gathers the views, whose storages are known to be in the file; each storage is read once and let go after its last view.
/// Equal views share memory. Throws Error BadFormat, where = path, when the views together have more than four times the
/// elements of their storages, or take more than source.mostBytes.
std::vector<NamedTensor> gatherTensors(const std::vector<std::pair<std::string, const StoredTensor*>>& views,
                                       const StorageSource& source, const std::string& path);

}  // namespace mho::detail
