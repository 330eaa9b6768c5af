// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/mapped_file.h"
#include "core/io/onnx/wire.h"
#include "core/network/tensor.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// An ONNX model as it stands in its file (onnx.proto of ONNX 1.12): names and weights are views into the mapped file. For .cpp
/// files of this room only.
namespace mho::detail::onnx {

/// TensorProto.DataType: those that Mho has a use for.
enum class DataType : std::int64_t { Float = 1, Int32 = 6, Int64 = 7, Bool = 9 };

struct TensorRecord {
    std::string_view name;
    Shape dims;
    std::int64_t type = 0;  ///< DataType, or another number.
    bool hasRaw = false;
    std::string_view raw;              ///< Little-endian values: raw_data, or float_data where that is one packed piece.
    std::vector<float> floats;         ///< float_data in another form.
    std::vector<std::int64_t> ints;    ///< int32_data or int64_data.
    bool external = false;             ///< Its values are in another file.
};

struct AttributeRecord {
    std::string_view name;
    std::int64_t type = 0;  ///< AttributeProto.AttributeType
    float real = 0.0F;
    std::int64_t whole = 0;
    std::string_view text;
    std::vector<float> reals;
    std::vector<std::int64_t> wholes;
    TensorRecord tensor;
};

struct NodeRecord {
    std::string_view name;
    std::string_view type;
    std::string_view domain;
    std::vector<std::string_view> inputs;  ///< "" = left out.
    std::vector<std::string_view> outputs;
    std::vector<AttributeRecord> attributes;
};

/// An extent of -1 has no fixed size.
struct ValueRecord {
    std::string_view name;
    bool tensor = false;  ///< False: a sequence, a map, ...
    std::int64_t type = 0;
    bool hasShape = false;
    Shape dims;
};

struct ModelRecord {
    std::shared_ptr<const MappedFile> file;
    std::int64_t irVersion = 0;
    std::map<std::string_view, std::int64_t> opsets;  ///< Version per domain; "" and "ai.onnx" are both under "".
    std::string_view graphName;
    std::vector<NodeRecord> nodes;
    std::size_t attributes = 0;  ///< Of all nodes.
    std::size_t ports = 0;       ///< Inputs and outputs of all nodes.
    std::vector<TensorRecord> initializers;
    std::vector<ValueRecord> inputs;
    std::vector<ValueRecord> outputs;
    bool sparse = false;  ///< Has sparse initializers.
};

/// Throws Error BadFormat with the byte of the file where it is damaged or holds more of something than any network has.
ModelRecord readModel(const std::shared_ptr<const MappedFile>& file);

/// A tensor alone in its file, as test data hold inputs and outputs.
TensorRecord readTensorRecord(std::string_view message, const Origin& origin);

/// The model without the values of its large tensors (one element each stays) and without what nobody looks at (descriptions, types of
/// inner values, training), for the checker. Throws Error BadFormat for one that has more parts than a network, graphs in attributes
/// and functions counted too.
std::string withoutValues(const MappedFile& file);

}  // namespace mho::detail::onnx
