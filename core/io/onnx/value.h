// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/model.h"
#include "core/network/tensor.h"

#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

/// What a name of an ONNX graph stands for while the graph is read. For .cpp files of this room only.
namespace mho::detail::onnx {

/// Stands for the number of images where the file leaves it open, in extents and in whole numbers computed from them.
constexpr std::int64_t kBatch = std::numeric_limits<std::int64_t>::min() + 0x4D686F;

/// Something about one node that Mho cannot do.
struct NodeProblem {
    std::string message;
    bool batch = false;  ///< It is about the first extent being the batch.
};

/// Number of elements; throws NodeProblem when an extent is negative or there are more than `most`.
std::int64_t checkedCount(const Shape& dims, std::int64_t most);

/// An array that is known when the file is read.
struct Constant {
    std::string name;  ///< Of the initializer; may be empty.
    Shape dims;        ///< No extents: a single number. An extent may be 0.
    bool whole = false;
    Tensor reals = {};                 ///< float32, `dims` but for a single number {1}; when !whole.
    std::vector<std::int64_t> wholes = {};  ///< int64, int32 and bool; when whole.

    std::size_t size() const { return static_cast<std::size_t>(elementCount(dims)); }
};

/// Of a file's tensor; throws NodeProblem for another type, values elsewhere, or too few or too many values.
Constant constantOf(const TensorRecord& record, const MappedFile& file);

/// The same values with other extents (same number of elements, asserted).
Constant reshaped(const Constant& constant, Shape dims);
Constant wholesOf(Shape dims, std::vector<std::int64_t> values);
Constant realsOf(Shape dims, std::vector<float> values);

/// What a node of the network gives: one map per image.
struct Map {
    Shape dims;            ///< As ONNX has them, with the batch in front where there is one. The node's own shape may be cut
                           ///< otherwise: the elements of an image and their order are the same.
    std::size_t node = 0;  ///< In the draft.
    std::string reshaper;  ///< The ONNX node that cut it otherwise.
    bool alone = true;     ///< Nobody else reads the draft's node.
};

/// A value that could not be made: what was wrong is listed already.
struct Unknown {};

using Value = std::variant<Unknown, Constant, Map>;

}  // namespace mho::detail::onnx
