// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/layer_speed.h"

#include "core/cost/engines/sparse_accelerator.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace mho {
namespace {

CompressedLayer unpruned(const CompressedLayer& layer)
{
    return {layer.layer, LayerMask::dense(layer.layer.filters, layer.layer.columns), layer.levels};
}

}  // namespace

LayerSpeed::LayerSpeed(std::shared_ptr<const Network> network, const Engine& engine)
    : network_(std::move(network)), engine_(engine), sparse_(dynamic_cast<const SparseAccelerator*>(&engine))
{
}

double LayerSpeed::denseS(const CompressedLayer& layer) const
{
    if (sparse_ != nullptr) {
        return static_cast<double>(sparse_->denseCycles(layer.layer)) / sparse_->options().clockHz;
    }
    return price(unpruned(layer)).latencyS;
}

double LayerSpeed::prunedS(const CompressedLayer& layer) const
{
    if (sparse_ != nullptr) {
        return static_cast<double>(sparse_->sparseCycles(layer)) / sparse_->options().clockHz;
    }
    return price(layer).latencyS;
}

double LayerSpeed::restS(const CompressedLayer& layer) const
{
    return sparse_ != nullptr ? std::min(denseS(layer), prunedS(layer)) : price(layer).latencyS;
}

double LayerSpeed::irregularS(const WeightLayer& layer, std::int64_t kept) const
{
    assert(countsIrregular());
    return static_cast<double>(sparse_->sparseCycles(layer, kept)) / sparse_->options().clockHz;
}

LayerStorage LayerSpeed::denseStorage(const CompressedLayer& layer) const
{
    const EngineLayer priced = price(unpruned(layer));
    return {priced.weightBits, sparse_ != nullptr ? 0 : priced.indexBits};
}

LayerStorage LayerSpeed::prunedStorage(const CompressedLayer& layer) const
{
    const EngineLayer priced = price(layer);
    return {priced.weightBits, priced.indexBits};
}

LayerStorage LayerSpeed::restStorage(const CompressedLayer& layer) const
{
    return sparse_ != nullptr && denseS(layer) <= prunedS(layer) ? denseStorage(layer) : prunedStorage(layer);
}

EngineLayer LayerSpeed::price(const CompressedLayer& layer) const
{
    return engine_.price({network_, {layer}}).layers.front();
}

}  // namespace mho
