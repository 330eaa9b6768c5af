// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/phrase.h"
#include "core/io/safetensors.h"
#include "core/network/network.h"

#include <optional>
#include <span>

namespace mho {

/// A network that was told from the shapes of weights alone, which say nothing of activations, pooling and the size of images.
struct InferredNetwork {
    Network network;  ///< Shapes only; its nodes have the tensors' names.
    Phrase assumed;   ///< A sentence on what no weight says: the order of layers, activations, images, padding and pooling.
};

/// A plain chain of convolutions and linear layers, batch norms between a layer and its activation, in the order of the tensors; where
/// that is the alphabet's, in that of their names with numbers as numbers, convolutions first. Assumed are a ReLU behind each layer but
/// the last, strides of 1, images usual for the channels (1: 28 or 32 pixels; 3: 32, 64 or 224), all convolutions either without padding
/// or with outputs as large as their inputs, and 2x2 max pooling behind each of them or behind none. Nothing where tensors are of another
/// kind or an extent is 0 or above 2^24, there are more than 1000 layers and norms, no such chain leads to the size of the first linear
/// layer, or more than one does.
MHO_API std::optional<InferredNetwork> inferNetwork(std::span<const NamedTensor> tensors);

}  // namespace mho
