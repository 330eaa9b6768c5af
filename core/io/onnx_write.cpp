// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_write.h"

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/base/whole_file.h"
#include "core/io/onnx/check.h"
#include "core/io/onnx/fields.h"
#include "core/io/onnx/wire.h"
#include "core/io/onnx/write_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace mho {
namespace {

using namespace detail::onnx;

constexpr std::int64_t kIrVersion = 7;
/// Values begin at a multiple of so many bytes of the file, so that a reader can map them.
constexpr std::uint64_t kAlignment = 4;

/// What `make` gives for the shortest padding, a description of blanks, with which it ends at a multiple of kAlignment.
/// @param before bytes before it  @param description field of the message that the padding is for
template <typename Make>
std::string aligned(std::uint64_t before, std::uint64_t description, const Make& make)
{
    std::string text = make(std::string());
    for (std::size_t blanks = 0; (before + text.size()) % kAlignment != 0; ++blanks) {
        std::string padding;
        writeBytes(padding, description, std::string(blanks, ' '));
        text = make(padding);
    }
    return text;
}

/// A model in pieces: text, and the values of tensors between them.
class Pieces {
public:
    explicit Pieces(const Network& network) : network_(network), graph_(writtenGraph(network)) {}

    /// @param values false: one zero stands for the values of each tensor
    /// @param write called with each piece
    template <typename Write>
    void each(bool values, Write write) const
    {
        std::string inputs;
        writeBytes(inputs, field::graph::kName, network_.name().empty() ? "network" : network_.name());
        writeBytes(inputs, field::graph::kInput, valueInfo("input", network_.inputShape()));
        writeBytes(inputs, field::graph::kOutput, valueInfo(graph_.output, network_.outputShape()));
        std::vector<std::string> heads;
        std::uint64_t size = graph_.nodes.size();
        for (const WrittenTensor& tensor : graph_.tensors) {
            heads.push_back(tensorHead(tensor, values, size));
            size += heads.back().size() + dataBytes(tensor, values);
        }
        write(modelHead(size + inputs.size()));
        write(graph_.nodes);
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const WrittenTensor& tensor = graph_.tensors[i];
            write(heads[i]);
            write(values ? tensor.bytes() : std::string_view("\0", dataBytes(tensor, false)));
        }
        write(inputs);
    }

private:
    static std::uint64_t dataBytes(const WrittenTensor& tensor, bool values)
    {
        return values ? tensor.bytes().size() : std::min<std::size_t>(1, tensor.bytes().size());
    }

    /// All of the model up to its graph, which begins at a multiple of kAlignment.
    static std::string modelHead(std::uint64_t graphBytes)
    {
        std::string text;
        writeNumber(text, field::model::kIrVersion, kIrVersion);
        writeBytes(text, field::model::kProducerName, "Mho");
        writeBytes(text, field::model::kProducerVersion, kVersion);
        std::string opset;
        writeNumber(opset, field::opset::kVersion, kWrittenOpset);
        writeBytes(text, field::model::kOpsetImport, opset);
        return aligned(0, field::model::kDescription, [&](const std::string& padding) {
            std::string head = text + padding;
            writeBytesHead(head, field::model::kGraph, graphBytes);
            return head;
        });
    }

    /// All of an initializer up to its values, which begin at a multiple of kAlignment.
    /// @param before bytes of the graph before it
    static std::string tensorHead(const WrittenTensor& tensor, bool values, std::uint64_t before)
    {
        std::string fields;
        for (const std::int64_t extent : tensor.dims) {
            writeNumber(fields, field::tensor::kDims, extent);
        }
        writeNumber(fields, field::tensor::kType, tensor.type);
        writeBytes(fields, field::tensor::kName, tensor.name);
        return aligned(before, field::tensor::kDescription, [&](const std::string& padding) {
            std::string inner = fields + padding;
            writeBytesHead(inner, field::tensor::kRaw, dataBytes(tensor, values));
            std::string head;
            writeBytesHead(head, field::graph::kInitializer, inner.size() + dataBytes(tensor, values));
            return head + inner;
        });
    }

    static std::string valueInfo(const std::string& name, const Shape& image)
    {
        std::string shape;
        std::string batch;
        writeBytes(batch, field::type::kExtentName, "N");
        writeBytes(shape, field::type::kDimension, batch);
        for (const std::int64_t extent : image) {
            std::string dimension;
            writeNumber(dimension, field::type::kExtent, extent);
            writeBytes(shape, field::type::kDimension, dimension);
        }
        std::string tensor;
        writeNumber(tensor, field::type::kElement, 1);
        writeBytes(tensor, field::type::kShape, shape);
        std::string type;
        writeBytes(type, field::type::kTensor, tensor);
        std::string value;
        writeBytes(value, field::value::kName, name);
        writeBytes(value, field::value::kType, type);
        return value;
    }

    const Network& network_;
    WrittenGraph graph_;
};

}  // namespace

void writeOnnx(const Network& network, const std::string& path)
{
    if (!network.hasWeights()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The network has no weights to write; train it first"), {}, network.name());
    }
    const Pieces pieces(network);
    std::string model;
    pieces.each(false, [&](std::string_view piece) { model += piece; });
    checkModel(model, path);
    std::uint64_t size = 0;
    pieces.each(true, [&](std::string_view piece) { size += piece.size(); });
    if (size > static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max())) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("The network takes %1 bytes; a file of ONNX has 2 GiB at most"),
                    {fmt::format("{}", size)}, path);
    }
    WholeFile file(path);
    pieces.each(true, [&](std::string_view piece) { file.write(piece); });
    file.commit();
}

}  // namespace mho
