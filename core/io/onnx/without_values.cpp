// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/onnx/fields.h"
#include "core/io/onnx/model.h"

#include <algorithm>

namespace mho::detail::onnx {
namespace {

/// Values of tensors up to so many bytes stay: a shape, a scalar.
constexpr std::size_t kSmall = 256;
/// What is left of the largest real model is far smaller.
constexpr std::size_t kMostBytes = 64U << 20U;

/// Version of the format (ModelProto.ir_version) that libonnx 1.12 knows.
constexpr std::int64_t kCheckersVersion = 8;

enum class Part { Model, Graph, Node, Attribute, Tensor, Whole };

/// What a field of a part is itself.
Part partOf(Part owner, std::uint64_t number)
{
    switch (owner) {
        case Part::Model:
            return number == field::model::kGraph ? Part::Graph : Part::Whole;
        case Part::Graph:
            return number == field::graph::kNode ? Part::Node : number == field::graph::kInitializer ? Part::Tensor : Part::Whole;
        case Part::Node:
            return number == field::node::kAttribute ? Part::Attribute : Part::Whole;
        case Part::Attribute:
            return number == field::attribute::kTensor ? Part::Tensor : Part::Whole;
        default:
            return Part::Whole;
    }
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

std::string stripped(std::string_view message, Part part, const Origin& origin)
{
    std::string result;
    std::size_t singles = 0;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        const Part inner = field.wire == Wire::Bytes ? partOf(part, field.number) : Part::Whole;
        if (part == Part::Model && field.number == field::model::kIrVersion && field.wire == Wire::Varint) {
            // Later versions of the format add what Mho does not read.
            writeNumber(result, field.number, std::min<std::int64_t>(static_cast<std::int64_t>(field.value), kCheckersVersion));
        } else if (inner != Part::Whole) {
            writeBytes(result, field.number, stripped(field.bytes, inner, origin));
        } else if (part == Part::Tensor && field.wire == Wire::Bytes && field.bytes.size() > kSmall && !oneValue(field.number).empty()) {
            writeBytes(result, field.number, oneValue(field.number));
        } else if (part != Part::Tensor || field.number != field::tensor::kFloats || ++singles <= kSmall) {
            writeField(result, field);
        }
        if (result.size() > kMostBytes) {
            damaged(origin, message.data(), MHO_TEXT("The graph is too large even without its weights"));
        }
    }
    return result;
}

}  // namespace

std::string withoutValues(const MappedFile& file)
{
    return stripped(file.bytes(), Part::Model, {file.path(), file.bytes().data()});
}

}  // namespace mho::detail::onnx
