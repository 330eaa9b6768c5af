// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pickle.h"
#include "core/io/pytorch.h"
#include "core/io/pytorch_storages.h"

#include <algorithm>
#include <cstdint>
#include <string>

/// The two forms of a file of torch.save. For .cpp files of this room only; errors as readPyTorch.
namespace mho::detail {

/// No file of weights of so many bytes has a longer pickle, packed or not.
constexpr std::uint64_t mostPickleBytes(std::uint64_t fileBytes)
{
    constexpr std::uint64_t kLeast = 2U << 20U;
    constexpr std::uint64_t kMost = 64U << 20U;
    return std::clamp(2 * fileBytes, kLeast, kMost);
}

PyTorchContent readZipForm(const std::string& path);
PyTorchContent readLegacyForm(const std::string& path);

/// The state dictionary in what was saved, its tensors gathered.
/// @param reader of the pickle; tensors and their names count as values of it (PickleReader::spend())
PyTorchContent contentOf(PickleItem root, const StorageSource& source, const std::string& path, PickleReader& reader);
/// English name of a value's kind: "number", "dictionary"; of a tensor its element type, "int64".
std::string kindOf(const PickleValue& value);
/// A dictionary's key as text.
std::string nameOf(PickleItem key);

}  // namespace mho::detail
