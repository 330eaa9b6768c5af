// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/torch/batch.h"

#include "core/base/error.h"

#include <algorithm>

namespace mho {

torch::Tensor batchTensor(const ImageSet& set, const Normalization& normalization, const Augmentation& augmentation,
                          std::span<const std::uint32_t> indices, const BatchOptions& options)
{
    std::vector<std::int64_t> shape{static_cast<std::int64_t>(indices.size())};
    shape.insert(shape.end(), set.imageShape.begin(), set.imageShape.end());
    torch::Tensor images = torch::empty(shape, torch::kFloat32);
    fillBatch(set, normalization, augmentation, indices, options, images.data_ptr<float>());
    return images;
}

torch::Tensor labelTensor(const ImageSet& set, std::span<const std::uint32_t> indices)
{
    torch::Tensor labels = torch::empty({static_cast<std::int64_t>(indices.size())}, torch::kInt64);
    std::transform(indices.begin(), indices.end(), labels.data_ptr<std::int64_t>(),
                   [&](std::uint32_t index) { return static_cast<std::int64_t>(set.labels[index]); });
    return labels;
}

void checkImages(const Network& network, const ImageSet& images)
{
    if (images.imageShape != network.inputShape()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The images are %1 but the network takes %2; choose a data set that fits"),
                    {shapeText(images.imageShape), shapeText(network.inputShape())}, network.name());
    }
    if (images.classes > elementCount(network.outputShape())) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The data set has %1 classes but the network tells only %2 apart"),
                    {std::to_string(images.classes), std::to_string(elementCount(network.outputShape()))}, network.name());
    }
}

}  // namespace mho
