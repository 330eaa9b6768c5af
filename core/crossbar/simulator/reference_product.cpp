// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/reference_product.h"

#include <Eigen/Core>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace mho {
namespace {

/// Of a matrix product. Always the whole width, so that Eigen sums in one order whatever the number of images.
constexpr std::size_t kWidth = 256;

template <typename T>
using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// output = weights * patches * scale, group by group.
template <typename Input, typename T>
void multiplyPatches(const PatchGeometry& geometry, const Input* input, std::size_t images, const std::vector<T>& weights,
                     double scale, std::span<float> output)
{
    const auto positions = static_cast<std::size_t>(geometry.positions());
    const std::int64_t perGroup = geometry.filters / geometry.groups;
    const std::int64_t columns = geometry.columns();
    Matrix<T> patches(columns, kWidth);
    Matrix<T> product(perGroup, kWidth);
    std::vector<Input> row(kWidth);
    for (std::int64_t group = 0; group < geometry.groups; ++group) {
        const Eigen::Map<const Matrix<T>> matrix(weights.data() + group * perGroup * columns, perGroup, columns);
        for (std::size_t first = 0; first < images * positions; first += kWidth) {
            const std::size_t count = std::min(kWidth, images * positions - first);
            patches.setZero();
            for (std::int64_t column = 0; column < columns; ++column) {
                gatherRow(geometry, input, group, column, first, count, row.data());
                std::copy_n(row.begin(), count, patches.row(column).data());
            }
            product.noalias() = matrix * patches;
            for (std::int64_t filter = 0; filter < perGroup; ++filter) {
                for (std::size_t i = 0; i < count; ++i) {
                    const std::size_t image = (first + i) / positions;
                    const std::size_t at = (image * static_cast<std::size_t>(geometry.filters) +
                                            static_cast<std::size_t>(group * perGroup + filter)) *
                                               positions +
                                           (first + i) % positions;
                    output[at] = static_cast<float>(static_cast<double>(product(filter, static_cast<Eigen::Index>(i))) * scale);
                }
            }
        }
    }
}

std::vector<PatchGeometry> geometriesOf(const CompressedNetwork& network)
{
    std::vector<PatchGeometry> geometries;
    for (const CompressedLayer& layer : network.layers) {
        geometries.push_back(patchGeometry(*network.network, layer.layer.node));
    }
    return geometries;
}

}  // namespace

FloatProduct::FloatProduct(const CompressedNetwork& network) : geometries_(geometriesOf(network))
{
    for (std::size_t layer = 0; layer < network.layers.size(); ++layer) {
        weights_.push_back(network.weights(layer));
    }
}

void FloatProduct::multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t /*firstImage*/,
                            std::span<float> output) const
{
    multiplyPatches(geometries_[layer], input.data(), images, weights_[layer], 1.0, output);
}

IntegerProduct::IntegerProduct(const CompressedNetwork& network, std::vector<InputFormat> formats,
                               const std::vector<IntegerWeights>& weights)
    : geometries_(geometriesOf(network)), formats_(std::move(formats))
{
    for (std::size_t layer = 0; layer < weights.size(); ++layer) {
        weights_.emplace_back(weights[layer].values.begin(), weights[layer].values.end());
        scales_.push_back(weights[layer].unit * formats_[layer].scale);
    }
}

void IntegerProduct::multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t /*firstImage*/,
                              std::span<float> output) const
{
    const InputFormat& format = formats_[layer];
    assert(static_cast<double>(format.highest()) * 131072.0 * static_cast<double>(geometries_[layer].columns()) < 9.0e15);
    std::vector<std::uint16_t> patterns(input.size());
    format.quantize(input, patterns.data());
    std::vector<double> values(input.size());
    std::transform(patterns.begin(), patterns.end(), values.begin(),
                   [&](std::uint16_t pattern) { return static_cast<double>(format.valueOf(pattern)); });
    multiplyPatches(geometries_[layer], values.data(), images, weights_[layer], scales_[layer], output);
}

double ActivationRange::percentile(double percent) const
{
    std::int64_t all = 0;
    for (const std::int64_t count : magnitudes) {
        all += count;
    }
    const double wanted = percent / 100.0 * static_cast<double>(all);
    std::int64_t reached = 0;
    for (std::size_t bin = 0; bin < magnitudes.size(); ++bin) {
        reached += magnitudes[bin];
        if (static_cast<double>(reached) >= wanted) {
            return binTop * static_cast<double>(bin + 1) / static_cast<double>(magnitudes.size());
        }
    }
    return binTop;
}

void RangeRecorder::multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                             std::span<float> output) const
{
    float lowest = 0.0F;
    float highest = 0.0F;
    for (const float value : input) {
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
    }
    {
        const std::lock_guard lock(mutex_);
        ActivationRange& range = ranges_[layer];
        range.lowest = std::min(range.lowest, static_cast<double>(lowest));
        range.largest = std::max({range.largest, static_cast<double>(highest), -static_cast<double>(lowest)});
        if (range.binTop > 0.0) {
            for (const float value : input) {
                const double place = std::abs(static_cast<double>(value)) / range.binTop * static_cast<double>(kBins);
                ++range.magnitudes[std::min(kBins - 1, static_cast<std::size_t>(place))];
            }
        }
    }
    product_.multiply(layer, input, images, firstImage, output);
}

void RangeRecorder::startCounting()
{
    for (ActivationRange& range : ranges_) {
        range.binTop = range.largest;
        range.magnitudes.assign(kBins, 0);
    }
}

}  // namespace mho
