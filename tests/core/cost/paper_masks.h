// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"

#include <cstdint>
#include <string>

namespace mho::test {

/// Structured masks of a wanted ratio over convolution weights, made without weights: the first filters and the first live
/// columns of each layer stay. The papers publish ratios, not masks; counts of arrays depend only on how many stay where.

/// Every convolution keeps the same share of its filters, its columns follow. Layers after the last convolution keep theirs.
CompressedNetwork uniformFilters(const std::string& zooName, double ratio);

/// Filters in whole multiples of `filtersPerArray`, columns in whole multiples of `rows` (or all of them): starting from one
/// array a layer, the layer that keeps the smallest share grows by one array's filters or columns until the ratio is met; the
/// last step is cut to meet it to the column.
CompressedNetwork roundedToArrays(const std::string& zooName, double ratio, std::int64_t rows, std::int64_t filtersPerArray);

/// Gives all layers levels of so many bits, sign included.
void setLevelBits(CompressedNetwork& network, int bits);

}  // namespace mho::test
