// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/run_images.h"

#include "core/base/parallel.h"
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/reference_product.h"

#include <algorithm>
#include <cassert>

namespace mho {
namespace {

/// Floats of feature maps that a group of images may take.
constexpr std::int64_t kMostFloats = std::int64_t{1} << 25;
constexpr std::size_t kMostGroup = 64;
/// Groups of images between two polls.
constexpr std::size_t kGroupsAtOnce = 16;

}  // namespace

std::vector<float> runImages(const CompressedNetwork& network, std::span<const float> images, std::size_t count,
                             const ProgressCallback& poll)
{
    assert(network.network->hasWeights());
    const auto inputSize = static_cast<std::size_t>(elementCount(network.network->inputShape()));
    const auto outputSize = static_cast<std::size_t>(elementCount(network.network->outputShape()));
    assert(images.size() == count * inputSize);
    const Executor executor(network);
    const FloatProduct product(network);
    const std::size_t group = std::clamp<std::size_t>(
        static_cast<std::size_t>(kMostFloats / std::max<std::int64_t>(1, executor.mostFloatsPerImage())), 1, kMostGroup);
    std::vector<float> outputs(count * outputSize);
    for (std::size_t start = 0; start < count; start += kGroupsAtOnce * group) {
        const std::size_t now = std::min(kGroupsAtOnce * group, count - start);
        const std::size_t groups = (now + group - 1) / group;
        parallelFor(groups, 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::size_t first = start + i * group;
                const std::size_t size = std::min(group, start + now - first);
                const std::vector<float> result =
                    executor.run(product, images.subspan(first * inputSize, size * inputSize), size, first);
                std::copy(result.begin(), result.end(), outputs.begin() + static_cast<std::ptrdiff_t>(first * outputSize));
            }
        });
        Progress progress;
        progress.stage = "Images";
        progress.stageFraction = progress.totalFraction = static_cast<double>(start + now) / static_cast<double>(count);
        if (poll(progress) != Verdict::Continue) {
            return {};
        }
    }
    return outputs;
}

}  // namespace mho
