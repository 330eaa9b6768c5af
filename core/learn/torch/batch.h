// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"
#include "core/network/network.h"

#include <torch/torch.h>

#include <span>

namespace mho {

/// Normalised images {indices.size(), C, H, W} on the host.
torch::Tensor batchTensor(const ImageSet& set, const Normalization& normalization, const Augmentation& augmentation,
                          std::span<const std::uint32_t> indices, const BatchOptions& options);

/// Their labels as int64 {indices.size()}.
torch::Tensor labelTensor(const ImageSet& set, std::span<const std::uint32_t> indices);

/// Throws Error InvalidArgument when the images' shape or classes do not fit the network.
void checkImages(const Network& network, const ImageSet& images);

}  // namespace mho
