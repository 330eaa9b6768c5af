// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Numbers of the fields of onnx.proto that are read, written or looked through; kDescription is its doc_string.
namespace mho::detail::onnx::field {

namespace model {
constexpr std::uint64_t kIrVersion = 1, kProducerName = 2, kProducerVersion = 3, kDescription = 6, kGraph = 7, kOpsetImport = 8,
                        kMetadata = 14, kTraining = 20, kFunction = 25;
}
namespace opset {
constexpr std::uint64_t kDomain = 1, kVersion = 2;
}
namespace graph {
constexpr std::uint64_t kNode = 1, kName = 2, kInitializer = 5, kDescription = 10, kInput = 11, kOutput = 12, kValueInfo = 13,
                        kQuantization = 14, kSparseInitializer = 15;
}
namespace node {
constexpr std::uint64_t kInput = 1, kOutput = 2, kName = 3, kType = 4, kAttribute = 5, kDescription = 6, kDomain = 7;
}
namespace function {
constexpr std::uint64_t kNode = 7, kDescription = 8, kOpsetImport = 9;
}
namespace attribute {
constexpr std::uint64_t kName = 1, kReal = 2, kWhole = 3, kText = 4, kTensor = 5, kGraph = 6, kReals = 7, kWholes = 8, kTensors = 10,
                        kGraphs = 11, kDescription = 13, kTypeProto = 14, kTypeProtos = 15, kType = 20, kSparse = 22, kSparses = 23;
}
namespace tensor {
constexpr std::uint64_t kDims = 1, kType = 2, kSegment = 3, kFloats = 4, kInt32s = 5, kInt64s = 7, kName = 8, kRaw = 9,
                        kDoubles = 10, kUint64s = 11, kDescription = 12, kExternal = 13, kLocation = 14;
}
namespace value {
constexpr std::uint64_t kName = 1, kType = 2, kDescription = 3;
}
namespace type {
constexpr std::uint64_t kTensor = 1, kElement = 1, kShape = 2, kDimension = 1, kExtent = 1, kExtentName = 2;
}

}  // namespace mho::detail::onnx::field
