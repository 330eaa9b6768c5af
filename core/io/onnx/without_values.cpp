// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/small_file.h"
#include "core/io/onnx/fields.h"
#include "core/io/onnx/model.h"

#include <algorithm>
#include <array>

namespace mho::detail::onnx {
namespace {

/// Values of tensors up to so many bytes stay: a shape, a scalar.
constexpr std::size_t kSmall = 256;
/// What libonnx may take for the model; for the largest real one that is far less. A file below 1 MiB must not take more than 50 MiB
/// in all.
constexpr std::size_t kMostBytes = 128U << 20U;
constexpr std::size_t kMostBytesOfSmall = 20U << 20U;
/// Of all graphs, those in attributes and functions too, so that checking them takes no longer than checking a network's.
constexpr std::size_t kMostNodes = 10'000;
/// libonnx refuses a model whose messages are nested deeper; what lies below is handed to it as it is.
constexpr int kDeepest = 100;

/// Version of the format (ModelProto.ir_version) that libonnx 1.12 knows.
constexpr std::int64_t kCheckersVersion = 8;

enum class Part {
    Model,
    Graph,
    Function,
    Node,
    Attribute,
    Tensor,
    Value,
    Texts,   ///< A message of nothing but texts and numbers.
    Opaque,  ///< A message of others, deeper ones too.
    Plain,   ///< A text, or packed numbers.
    Unread   ///< Neither Mho nor the checker looks at it.
};

struct Place {
    Part owner;
    std::uint64_t number;
    Part part;
};
constexpr std::array kPlaces{Place{Part::Model, field::model::kGraph, Part::Graph},
                             Place{Part::Model, field::model::kFunction, Part::Function},
                             Place{Part::Model, field::model::kOpsetImport, Part::Texts},
                             Place{Part::Model, field::model::kMetadata, Part::Texts},
                             Place{Part::Model, field::model::kTraining, Part::Unread},
                             Place{Part::Model, field::model::kDescription, Part::Unread},
                             Place{Part::Graph, field::graph::kNode, Part::Node},
                             Place{Part::Graph, field::graph::kInitializer, Part::Tensor},
                             Place{Part::Graph, field::graph::kInput, Part::Value},
                             Place{Part::Graph, field::graph::kOutput, Part::Value},
                             Place{Part::Graph, field::graph::kSparseInitializer, Part::Opaque},
                             Place{Part::Graph, field::graph::kDescription, Part::Unread},
                             Place{Part::Graph, field::graph::kValueInfo, Part::Unread},
                             Place{Part::Graph, field::graph::kQuantization, Part::Unread},
                             Place{Part::Function, field::function::kNode, Part::Node},
                             Place{Part::Function, field::function::kOpsetImport, Part::Texts},
                             Place{Part::Function, field::function::kDescription, Part::Unread},
                             Place{Part::Node, field::node::kAttribute, Part::Attribute},
                             Place{Part::Node, field::node::kDescription, Part::Unread},
                             Place{Part::Attribute, field::attribute::kTensor, Part::Tensor},
                             Place{Part::Attribute, field::attribute::kTensors, Part::Tensor},
                             Place{Part::Attribute, field::attribute::kGraph, Part::Graph},
                             Place{Part::Attribute, field::attribute::kGraphs, Part::Graph},
                             Place{Part::Attribute, field::attribute::kTypeProto, Part::Opaque},
                             Place{Part::Attribute, field::attribute::kTypeProtos, Part::Opaque},
                             Place{Part::Attribute, field::attribute::kSparse, Part::Opaque},
                             Place{Part::Attribute, field::attribute::kSparses, Part::Opaque},
                             Place{Part::Attribute, field::attribute::kDescription, Part::Unread},
                             Place{Part::Tensor, field::tensor::kSegment, Part::Texts},
                             Place{Part::Tensor, field::tensor::kExternal, Part::Texts},
                             Place{Part::Tensor, field::tensor::kDescription, Part::Unread},
                             Place{Part::Value, field::value::kType, Part::Opaque},
                             Place{Part::Value, field::value::kDescription, Part::Unread}};

/// What a field of a part is itself.
Part partOf(Part owner, std::uint64_t number)
{
    const auto* place = std::find_if(kPlaces.begin(), kPlaces.end(),
                                     [&](const Place& known) { return known.owner == owner && known.number == number; });
    return place == kPlaces.end() ? Part::Plain : place->part;
}

/// One zero in a field that holds a tensor's values; nothing for other fields.
std::string_view oneValue(std::uint64_t number)
{
    constexpr std::string_view kZeros("\0\0\0\0\0\0\0\0", 8);
    switch (number) {
        case field::tensor::kFloats:
            return kZeros.substr(0, sizeof(float));
        case field::tensor::kDoubles:
            return kZeros;
        case field::tensor::kInt32s:
        case field::tensor::kInt64s:
        case field::tensor::kUint64s:
        case field::tensor::kRaw:
            return kZeros.substr(0, 1);
        default:
            return {};
    }
}

/// Whether a field of plain bytes is a row of numbers, packed.
bool isRow(Part owner, std::uint64_t number)
{
    return (owner == Part::Attribute && (number == field::attribute::kWholes || number == field::attribute::kReals)) ||
           (owner == Part::Tensor && (number == field::tensor::kDims || !oneValue(number).empty()));
}

/// At most what libonnx takes for a field of so many bytes, without what is counted for the fields in it.
std::size_t bytesOf(Part owner, const Field& field, Part part)
{
    constexpr std::size_t kNumber = 24;
    constexpr std::size_t kText = 56;
    constexpr std::size_t kPerByteOfRow = 16;     // a number may take one byte in the file, and lists grow by doubling
    constexpr std::size_t kPerByteOfOpaque = 32;  // as many messages without content as go into it
    if (field.wire != Wire::Bytes) {
        return kNumber;
    }
    switch (part) {
        case Part::Node:
            return 160;
        case Part::Attribute:
        case Part::Tensor:
        case Part::Graph:
            return 288;
        case Part::Function:
            return 200;
        case Part::Value:
        case Part::Texts:
            return 80;
        case Part::Opaque:
            return kText + kPerByteOfOpaque * field.bytes.size();
        default:
            return kText + (isRow(owner, field.number) ? kPerByteOfRow : 1) * field.bytes.size();
    }
}

void writeField(std::string& message, const Field& field)
{
    switch (field.wire) {
        case Wire::Varint:
            return writeNumber(message, field.number, static_cast<std::int64_t>(field.value));
        case Wire::Bytes:
            return writeBytes(message, field.number, field.bytes);
        case Wire::Fixed32:
        case Wire::Fixed64:
            writeVarint(message, field.number << 3U | static_cast<std::uint64_t>(field.wire));
            message.append(reinterpret_cast<const char*>(&field.value),
                           field.wire == Wire::Fixed32 ? sizeof(std::uint32_t) : sizeof(std::uint64_t));
    }
}

class Stripper {
public:
    explicit Stripper(const MappedFile& file) : origin_{file.path(), file.bytes().data()}
    {
        most_ = file.bytes().size() < kSmallFile ? kMostBytesOfSmall : kMostBytes;
    }

    /// @param depth of the message in others
    std::string stripped(std::string_view message, Part part, int depth)
    {
        std::string result;
        std::size_t singles = 0;
        WireReader reader(message, origin_);
        for (Field field; reader.next(field);) {
            const Part inner = field.wire == Wire::Bytes ? partOf(part, field.number) : Part::Plain;
            if (inner == Part::Unread) {
                continue;
            }
            if (part == Part::Tensor && field.wire == Wire::Bytes && field.bytes.size() > kSmall && !oneValue(field.number).empty()) {
                field.bytes = oneValue(field.number);
            } else if (part == Part::Tensor && field.number == field::tensor::kFloats && ++singles > kSmall) {
                continue;
            }
            spend(part, field, inner, message);
            if (part == Part::Model && field.number == field::model::kIrVersion && field.wire == Wire::Varint) {
                // Later versions of the format add what Mho does not read.
                writeNumber(result, field.number, std::min<std::int64_t>(static_cast<std::int64_t>(field.value), kCheckersVersion));
            } else if (inner < Part::Opaque && depth < kDeepest) {
                writeBytes(result, field.number, stripped(field.bytes, inner, depth + 1));
            } else {
                writeField(result, field);
            }
        }
        return result;
    }

private:
    void spend(Part owner, const Field& field, Part part, std::string_view message)
    {
        spent_ += bytesOf(owner, field, part);
        nodes_ += part == Part::Node ? 1 : 0;
        if (spent_ > most_ || nodes_ > kMostNodes) {
            damaged(origin_, message.data(), MHO_TEXT("The graph is too large even without its weights"));
        }
    }

    Origin origin_;
    std::size_t most_;
    std::size_t spent_ = 0;  ///< Bytes, as bytesOf() counts.
    std::size_t nodes_ = 0;  ///< Of all graphs.
};

}  // namespace

std::string withoutValues(const MappedFile& file)
{
    return Stripper(file).stripped(file.bytes(), Part::Model, 0);
}

}  // namespace mho::detail::onnx
