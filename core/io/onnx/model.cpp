// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/model.h"

#include "core/base/error.h"
#include "core/io/onnx/fields.h"

#include <bit>

namespace mho::detail::onnx {
namespace {

// More than any network has; a small file must not ask for much memory.
constexpr std::size_t kMostNodes = 5'000;
constexpr std::size_t kMostTensors = 20'000;
constexpr std::size_t kMostPorts = 1'000;
constexpr std::size_t kMostAttributes = 32;
constexpr std::size_t kMostAttributesInAll = 20'000;
constexpr std::size_t kMostPortsInAll = 100'000;
constexpr std::size_t kMostExtents = 16;

std::string_view text(const Field& field, const Origin& origin)
{
    if (field.wire != Wire::Bytes) {
        damaged(origin, origin.begin, MHO_TEXT("A text or a part of the model is a number"));
    }
    return field.bytes;
}

std::int64_t whole(const Field& field, const Origin& origin)
{
    if (field.wire != Wire::Varint) {
        damaged(origin, origin.begin, MHO_TEXT("A whole number is something else"));
    }
    return static_cast<std::int64_t>(field.value);
}

[[noreturn]] void tooLong(const Field& field, const Origin& origin)
{
    damaged(origin, field.bytes.data() != nullptr ? field.bytes.data() : origin.begin,
            MHO_TEXT("A list is longer than in any network that Mho can hold"));
}

template <typename List>
void requireRoom(const List& list, std::size_t most, const Field& field, const Origin& origin)
{
    if (list.size() >= most) {
        tooLong(field, origin);
    }
}

AttributeRecord readAttribute(std::string_view message, const Origin& origin)
{
    AttributeRecord record;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        switch (field.number) {
            case field::attribute::kName:
                record.name = text(field, origin);
                break;
            case field::attribute::kType:
                record.type = whole(field, origin);
                break;
            case field::attribute::kReal:
                record.real = std::bit_cast<float>(static_cast<std::uint32_t>(field.value));
                break;
            case field::attribute::kWhole:
                record.whole = whole(field, origin);
                break;
            case field::attribute::kText:
                record.text = text(field, origin);
                break;
            case field::attribute::kTensor:
                record.tensor = readTensorRecord(text(field, origin), origin);
                break;
            case field::attribute::kReals:
                appendFloats(field, origin, record.reals);
                break;
            case field::attribute::kWholes:
                appendVarints(field, origin, record.wholes);
                break;
            default:
                break;
        }
    }
    return record;
}

NodeRecord readNode(std::string_view message, const Origin& origin)
{
    NodeRecord record;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        switch (field.number) {
            case field::node::kInput:
                requireRoom(record.inputs, kMostPorts, field, origin);
                record.inputs.push_back(text(field, origin));
                break;
            case field::node::kOutput:
                requireRoom(record.outputs, kMostPorts, field, origin);
                record.outputs.push_back(text(field, origin));
                break;
            case field::node::kName:
                record.name = text(field, origin);
                break;
            case field::node::kType:
                record.type = text(field, origin);
                break;
            case field::node::kDomain:
                record.domain = text(field, origin);
                break;
            case field::node::kAttribute:
                requireRoom(record.attributes, kMostAttributes, field, origin);
                record.attributes.push_back(readAttribute(text(field, origin), origin));
                break;
            default:
                break;
        }
    }
    if (record.domain == "ai.onnx") {
        record.domain = "";
    }
    return record;
}

void readShape(std::string_view message, const Origin& origin, ValueRecord& record)
{
    record.hasShape = true;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        if (field.number != field::type::kDimension) {
            continue;
        }
        requireRoom(record.dims, kMostExtents, field, origin);
        record.dims.push_back(-1);
        WireReader dimension(text(field, origin), origin);
        for (Field part; dimension.next(part);) {
            if (part.number == field::type::kExtent) {
                record.dims.back() = whole(part, origin);
            }
        }
    }
}

ValueRecord readValue(std::string_view message, const Origin& origin)
{
    ValueRecord record;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        if (field.number == field::value::kName) {
            record.name = text(field, origin);
        } else if (field.number == field::value::kType) {
            WireReader type(text(field, origin), origin);
            for (Field kind; type.next(kind);) {
                if (kind.number != field::type::kTensor) {
                    continue;
                }
                record.tensor = true;
                WireReader tensor(text(kind, origin), origin);
                for (Field part; tensor.next(part);) {
                    if (part.number == field::type::kElement) {
                        record.type = whole(part, origin);
                    } else if (part.number == field::type::kShape) {
                        readShape(text(part, origin), origin, record);
                    }
                }
            }
        }
    }
    return record;
}

void readOpset(std::string_view message, const Origin& origin, ModelRecord& model)
{
    std::string_view domain;
    std::int64_t version = 0;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        if (field.number == field::opset::kDomain) {
            domain = text(field, origin);
        } else if (field.number == field::opset::kVersion) {
            version = whole(field, origin);
        }
    }
    requireRoom(model.opsets, kMostPorts, {}, origin);
    model.opsets[domain == "ai.onnx" ? std::string_view() : domain] = version;
}

void readGraph(std::string_view message, const Origin& origin, ModelRecord& model)
{
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        switch (field.number) {
            case field::graph::kNode: {
                requireRoom(model.nodes, kMostNodes, field, origin);
                const NodeRecord& node = model.nodes.emplace_back(readNode(text(field, origin), origin));
                model.attributes += node.attributes.size();
                model.ports += node.inputs.size() + node.outputs.size();
                if (model.attributes > kMostAttributesInAll || model.ports > kMostPortsInAll) {
                    tooLong(field, origin);
                }
                break;
            }
            case field::graph::kName:
                model.graphName = text(field, origin);
                break;
            case field::graph::kInitializer:
                requireRoom(model.initializers, kMostTensors, field, origin);
                model.initializers.push_back(readTensorRecord(text(field, origin), origin));
                break;
            case field::graph::kInput:
                requireRoom(model.inputs, kMostTensors, field, origin);
                model.inputs.push_back(readValue(text(field, origin), origin));
                break;
            case field::graph::kOutput:
                requireRoom(model.outputs, kMostTensors, field, origin);
                model.outputs.push_back(readValue(text(field, origin), origin));
                break;
            case field::graph::kSparseInitializer:
                model.sparse = true;
                break;
            default:
                break;
        }
    }
}

}  // namespace

TensorRecord readTensorRecord(std::string_view message, const Origin& origin)
{
    TensorRecord record;
    bool pieces = false;
    WireReader reader(message, origin);
    for (Field field; reader.next(field);) {
        switch (field.number) {
            case field::tensor::kDims:
                requireRoom(record.dims, kMostExtents, field, origin);
                appendVarints(field, origin, record.dims);
                requireRoom(record.dims, kMostExtents + 1, field, origin);
                break;
            case field::tensor::kType:
                record.type = whole(field, origin);
                break;
            case field::tensor::kSegment:
                record.external = true;
                break;
            case field::tensor::kFloats:
                if (field.wire == Wire::Bytes && !pieces && !record.hasRaw) {
                    record.raw = field.bytes;
                    record.hasRaw = true;
                } else {
                    if (record.hasRaw && !pieces) {
                        appendFloats({field.number, Wire::Bytes, 0, record.raw}, origin, record.floats);
                        record.hasRaw = false;
                        record.raw = {};
                    }
                    appendFloats(field, origin, record.floats);
                }
                pieces = pieces || !record.hasRaw;
                break;
            case field::tensor::kInt32s:
            case field::tensor::kInt64s:
                appendVarints(field, origin, record.ints);
                break;
            case field::tensor::kName:
                record.name = text(field, origin);
                break;
            case field::tensor::kRaw:
                record.raw = text(field, origin);
                record.hasRaw = true;
                break;
            case field::tensor::kExternal:
                record.external = true;
                break;
            case field::tensor::kLocation:
                record.external = record.external || whole(field, origin) != 0;
                break;
            default:
                break;
        }
    }
    return record;
}

ModelRecord readModel(const std::shared_ptr<const MappedFile>& file)
{
    const Origin origin{file->path(), file->bytes().data()};
    ModelRecord model;
    model.file = file;
    bool graph = false;
    WireReader reader(file->bytes(), origin);
    for (Field field; reader.next(field);) {
        switch (field.number) {
            case field::model::kIrVersion:
                model.irVersion = whole(field, origin);
                break;
            case field::model::kOpsetImport:
                readOpset(text(field, origin), origin, model);
                break;
            case field::model::kGraph:
                graph = true;
                readGraph(text(field, origin), origin, model);
                break;
            default:
                break;
        }
    }
    if (!graph) {
        damaged(origin, origin.begin, MHO_TEXT("No graph stands in the file"));
    }
    return model;
}

}  // namespace mho::detail::onnx
