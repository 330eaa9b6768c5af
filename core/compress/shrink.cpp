// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/shrink.h"

#include "core/compress/index_maps.h"
#include "core/compress/masked_network.h"

#include <algorithm>
#include <numeric>

namespace mho {
namespace {

using Indices = std::vector<std::int64_t>;

std::vector<Indices> keptChannels(const Network& network, const RemovableChannels& removable)
{
    std::vector<Indices> kept(network.nodes().size());
    for (NodeId id = 0; id < kept.size(); ++id) {
        for (std::size_t channel = 0; channel < removable.classes.ofNode[id].size(); ++channel) {
            if (!removable.goes(id, channel)) {
                kept[id].push_back(static_cast<std::int64_t>(channel));
            }
        }
    }
    return kept;
}

/// An operation on fewer channels.
struct Smaller {
    const Indices& in;
    const Indices& out;
    std::int64_t inBefore;  ///< Input channels of the original.

    template <typename Op>
    Operation operator()(const Op& op) const
    {
        return op;
    }
    Operation operator()(Convolution op) const
    {
        const std::int64_t perGroup = inBefore / op.groups;
        op.filters = static_cast<std::int64_t>(out.size());
        // Groups go as a whole.
        op.groups = op.groups > 1 ? static_cast<std::int64_t>(in.size()) / perGroup : 1;
        return op;
    }
    Operation operator()(Linear op) const
    {
        op.features = static_cast<std::int64_t>(out.size());
        return op;
    }
    Operation operator()(PadShortcut op) const
    {
        const std::int64_t bound = channelsBefore(op, inBefore);
        const std::int64_t before = std::count_if(out.begin(), out.end(), [&](std::int64_t c) { return c < bound; });
        op.channels = static_cast<std::int64_t>(out.size());
        op.before = -1;
        op.before = channelsBefore(op, static_cast<std::int64_t>(in.size())) == before ? -1 : before;
        return op;
    }
};

KeptMatrix keptMatrix(const WeightLayer& layer, const Indices& in, const Indices& out)
{
    KeptMatrix kept{out, {}};
    if (layer.groups > 1) {
        kept.columns.resize(static_cast<std::size_t>(layer.columns));
        std::iota(kept.columns.begin(), kept.columns.end(), std::int64_t{0});
        return kept;
    }
    for (const std::int64_t channel : in) {
        for (std::int64_t position = 0; position < layer.kernelPositions(); ++position) {
            kept.columns.push_back(channel * layer.kernelPositions() + position);
        }
    }
    return kept;
}

LayerMask keptMask(const LayerMask& mask, const KeptMatrix& kept)
{
    LayerMask result{
        index_maps::gather(mask.rows.data(), kept.rows), index_maps::gather(mask.columns.data(), kept.columns), {}};
    if (!mask.elements.empty()) {
        const auto width = static_cast<std::int64_t>(mask.columns.size());
        result.elements = index_maps::gather(mask.elements.data(), width, kept.rows, kept.columns);
        if (std::find(result.elements.begin(), result.elements.end(), 0) == result.elements.end()) {
            result.elements.clear();
        }
    }
    return result;
}

/// Makes the small network of a masked one.
class Shrinker {
public:
    Shrinker(const CompressedNetwork& network, const ShrinkOptions& options)
        : original_(std::make_shared<CompressedNetwork>(network)),
          graph_(*network.network),
          removable_(removableChannels(*original_, options.foldConstants))
    {
        result_.original = original_;
        result_.channels = keptChannels(graph_, removable_);
        for (const CompressedLayer& layer : network.layers) {
            result_.layers.push_back(
                keptMatrix(layer.layer, result_.channels[inputOf(layer)], result_.channels[layer.layer.node]));
        }
    }

    ShrunkNetwork run()
    {
        Network small(graph_.name(), graph_.inputShape());
        for (NodeId id = 1; id < graph_.nodes().size(); ++id) {
            const Node& node = graph_.nodes()[id];
            const NodeId input = node.inputs.front();
            const Smaller smaller{result_.channels[input], result_.channels[id], graph_.shapeOf(input).front()};
            small.add(node.name, std::visit(smaller, node.operation), node.inputs);
        }
        copyParameters(small);
        for (std::size_t layer = 0; layer < original_->layers.size(); ++layer) {
            fold(layer, small);
            listStaying(layer);
        }
        std::vector<WeightLayer> layers = weightLayers(small);
        for (std::size_t layer = 0; layer < layers.size(); ++layer) {
            const CompressedLayer& from = original_->layers[layer];
            result_.compressed.layers.push_back(
                {std::move(layers[layer]), keptMask(from.mask, result_.layers[layer]), from.levels});
        }
        result_.compressed.network = std::make_shared<const Network>(std::move(small));
        return std::move(result_);
    }

private:
    NodeId inputOf(const CompressedLayer& layer) const { return graph_.nodes()[layer.layer.node].inputs.front(); }

    void copyParameters(Network& small) const
    {
        const Network masked = maskedNetwork(*original_);
        std::size_t layer = 0;
        for (NodeId id = 1; id < graph_.nodes().size(); ++id) {
            for (const Parameter& parameter : masked.nodes()[id].parameters) {
                if (parameter.tensor.hasValues()) {
                    const float* values = parameter.tensor.values().data();
                    std::vector<float> kept =
                        parameter.role == "weight"
                            ? index_maps::gather(values, original_->layers[layer].layer.columns, result_.layers[layer].rows,
                                                 result_.layers[layer].columns)
                            : index_maps::gather(values, result_.channels[id]);
                    Shape shape = small.nodes()[id].parameter(parameter.role)->shape();
                    small.setParameter(id, parameter.role, Tensor(std::move(shape), std::move(kept)));
                }
            }
            layer += graph_.nodes()[id].parameter("weight") != nullptr ? 1 : 0;
        }
    }

    /// Puts what a layer read from constant channels that are gone into its bias or its batch norm's mean.
    void fold(std::size_t layer, Network& small)
    {
        const CompressedLayer& from = original_->layers[layer];
        const NodeId node = from.layer.node;
        const NodeId input = inputOf(from);
        std::vector<std::size_t> channels;
        for (std::size_t channel = 0; channel < removable_.constants[input].size(); ++channel) {
            if (removable_.goes(input, channel) && removable_.constants[input][channel].value_or(0.0) != 0.0) {
                channels.push_back(channel);
            }
        }
        const std::optional<NodeId> taker = constantTaker(graph_, node);
        if (channels.empty() || from.layer.groups > 1 || !taker || !graph_.nodes()[node].parameter("weight")->hasValues()) {
            return;
        }
        const std::vector<float> weights = original_->weights(layer);
        ShrunkNetwork::Fold entry{*taker, *taker == node ? "bias" : "mean", {}};
        for (const std::int64_t row : result_.layers[layer].rows) {
            double sum = 0.0;
            for (const std::size_t channel : channels) {
                const float* at =
                    weights.data() + row * from.layer.columns + static_cast<std::int64_t>(channel) * from.layer.kernelPositions();
                sum += *removable_.constants[input][channel] * std::accumulate(at, at + from.layer.kernelPositions(), 0.0);
            }
            entry.amount.push_back(*taker == node ? sum : -sum);
        }
        const Tensor& held = *small.nodes()[*taker].parameter(entry.role);
        std::vector<float> values(held.values().begin(), held.values().end());
        std::transform(values.begin(), values.end(), entry.amount.begin(), values.begin(),
                       [](float value, double amount) { return static_cast<float>(static_cast<double>(value) + amount); });
        small.setParameter(*taker, entry.role, Tensor(Shape(held.shape()), std::move(values)));
        result_.folds.push_back(std::move(entry));
    }

    void listStaying(std::size_t layer)
    {
        const NodeId node = original_->layers[layer].layer.node;
        for (const std::int64_t row : result_.layers[layer].rows) {
            const auto channel = static_cast<std::size_t>(row);
            if (const std::optional<double>& value = removable_.constants[node][channel]) {
                const ClassBlock& block = *removable_.blocks[removable_.classes.ofNode[node][channel]];
                result_.staying.push_back({layer, row, *value, block.reason, graph_.nodes()[block.node].name});
            }
        }
    }

    std::shared_ptr<const CompressedNetwork> original_;
    const Network& graph_;
    RemovableChannels removable_;
    ShrunkNetwork result_;
};

}  // namespace

ShrunkNetwork shrink(const CompressedNetwork& network, const ShrinkOptions& options)
{
    return Shrinker(network, options).run();
}

}  // namespace mho
