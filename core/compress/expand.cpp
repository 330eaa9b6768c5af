// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/compress/index_maps.h"
#include "core/compress/masked_network.h"
#include "core/compress/shrink.h"
#include "core/network/network_json.h"

#include <algorithm>

namespace mho {
namespace {

std::vector<float> valuesOrNeutral(const Parameter& parameter)
{
    if (parameter.tensor.hasValues()) {
        return {parameter.tensor.values().begin(), parameter.tensor.values().end()};
    }
    const float neutral = parameter.role == "scale" || parameter.role == "variance" ? 1.0F : 0.0F;
    return std::vector<float>(static_cast<std::size_t>(parameter.tensor.size()), neutral);
}

/// Channels of a trained parameter whose value is still the one that shrinking gave it keep the original's to the bit.
void takeOut(const ShrunkNetwork::Fold& fold, const std::vector<std::int64_t>& channels, const Network& small,
             const Network& trained, std::vector<float>& values)
{
    const auto given = small.nodes()[fold.node].parameter(fold.role)->values();
    const auto now = trained.nodes()[fold.node].parameter(fold.role)->values();
    for (std::size_t i = 0; i < channels.size(); ++i) {
        if (now[i] != given[i]) {
            values[static_cast<std::size_t>(channels[i])] = static_cast<float>(static_cast<double>(now[i]) - fold.amount[i]);
        }
    }
}

}  // namespace

Network ShrunkNetwork::expand(const Network& trained) const
{
    const Network& small = *compressed.network;
    Network unnamed = trained;
    unnamed.setName(small.name());
    if (networkToJson(unnamed) != networkToJson(small) || !trained.hasWeights()) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The network to put back has other layers than the small network, or no weights"), {},
                    trained.name());
    }
    Network result = *original->network;
    std::size_t layer = 0;
    for (NodeId id = 1; id < result.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = result.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            std::vector<float> values = valuesOrNeutral(parameter);
            const float* from = trained.nodes()[id].parameter(parameter.role)->values().data();
            const auto fold = std::find_if(folds.begin(), folds.end(),
                                           [&](const Fold& f) { return f.node == id && f.role == parameter.role; });
            if (parameter.role == "weight") {
                const KeptMatrix& matrix = layers[layer];
                index_maps::scatter(from, original->layers[layer].layer.columns, matrix.rows, matrix.columns, values.data());
            } else if (fold != folds.end()) {
                takeOut(*fold, channels[id], small, trained, values);
            } else {
                index_maps::scatter(from, 1, channels[id], {0}, values.data());
            }
            result.setParameter(id, parameter.role, Tensor(Shape(parameter.tensor.shape()), std::move(values)));
        }
        layer += result.nodes()[id].parameter("weight") != nullptr ? 1 : 0;
    }
    CompressedNetwork masked = *original;
    masked.network = std::make_shared<const Network>(std::move(result));
    return maskedNetwork(masked);
}

}  // namespace mho
