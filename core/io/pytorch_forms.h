// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pickle.h"
#include "core/io/pytorch.h"
#include "core/io/pytorch_storages.h"

#include <string>

/// The two forms of a file of torch.save. For .cpp files of this room only; errors as readPyTorch.
namespace mho::detail {

/// No file of weights has a longer pickle.
constexpr std::uint64_t kMostPickleBytes = 64U << 20U;

PyTorchContent readZipForm(const std::string& path);
PyTorchContent readLegacyForm(const std::string& path);

/// The state dictionary in what was saved, its tensors gathered.
PyTorchContent contentOf(PickleItem root, const StorageSource& source, const std::string& path);
/// English name of a value's kind: "number", "dictionary"; of a tensor its element type, "int64".
std::string kindOf(const PickleValue& value);
/// A dictionary's key as text.
std::string nameOf(PickleItem key);

}  // namespace mho::detail
