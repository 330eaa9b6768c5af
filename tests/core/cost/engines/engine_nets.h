// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/cost/component_file.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <string>

namespace mho::test {

/// A random convolution (groups, stride, dilation, unequal kernel and padding) followed by a linear layer; no values.
CompressedNetwork randomNetwork(RandomStream& random);

/// One convolution of `filters` x `channels` x `kernel` x `kernel` with `size` x `size` output pixels, stride 1.
CompressedNetwork oneLayer(std::int64_t filters, std::int64_t channels, std::int64_t kernel, std::int64_t size,
                           std::int64_t groups = 1);

/// Drops kernel positions of blocks of `filters` x `channels` (within groups), each with this probability.
LayerMask blockPunched(const WeightLayer& layer, std::int64_t filters, std::int64_t channels, double dropped,
                       RandomStream& random);

/// Keeps each weight with this probability.
LayerMask randomMask(const WeightLayer& layer, double kept, RandomStream& random);

/// The file of a shipped engine, to change constants of.
ComponentFile engineFile(const std::string& name);
void set(ComponentFile& file, const std::string& constant, double value);

}  // namespace mho::test
