// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/compressed_network.h"
#include "core/network/dead_channels.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mho {

/// The products of the weight layers; everything else is digital. Used by several threads at once.
class MHO_API LayerProduct {
public:
    virtual ~LayerProduct();
    /// @param layer index into CompressedNetwork::layers
    /// @param input images x input shape
    /// @param output images x output shape, the products without bias. Written.
    /// @param firstImage number of the batch's first image, so that random effects need not depend on batches
    virtual void multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                          std::span<float> output) const = 0;
};

/// Runs a network on a batch in float32: bias, batch norm, activations, pools and joins as PyTorch defines them for
/// inference, each image by itself. Channels that the masks leave dead are 0 (dead_channels.h), whatever their bias says.
class MHO_API Executor {
public:
    /// The network must have weights and outlive the object.
    explicit Executor(const CompressedNetwork& network);
    /// @param images count x input shape
    /// @return count x output shape
    std::vector<float> run(const LayerProduct& product, std::span<const float> images, std::size_t count,
                           std::uint64_t firstImage = 0) const;
    /// Floats that run() holds at most per image.
    std::int64_t mostFloatsPerImage() const { return mostFloats_; }

private:
    const CompressedNetwork& network_;
    DeadChannels dead_;
    std::vector<std::size_t> lastUse_;     ///< Per node: the last node that reads it.
    std::vector<std::size_t> layerIndex_;  ///< Per node: its weight layer.
    std::int64_t mostFloats_ = 0;
};

}  // namespace mho
