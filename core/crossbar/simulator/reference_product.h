// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/input_format.h"
#include "core/crossbar/simulator/integer_weights.h"
#include "core/crossbar/simulator/patches.h"

#include <mutex>
#include <vector>

namespace mho {

/// The layers as the compressed network has them (masks and levels), in float32.
class MHO_API FloatProduct final : public LayerProduct {
public:
    explicit FloatProduct(const CompressedNetwork& network);
    void multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                  std::span<float> output) const override;

private:
    std::vector<PatchGeometry> geometries_;
    std::vector<std::vector<float>> weights_;
};

/// The integer reference: inputs and weights of the simulation as whole numbers, multiplied exactly, without crossbars.
class MHO_API IntegerProduct final : public LayerProduct {
public:
    /// One format and one set of weights a layer.
    IntegerProduct(const CompressedNetwork& network, std::vector<InputFormat> formats,
                   const std::vector<IntegerWeights>& weights);
    void multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                  std::span<float> output) const override;

private:
    std::vector<PatchGeometry> geometries_;
    std::vector<InputFormat> formats_;
    std::vector<std::vector<double>> weights_;  ///< Doubles hold all sums exactly: |sum| < 2^53 (asserted).
    std::vector<double> scales_;                ///< Weight unit * input scale.
};

/// What a layer's inputs were on the images that passed.
struct ActivationRange {
    double lowest = 0.0;
    double largest = 0.0;                  ///< max |x|
    std::vector<std::int64_t> magnitudes;  ///< Counts of |x| in equal bins over 0..`binTop`, once binTop is set.
    double binTop = 0.0;

    /// Upper edge of the bin in which `percent` of the values are reached.
    double percentile(double percent) const;
};

/// Passes to another product and records the inputs' ranges. The record does not depend on the order of calls.
class MHO_API RangeRecorder final : public LayerProduct {
public:
    static constexpr std::size_t kBins = 4096;

    RangeRecorder(const LayerProduct& product, std::size_t layers) : product_(product), ranges_(layers) {}
    void multiply(std::size_t layer, std::span<const float> input, std::size_t images, std::uint64_t firstImage,
                  std::span<float> output) const override;
    /// From now on magnitudes are counted over what was the largest so far.
    void startCounting();
    const std::vector<ActivationRange>& ranges() const { return ranges_; }

private:
    const LayerProduct& product_;
    mutable std::mutex mutex_;
    mutable std::vector<ActivationRange> ranges_;
};

}  // namespace mho
