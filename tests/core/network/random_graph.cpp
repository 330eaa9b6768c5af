// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/network/random_graph.h"

#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/reference_product.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace mho::random_graph {
namespace {

class Maker {
public:
    Maker(RandomStream& random, const Style& style)
        : random_(random), style_(style), network_("random", {1 + upTo(3), 5 + upTo(2), 5 + upTo(2)})
    {
    }

    Network run()
    {
        for (std::int64_t steps = 4 + upTo(8); steps > 0; --steps) {
            addImageNode();
        }
        // What hangs off the path to the output is read by nobody.
        last_ = random_.below(3) == 0 ? last_ : network_.nodes().size() - 1;
        if (random_.below(2) == 0) {
            last_ = add(GlobalAveragePool{}, {last_});
        }
        last_ = add(Flatten{}, {last_});
        if (random_.below(2) == 0) {
            last_ = add(Linear{.features = 2 + upTo(6), .bias = bias()}, {last_});
            last_ = add(activation(), {last_});
        }
        last_ = add(Linear{.features = 3, .bias = bias()}, {last_});
        if (random_.below(4) == 0) {
            add(Softmax{}, {last_});
        }
        return std::move(network_);
    }

private:
    std::int64_t upTo(std::uint64_t most) { return static_cast<std::int64_t>(random_.below(most + 1)); }
    bool bias() { return style_.smooth || random_.below(2) == 0; }
    NodeId add(Operation op, std::vector<NodeId> inputs)
    {
        return network_.add("n" + std::to_string(network_.nodes().size()), op, std::move(inputs));
    }
    /// Mostly the newest node, else any: branches and skips.
    NodeId someNode() { return random_.below(3) == 0 ? random_.below(network_.nodes().size()) : network_.nodes().size() - 1; }

    Activation activation()
    {
        const ActivationKind kinds[] = {ActivationKind::LeakyRelu, ActivationKind::Sigmoid, ActivationKind::Tanh,
                                        ActivationKind::Elu,       ActivationKind::Relu,    ActivationKind::Clip};
        return {.kind = kinds[random_.below(style_.smooth ? 4 : 6)], .alpha = 0.3, .low = -0.5, .high = 2.0};
    }
    Convolution convolution(std::int64_t channels)
    {
        std::int64_t groups = 1;
        if (random_.below(3) == 0) {
            groups = channels % 2 == 0 && random_.below(2) == 0 ? 2 : channels;
        }
        const std::int64_t kernel = 1 + 2 * upTo(1);
        const std::int64_t pad = kernel == 3 && random_.below(3) > 0 ? 1 : 0;
        return {.filters = groups * (1 + upTo(groups > 2 ? 1 : 3)),
                .kernel = {kernel, kernel},
                .pads = {pad, pad, pad, pad},
                .groups = groups,
                .bias = bias()};
    }
    void addImageNode()
    {
        const NodeId from = someNode();
        const Shape shape = network_.shapeOf(from);
        if (shape[1] < 3 || shape[2] < 3) {
            return;
        }
        if (style_.relatives && random_.below(2) == 0) {
            return addRelative(from);
        }
        switch (random_.below(9)) {
            case 0:
            case 1:
            case 2:
                last_ = add(convolution(shape[0]), {from});
                if (random_.below(2) == 0) {
                    last_ = add(BatchNorm{}, {last_});
                }
                return;
            case 3:
                last_ = add(activation(), {from});
                return;
            case 4:
                last_ = add(BatchNorm{}, {from});
                return;
            case 5: {
                const bool average = random_.below(2) == 0;
                const std::int64_t pad = upTo(1);
                last_ = add(Pool{.kind = average ? PoolKind::Average : PoolKind::Max,
                                 .kernel = {2, 2},
                                 .stride = {1, 1},
                                 .pads = {pad, pad, pad, pad},
                                 .ceilMode = random_.below(2) == 0,
                                 .countPads = random_.below(2) == 0},
                            {from});
                return;
            }
            case 6: {
                const std::int64_t more = upTo(3);
                last_ = add(
                    PadShortcut{
                        .stride = 1, .channels = shape[0] + more, .before = upTo(static_cast<std::uint64_t>(more + 1)) - 1},
                    {from});
                return;
            }
            case 7:
                join(from, false);
                return;
            default:
                join(from, true);
        }
    }
    void addRelative(NodeId from)
    {
        const Shape shape = network_.shapeOf(from);
        switch (random_.below(9)) {
            case 0:
                last_ = add(PRelu{}, {from});
                return;
            case 1:
                last_ = add(Affine{}, {from});
                return;
            case 2:
                last_ = add(LocalResponseNorm{.size = 1 + upTo(4), .alpha = 0.5}, {from});
                return;
            case 3: {
                const PadMode modes[] = {PadMode::Constant, PadMode::Reflect, PadMode::Edge};
                const PadMode mode = modes[random_.below(3)];
                const double value = mode == PadMode::Constant && random_.below(2) == 0 ? 0.25 : 0.0;
                last_ = add(Pad{.pads = {upTo(1), 1, upTo(2), upTo(1)}, .mode = mode, .value = value}, {from});
                return;
            }
            case 4:
                last_ = add(Transpose{{0, 2, 1}}, {from});
                return;
            case 5:
                last_ = add(Reshape{{shape[0], shape[2], shape[1]}}, {from});
                return;
            case 6:
                last_ = add(Softmax{.axis = upTo(2), .logarithm = random_.below(2) == 0}, {from});
                return;
            case 7: {
                const NodeId gate = add(GlobalAveragePool{}, {from});
                last_ = add(Multiply{}, {from, add(Activation{.kind = ActivationKind::Sigmoid}, {gate})});
                return;
            }
            default:
                last_ = add(Pool{.kernel = {2, 2}, .pads = {upTo(1), upTo(1), 1, 1}, .dilation = {1 + upTo(1), 1 + upTo(1)}}, {from});
        }
    }
    /// A sum or a concat with another node that fits, or none.
    void join(NodeId from, bool concat)
    {
        const Shape& shape = network_.shapeOf(from);
        std::vector<NodeId> fits;
        for (NodeId other = 0; other < network_.nodes().size(); ++other) {
            const Shape& theirs = network_.shapeOf(other);
            const bool pixels = theirs[1] == shape[1] && theirs[2] == shape[2];
            if (other != from && pixels && (concat ? theirs[0] + shape[0] <= 12 : theirs[0] == shape[0])) {
                fits.push_back(other);
            }
        }
        if (!fits.empty()) {
            const NodeId other = fits[random_.below(fits.size())];
            last_ = concat ? add(Concat{}, {from, other}) : add(Add{}, {other, from});
        }
    }

    RandomStream& random_;
    Style style_;
    Network network_;
    NodeId last_ = 0;
};

void zeroSome(Network& network, RandomStream& random)
{
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        for (const char* role : {"weight", "scale", "bias"}) {
            const Tensor* tensor = network.nodes()[id].parameter(role);
            if (tensor == nullptr) {
                continue;
            }
            std::vector<float> values(tensor->values().begin(), tensor->values().end());
            const std::size_t rows = static_cast<std::size_t>(tensor->shape()[0]);
            const std::size_t width = values.size() / rows;
            for (std::size_t row = 0; row < rows; ++row) {
                if (random.below(4) == 0) {
                    std::fill_n(values.begin() + static_cast<std::ptrdiff_t>(row * width), width, 0.0F);
                }
            }
            network.setParameter(id, role, Tensor(Shape(tensor->shape()), std::move(values)));
        }
    }
}

}  // namespace

Network make(RandomStream& random, const Style& style)
{
    Network network = withValues(Maker(random, style).run(), random);
    if (style.zeros) {
        zeroSome(network, random);
    }
    return network;
}

Network withValues(Network network, RandomStream& random)
{
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()));
            const auto rows = static_cast<double>(parameter.tensor.shape()[0]);
            const double deviation =
                parameter.role == "weight" ? std::sqrt(2.0 * rows / static_cast<double>(values.size())) : 0.3;
            const double middle = parameter.role == "scale" ? 1.0 : 0.0;
            for (float& value : values) {
                value = static_cast<float>(parameter.role == "variance" ? random.uniform(0.5, 1.5)
                                                                        : middle + deviation * random.normal());
            }
            network.setParameter(id, parameter.role, Tensor(Shape(parameter.tensor.shape()), std::move(values)));
        }
    }
    return network;
}

std::vector<LayerMask> masks(const Network& network, RandomStream& random)
{
    std::vector<LayerMask> result;
    for (const WeightLayer& layer : weightLayers(network)) {
        LayerMask mask = LayerMask::dense(layer.filters, layer.columns);
        const double rowShare = random.below(2) == 0 ? 0.0 : random.uniform(0.0, 0.8);
        const double channelShare = random.below(2) == 0 ? 0.0 : random.uniform(0.0, 0.8);
        const double columnShare = random.below(4) == 0 ? 0.3 : 0.0;
        std::generate(mask.rows.begin(), mask.rows.end(), [&] { return random.uniform() < rowShare ? 0 : 1; });
        for (std::int64_t channel = 0; channel < layer.channels; ++channel) {
            const bool drop = random.uniform() < channelShare;
            for (std::int64_t position = 0; position < layer.kernelPositions(); ++position) {
                mask.columns[static_cast<std::size_t>(channel * layer.kernelPositions() + position)] =
                    drop || random.uniform() < columnShare ? 0 : 1;
            }
        }
        if (random.below(4) == 0) {
            mask.elements.resize(static_cast<std::size_t>(layer.weights()));
            std::generate(mask.elements.begin(), mask.elements.end(), [&] { return random.below(3) == 0 ? 1 : 0; });
        }
        result.push_back(std::move(mask));
    }
    return result;
}

std::vector<float> images(const Shape& shape, std::size_t count, RandomStream& random)
{
    std::vector<float> pixels(count * static_cast<std::size_t>(elementCount(shape)));
    std::generate(pixels.begin(), pixels.end(), [&] { return static_cast<float>(random.normal()); });
    return pixels;
}

std::vector<float> outputs(const CompressedNetwork& network, const std::vector<float>& images)
{
    const std::size_t count = images.size() / static_cast<std::size_t>(elementCount(network.network->inputShape()));
    return Executor(network).run(FloatProduct(network), images, count);
}

CompressedNetwork prefix(const CompressedNetwork& network, NodeId last)
{
    const Network& graph = *network.network;
    Network part(graph.name(), graph.inputShape());
    for (NodeId id = 1; id <= last; ++id) {
        const Node& node = graph.nodes()[id];
        part.add(node.name, node.operation, node.inputs);
        for (const Parameter& parameter : node.parameters) {
            part.setParameter(id, parameter.role, parameter.tensor);
        }
    }
    CompressedNetwork result = uncompressed(std::make_shared<const Network>(std::move(part)));
    for (std::size_t layer = 0; layer < result.layers.size(); ++layer) {
        result.layers[layer].mask = network.layers[layer].mask;
        result.layers[layer].levels = network.layers[layer].levels;
    }
    return result;
}

}  // namespace mho::random_graph
