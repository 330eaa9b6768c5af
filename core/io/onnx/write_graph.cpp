// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/write_graph.h"

#include "core/io/onnx/fields.h"
#include "core/io/onnx/model.h"
#include "core/io/onnx/wire.h"
#include "core/io/weights_match.h"

#include <limits>
#include <type_traits>

namespace mho::detail::onnx {
namespace {

using Names = std::vector<std::string>;
using Wholes = std::vector<std::int64_t>;

/// Attributes of one ONNX node, as fields of NodeProto.
class Attributes {
public:
    Attributes& whole(const char* name, std::int64_t value)
    {
        std::string message = begin(name, 2);
        writeNumber(message, field::attribute::kWhole, value);
        return end(message);
    }
    Attributes& real(const char* name, double value)
    {
        std::string message = begin(name, 1);
        writeFloat(message, field::attribute::kReal, static_cast<float>(value));
        return end(message);
    }
    Attributes& wholes(const char* name, const Wholes& values)
    {
        std::string message = begin(name, 7);
        for (const std::int64_t value : values) {
            writeNumber(message, field::attribute::kWholes, value);
        }
        return end(message);
    }
    Attributes& text(const char* name, std::string_view value)
    {
        std::string message = begin(name, 3);
        writeBytes(message, field::attribute::kText, value);
        return end(message);
    }
    const std::string& fields() const { return fields_; }

private:
    static std::string begin(const char* name, std::int64_t type)
    {
        std::string message;
        writeBytes(message, field::attribute::kName, name);
        writeNumber(message, field::attribute::kType, type);
        return message;
    }
    Attributes& end(const std::string& message)
    {
        writeBytes(fields_, field::node::kAttribute, message);
        return *this;
    }

    std::string fields_;
};

/// How each operation is written; most are one ONNX node of the same name.
class Writer {
public:
    explicit Writer(const Network& network) : network_(network) {}

    WrittenGraph run()
    {
        for (id_ = 1; id_ < network_.nodes().size(); ++id_) {
            std::visit([this](const auto& op) { write(op); }, node().operation);
        }
        graph_.output = network_.nodes().back().name;
        if (network_.nodes().size() == 1) {
            // A graph gives nothing that it was given.
            graph_.output = "output";
            add("Identity", "output", {"input"});
        }
        return std::move(graph_);
    }

private:
    const Node& node() const { return network_.nodes()[id_]; }
    const Shape& inputShape() const { return network_.shapeOf(node().inputs.front()); }
    Names inputs() const
    {
        Names names;
        for (const NodeId input : node().inputs) {
            names.push_back(network_.nodes()[input].name);
        }
        return names;
    }

    void add(const char* type, const std::string& name, const Names& inputs, const Attributes& attributes = {})
    {
        std::string message;
        for (const std::string& input : inputs) {
            writeBytes(message, field::node::kInput, input);
        }
        writeBytes(message, field::node::kOutput, name);
        writeBytes(message, field::node::kName, name);
        writeBytes(message, field::node::kType, type);
        message += attributes.fields();
        writeBytes(graph_.nodes, field::graph::kNode, message);
    }

    /// The node itself, with more inputs behind its own.
    void addNode(const char* type, const Names& more = {}, const Attributes& attributes = {})
    {
        Names all = inputs();
        all.insert(all.end(), more.begin(), more.end());
        add(type, node().name, all, attributes);
    }

    /// A parameter as initializer; its name. @param dims other extents of the same number of elements
    std::string parameter(const char* role, Shape dims = {})
    {
        const Tensor& tensor = *node().parameter(role);
        graph_.tensors.push_back({stateName(node(), role), static_cast<std::int64_t>(DataType::Float),
                                  dims.empty() ? tensor.shape() : std::move(dims), tensor});
        return graph_.tensors.back().name;
    }
    std::string wholes(const char* name, Wholes values)
    {
        graph_.tensors.push_back({node().name + "/" + name, static_cast<std::int64_t>(DataType::Int64),
                                  {static_cast<std::int64_t>(values.size())}, {}, std::move(values)});
        return graph_.tensors.back().name;
    }
    std::string number(const char* name, double value)
    {
        graph_.tensors.push_back({node().name + "/" + name, static_cast<std::int64_t>(DataType::Float), {},
                                  Tensor({1}, {static_cast<float>(value)})});
        return graph_.tensors.back().name;
    }
    /// {channels, 1, 1}: a parameter per channel as it broadcasts over a map.
    Shape perChannel() const
    {
        Shape dims(inputShape().size(), 1);
        dims.front() = inputShape().front();
        return dims;
    }

    static Wholes pair(Pair value) { return {value.h, value.w}; }
    static Wholes pads(const Pads& value) { return {value.top, value.left, value.bottom, value.right}; }

    void write(const Input& /*op*/) {}
    void write(const Convolution& op)
    {
        Names more{parameter("weight")};
        if (op.bias) {
            more.push_back(parameter("bias"));
        }
        addNode("Conv", more,
                Attributes()
                    .wholes("kernel_shape", pair(op.kernel))
                    .wholes("strides", pair(op.stride))
                    .wholes("pads", pads(op.pads))
                    .wholes("dilations", pair(op.dilation))
                    .whole("group", op.groups));
    }
    void write(const Linear& op)
    {
        Names more{parameter("weight")};
        if (op.bias) {
            more.push_back(parameter("bias"));
        }
        addNode("Gemm", more, Attributes().whole("transB", 1));
    }
    void write(const BatchNorm& op)
    {
        const Names more{parameter("scale"), parameter("shift"), parameter("mean"), parameter("variance")};
        addNode("BatchNormalization", more, Attributes().real("epsilon", op.epsilon).real("momentum", 1.0 - op.momentum));
    }
    void write(const Activation& op)
    {
        switch (op.kind) {
            case ActivationKind::Relu:
                return addNode("Relu");
            case ActivationKind::LeakyRelu:
                return addNode("LeakyRelu", {}, Attributes().real("alpha", op.alpha));
            case ActivationKind::Clip:
                return addNode("Clip", {number("min", op.low), number("max", op.high)});
            case ActivationKind::Sigmoid:
                return addNode("Sigmoid");
            case ActivationKind::Tanh:
                return addNode("Tanh");
            case ActivationKind::Elu:
                return addNode("Elu", {}, Attributes().real("alpha", op.alpha));
        }
    }
    void write(const Pool& op)
    {
        Attributes attributes;
        attributes.wholes("kernel_shape", pair(op.kernel)).wholes("strides", pair(op.stride)).wholes("pads", pads(op.pads));
        attributes.whole("ceil_mode", op.ceilMode ? 1 : 0);
        if (op.kind == PoolKind::Max) {
            return addNode("MaxPool", {}, attributes.wholes("dilations", pair(op.dilation)));
        }
        addNode("AveragePool", {}, attributes.whole("count_include_pad", op.countPads ? 1 : 0));
    }
    void write(const GlobalAveragePool& /*op*/) { addNode("GlobalAveragePool"); }
    void write(const Add& /*op*/) { addNode(node().inputs.size() == 2 ? "Add" : "Sum"); }
    void write(const Concat& /*op*/) { addNode("Concat", {}, Attributes().whole("axis", 1)); }
    void write(const Flatten& /*op*/) { addNode("Flatten", {}, Attributes().whole("axis", 1)); }
    void write(const Dropout& op) { addNode("Dropout", {number("ratio", op.probability)}); }
    void write(const Softmax& op)
    {
        addNode(op.logarithm ? "LogSoftmax" : "Softmax", {}, Attributes().whole("axis", op.axis + 1));
    }
    void write(const PadShortcut& op)
    {
        const std::int64_t channels = inputShape().front();
        const std::int64_t before = channelsBefore(op, channels);
        const bool widens = op.channels > channels;
        Names from = inputs();
        if (op.stride > 1 || !widens) {
            const std::string name = widens ? node().name + "/skip" : node().name;
            const Names more{from.front(), wholes("starts", {0, 0}),
                             wholes("ends", Wholes(2, std::numeric_limits<std::int64_t>::max())), wholes("axes", {2, 3}),
                             wholes("steps", {op.stride, op.stride})};
            add("Slice", name, more);
            from = {name};
        }
        if (widens) {
            from.push_back(wholes("pads", {0, before, 0, 0, 0, op.channels - channels - before, 0, 0}));
            add("Pad", node().name, from);
        }
    }
    void write(const PRelu& /*op*/) { addNode("PRelu", {parameter("slope", perChannel())}); }
    void write(const Affine& /*op*/)
    {
        const std::string name = node().name + "/scaled";
        add("Mul", name, {inputs().front(), parameter("scale", perChannel())});
        add("Add", node().name, {name, parameter("shift", perChannel())});
    }
    void write(const LocalResponseNorm& op)
    {
        addNode("LRN", {}, Attributes().whole("size", op.size).real("alpha", op.alpha).real("beta", op.beta).real("bias", op.bias));
    }
    void write(const Multiply& /*op*/) { addNode("Mul"); }
    void write(const Pad& op)
    {
        const Names more{wholes("pads", {0, 0, op.pads.top, op.pads.left, 0, 0, op.pads.bottom, op.pads.right}),
                         number("value", op.value)};
        const char* mode = op.mode == PadMode::Constant ? "constant" : op.mode == PadMode::Reflect ? "reflect" : "edge";
        addNode("Pad", more, Attributes().text("mode", mode));
    }
    void write(const Reshape& op)
    {
        Wholes target = op.shape;
        target.insert(target.begin(), 0);  // the batch as it is
        addNode("Reshape", {wholes("shape", std::move(target))});
    }
    void write(const Transpose& op)
    {
        Wholes order{0};
        for (const std::int64_t axis : op.order) {
            order.push_back(axis + 1);
        }
        addNode("Transpose", {}, Attributes().wholes("perm", order));
    }

    const Network& network_;
    NodeId id_ = 0;
    WrittenGraph graph_;
};

}  // namespace

std::string_view WrittenTensor::bytes() const
{
    if (type == static_cast<std::int64_t>(DataType::Int64)) {
        return {reinterpret_cast<const char*>(wholes.data()), wholes.size() * sizeof(std::int64_t)};
    }
    const auto values = reals.values();
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

WrittenGraph writtenGraph(const Network& network)
{
    return Writer(network).run();
}

}  // namespace mho::detail::onnx
