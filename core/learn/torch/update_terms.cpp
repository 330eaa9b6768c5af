// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/update_terms.h"

#include "core/network/dead_channels.h"

#include <algorithm>
#include <span>
#include <utility>

namespace mho {
namespace {

/// Builds the terms of all parameters.
class TermBuilder {
public:
    TermBuilder(const Executor& executor, const Network& network, const std::vector<WeightLayer>& layers,
                const TrainingOptions& options)
        : executor_(executor), network_(network), layers_(layers), updates_(executor.parameters().size())
    {
        for (std::size_t i = 0; i < updates_.size(); ++i) {
            updates_[i].weightDecay = executor_.parameters()[i].role == "weight" ? options.weightDecay : 0.0;
        }
    }

    void add(const Penalty& penalty)
    {
        const std::size_t index = weightOf(penalty.layer);
        torch::Tensor& sum = updates_[index].weightedTarget;
        if (!sum.defined()) {
            sum = torch::zeros(executor_.parameters()[index].value.sizes(), torch::kFloat32);
        }
        const std::span<const float> copy = penalty.copy.values();
        const std::span<const float> dual = penalty.dual.values();
        const auto rho = static_cast<float>(penalty.rho);
        float* to = sum.data_ptr<float>();
        for (std::size_t i = 0; i < copy.size(); ++i) {
            to[i] += rho * (dual.empty() ? copy[i] : copy[i] - dual[i]);
        }
        updates_[index].rhoSum += penalty.rho;
    }

    void prune(std::size_t layer, const LayerMask& mask)
    {
        const std::vector<std::uint8_t> kept = mask.expanded();
        bind(weightOf(layer), kept.size(), [&](std::size_t i) { return kept[i] != 0 ? Bound::Free : Bound::Pruned; });
        const auto k = static_cast<std::ptrdiff_t>(mask.columns.size());
        std::vector<std::uint8_t> dropped(mask.rows.size());
        for (std::size_t row = 0; row < dropped.size(); ++row) {
            const auto begin = kept.begin() + static_cast<std::ptrdiff_t>(row) * k;
            dropped[row] = std::find(begin, begin + k, 1) == begin + k ? 1 : 0;
        }
        silence(layer, dropped);
    }

    void hold(std::size_t layer, const std::vector<std::uint8_t>& held)
    {
        bind(weightOf(layer), held.size(), [&](std::size_t i) { return held[i] != 0 ? Bound::Held : Bound::Free; });
    }

    void sign(std::size_t layer, const std::vector<std::int8_t>& signs)
    {
        bind(weightOf(layer), signs.size(), [&](std::size_t i) {
            return signs[i] > 0 ? Bound::Positive : signs[i] < 0 ? Bound::Negative : Bound::Free;
        });
    }

    std::vector<UpdateTerms> take()
    {
        for (std::size_t i = 0; i < updates_.size(); ++i) {
            for (torch::Tensor* host : {&updates_[i].weightedTarget, &updates_[i].bounds}) {
                if (host->defined()) {
                    *host = likeParameter(i, *host);
                }
            }
        }
        return std::move(updates_);
    }

private:
    std::size_t weightOf(std::size_t layer) const
    {
        return static_cast<std::size_t>(executor_.indexOf(layers_[layer].node, "weight"));
    }

    /// On the parameter's device, its elements in the parameter's order of memory, so that both can be walked side by side.
    torch::Tensor likeParameter(std::size_t index, const torch::Tensor& host) const
    {
        const torch::Tensor& value = executor_.parameters()[index].value;
        return host.to(value.device()).contiguous(value.suggest_memory_format());
    }

    /// A bound that is set already stays: masks come first, then held weights, then signs.
    template <typename BoundOf>
    void bind(std::size_t index, std::size_t count, const BoundOf& boundOf)
    {
        UpdateTerms& update = updates_[index];
        if (!update.bounds.defined()) {
            update.bounds = torch::zeros(executor_.parameters()[index].value.sizes(), torch::kUInt8);
        }
        auto* bounds = update.bounds.data_ptr<std::uint8_t>();
        for (std::size_t i = 0; i < count; ++i) {
            const Bound bound = boundOf(i);
            if (bounds[i] == static_cast<std::uint8_t>(Bound::Free)) {
                bounds[i] = static_cast<std::uint8_t>(bound);
                update.prunesOnly = update.prunesOnly && (bound == Bound::Free || bound == Bound::Pruned);
            }
        }
    }

    /// The map of a filter that keeps no weight must be exactly zero (dead_channels.h): its bias and the batch norms behind it
    /// stay zero too.
    void silence(std::size_t layer, const std::vector<std::uint8_t>& dropped)
    {
        const auto silenceRole = [&](NodeId node, std::string_view role) {
            if (const int index = executor_.indexOf(node, role); index >= 0) {
                bind(static_cast<std::size_t>(index), dropped.size(),
                     [&](std::size_t row) { return dropped[row] != 0 ? Bound::Pruned : Bound::Free; });
            }
        };
        const NodeId node = layers_[layer].node;
        silenceRole(node, "bias");
        for (NodeId next = node + 1; next < network_.nodes().size(); ++next) {
            if (std::holds_alternative<BatchNorm>(network_.nodes()[next].operation) && layerOfNorm(network_, next) == node) {
                silenceRole(next, "scale");
                silenceRole(next, "shift");
            }
        }
    }

    const Executor& executor_;
    const Network& network_;
    const std::vector<WeightLayer>& layers_;
    std::vector<UpdateTerms> updates_;
};

}  // namespace

std::vector<UpdateTerms> updateTerms(const Executor& executor, const Network& network, const std::vector<WeightLayer>& layers,
                                     const TrainingOptions& options, const TrainingTerms& terms)
{
    const torch::NoGradGuard noGradient;
    TermBuilder builder(executor, network, layers, options);
    for (const Penalty& penalty : terms.penalties) {
        builder.add(penalty);
    }
    for (std::size_t layer = 0; layer < terms.masks.size(); ++layer) {
        if (terms.masks[layer]) {
            builder.prune(layer, *terms.masks[layer]);
        }
    }
    for (std::size_t layer = 0; layer < terms.held.size(); ++layer) {
        if (!terms.held[layer].empty()) {
            builder.hold(layer, terms.held[layer]);
        }
    }
    for (std::size_t layer = 0; layer < terms.signs.size(); ++layer) {
        if (!terms.signs[layer].empty()) {
            builder.sign(layer, terms.signs[layer]);
        }
    }
    return builder.take();
}

void applyMasks(Executor& executor, const std::vector<UpdateTerms>& updates)
{
    const torch::NoGradGuard noGradient;
    for (std::size_t i = 0; i < updates.size(); ++i) {
        if (updates[i].bounds.defined()) {
            // A fill, not a product: it also clears a NaN and never leaves -0.
            executor.parameters()[i].value.masked_fill_(updates[i].bounds.eq(static_cast<std::uint8_t>(Bound::Pruned)), 0.0);
        }
    }
}

}  // namespace mho
