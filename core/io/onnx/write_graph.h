// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// From a network to the nodes and weights of an ONNX graph. For .cpp files of this room only.
namespace mho::detail::onnx {

struct WrittenTensor {
    std::string name;
    std::int64_t type = 1;  ///< DataType: float32 or int64.
    Shape dims;
    Tensor reals = {};                      ///< float32
    std::vector<std::int64_t> wholes = {};  ///< int64

    std::string_view bytes() const;  ///< Little endian.
};

struct WrittenGraph {
    std::string nodes;  ///< Fields of GraphProto.
    std::vector<WrittenTensor> tensors;
    std::string output;  ///< Name of the last value.
};

/// @param network with weights
WrittenGraph writtenGraph(const Network& network);

}  // namespace mho::detail::onnx
