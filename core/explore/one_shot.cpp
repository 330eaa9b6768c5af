// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/one_shot.h"

#include "core/base/random.h"
#include "core/compress/masked_network.h"
#include "core/data/held_out.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {
namespace {

constexpr std::uint64_t kPickStream = 0x7069636b;  // "pick"

/// `count` of `from`, at random and ascending.
std::vector<std::uint32_t> picked(const std::vector<std::uint32_t>& from, std::int64_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> order = RandomStream({seed, kPickStream}).permutation(from.size());
    order.resize(static_cast<std::size_t>(count));
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> result;
    result.reserve(order.size());
    for (const std::uint32_t at : order) {
        result.push_back(from[at]);
    }
    return result;
}

std::shared_ptr<const ImageSet> subset(const ImageSet& images, const std::vector<std::uint32_t>& indices)
{
    auto part = std::make_shared<ImageSet>();
    part->imageShape = images.imageShape;
    part->classes = images.classes;
    for (const std::uint32_t index : indices) {
        const std::uint8_t* first = images.image(index);
        part->pixels.insert(part->pixels.end(), first, first + images.imageSize());
        part->labels.push_back(images.labels[index]);
    }
    return part;
}

[[noreturn]] void throwCancelled()
{
    throw Error(ErrorCode::Cancelled, MHO_TEXT("The sensitivity measurement was cancelled; the same call goes on where it was left"));
}

}  // namespace

Network oneShotNetwork(const CompressedNetwork& compressed)
{
    Network network = maskedNetwork(compressed);
    for (std::size_t at = 0; at < compressed.layers.size(); ++at) {
        const CompressedLayer& layer = compressed.layers[at];
        if (layer.levels) {
            const Shape shape = network.nodes()[layer.layer.node].parameter("weight")->shape();
            network.setParameter(layer.layer.node, "weight", Tensor(shape, compressed.weights(at)));
        }
    }
    return network;
}

OneShotJudge::OneShotJudge(const DataSet& data, const SensitivityOptions& options, const ExecutionOptions& execution)
    : data_(data), recovery_(data), options_(options), execution_(execution.resolved())
{
    const auto others = std::max(options.recalibrationImages, options.recoveryImages);
    const auto all = static_cast<std::int64_t>(data.train->count());
    if (2 * options.images > all || others > all - options.images) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("%1 held-out images and %2 others were asked for, the training set has %3; hold out at most half of it"),
                    {std::to_string(options.images), std::to_string(others), std::to_string(all)}, data.name);
    }
    const TrainingSplit split = splitTraining(data.train->count(), options.seed, static_cast<std::size_t>(options.images));
    heldOut_ = split.heldOut;
    recalibration_ = picked(split.train, options.recalibrationImages, options.seed);
    recovery_.train = subset(*data.train, picked(split.train, options.recoveryImages, options.seed));
}

Evaluation OneShotJudge::judge(const CompressedNetwork& compressed, const ProgressCallback& progress) const
{
    const auto session = learner().open(oneShotNetwork(compressed), execution_);
    if (options_.recoveryImages > 0) {
        recover(*session, compressed, progress);
    }
    if (options_.recalibrationImages > 0 &&
        session->recalibrate(*data_.train, data_.normalization, recalibration_, progress) != Verdict::Continue) {
        throwCancelled();
    }
    const Evaluation result = session->evaluate(*data_.train, data_.normalization, heldOut_, progress);
    if (result.cancelled) {
        throwCancelled();
    }
    return result;
}

void OneShotJudge::recover(LearnSession& session, const CompressedNetwork& compressed, const ProgressCallback& progress) const
{
    TrainingTerms terms;
    for (const CompressedLayer& layer : compressed.layers) {
        terms.masks.emplace_back(layer.mask);
        terms.frozen.push_back(layer.levels ? 1 : 0);
    }
    TrainingOptions training = options_.recovery;
    training.epochs = 1;
    training.seed = options_.seed;
    const Verdict verdict =
        session.train(recovery_, training, terms, [](const EpochReport&) { return Verdict::Continue; }, progress);
    if (verdict != Verdict::Continue) {
        throwCancelled();
    }
}

}  // namespace mho
