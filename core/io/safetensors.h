// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/array_source.h"
#include "core/network/tensor.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// How a file holds the numbers of a tensor; in memory they are float32.
enum class StoredType { Float32, Float16, BFloat16 };

struct NamedTensor {
    std::string name;
    Tensor tensor;
    StoredType type = StoredType::Float32;
};

/// The content of a safetensors file (https://github.com/huggingface/safetensors, "Format").
struct SafetensorsContent {
    std::vector<NamedTensor> tensors;             ///< In the order of their data.
    std::map<std::string, std::string> metadata;  ///< "__metadata__"
    std::vector<std::string> skipped;             ///< Tensors of other types (integers, float64, 8-bit), "name (TYPE)".
};

/// Reads float32, float16 and bfloat16 tensors. Throws Error BadFormat, where = path with byte offset or tensor name, when
/// the header is cut, above 32 MiB, not JSON or names a tensor twice, when a type is unknown, or when the data of the
/// tensors overlap, leave a gap, lie outside the file or do not fit type and shape.
MHO_API SafetensorsContent readSafetensors(const std::string& path);

/// Writes the tensors, whole or not at all, each as its `type`. Throws Error InvalidArgument for a name given twice or a
/// tensor without values, InputOutput when writing fails.
MHO_API void writeSafetensors(const std::string& path, std::span<const NamedTensor> tensors,
                              const std::map<std::string, std::string>& metadata = {});
/// The same of arrays of any type; wide elements lie before narrow ones, so that each array starts at a multiple of its element.
MHO_API void writeSafetensors(const std::string& path, std::span<const ArraySource> arrays,
                              const std::map<std::string, std::string>& metadata = {});

}  // namespace mho
