// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo/families.h"

#include <array>

namespace mho::zoo_families {
namespace {

enum class Shortcut { Projection, Pad };

/// He et al., CVPR 2016. Names as torchvision's and akamaster's state dicts.
class Builder {
public:
    explicit Builder(Network network) : network_(std::move(network)) {}

    void stem(std::int64_t width, bool imageNet)
    {
        network_.add("conv1", imageNet ? convolution(width, 7, 2, 3) : convolution(width, 3, 1, 1));
        network_.add("bn1", BatchNorm{});
        last_ = network_.add("relu", Activation{});
        if (imageNet) {
            last_ = network_.add("maxpool", maxPool(3, 2, 1));
        }
        channels_ = width;
    }

    void stage(int number, int blocks, std::int64_t width, std::int64_t stride, Shortcut shortcut, bool bottleneck)
    {
        for (int block = 0; block < blocks; ++block) {
            const std::string prefix = "layer" + std::to_string(number) + "." + std::to_string(block);
            const std::int64_t blockStride = block == 0 ? stride : 1;
            const std::int64_t out = bottleneck ? 4 * width : width;
            const NodeId input = last_;
            NodeId path = bottleneck ? bottleneckPath(prefix, input, width, blockStride) : basicPath(prefix, input, width, blockStride);
            NodeId skip = input;
            if (blockStride != 1 || channels_ != out) {
                skip = skipPath(prefix, input, out, blockStride, shortcut);
            }
            network_.add(prefix + ".add", Add{}, {path, skip});
            last_ = network_.add(prefix + ".relu", Activation{});
            channels_ = out;
        }
    }

    Network finish(const std::string& classifier, std::int64_t classes)
    {
        network_.add("avgpool", GlobalAveragePool{}, {last_});
        network_.add("flatten", Flatten{});
        network_.add(classifier, Linear{.features = classes});
        return network_;
    }

private:
    NodeId normalized(const std::string& prefix, const std::string& number, const Convolution& op, NodeId input)
    {
        network_.add(prefix + ".conv" + number, op, {input});
        return network_.add(prefix + ".bn" + number, BatchNorm{});
    }
    NodeId activated(const std::string& prefix, const std::string& number, const Convolution& op, NodeId input)
    {
        normalized(prefix, number, op, input);
        return network_.add(prefix + ".relu" + number, Activation{});
    }
    NodeId basicPath(const std::string& prefix, NodeId input, std::int64_t width, std::int64_t stride)
    {
        const NodeId inner = activated(prefix, "1", convolution(width, 3, stride, 1), input);
        return normalized(prefix, "2", convolution(width, 3, 1, 1), inner);
    }
    /// The stride stands at the 3x3 convolution, as in torchvision.
    NodeId bottleneckPath(const std::string& prefix, NodeId input, std::int64_t width, std::int64_t stride)
    {
        const NodeId first = activated(prefix, "1", convolution(width, 1), input);
        const NodeId second = activated(prefix, "2", convolution(width, 3, stride, 1), first);
        return normalized(prefix, "3", convolution(4 * width, 1), second);
    }
    NodeId skipPath(const std::string& prefix, NodeId input, std::int64_t out, std::int64_t stride, Shortcut shortcut)
    {
        if (shortcut == Shortcut::Pad) {
            return network_.add(prefix + ".shortcut", PadShortcut{.stride = stride, .channels = out}, {input});
        }
        network_.add(prefix + ".downsample.0", convolution(out, 1, stride), {input});
        return network_.add(prefix + ".downsample.1", BatchNorm{});
    }

    Network network_;
    NodeId last_ = 0;
    std::int64_t channels_ = 0;
};

Network fourStages(Network shell, const std::array<int, 4>& blocks, bool imageNet, bool bottleneck, std::int64_t classes)
{
    Builder builder(std::move(shell));
    builder.stem(64, imageNet);
    std::int64_t width = 64;
    for (int stage = 0; stage < 4; ++stage) {
        builder.stage(stage + 1, blocks.at(static_cast<std::size_t>(stage)), width, stage == 0 ? 1 : 2, Shortcut::Projection, bottleneck);
        width *= 2;
    }
    return builder.finish("fc", classes);
}

}  // namespace

Network resnet18Cifar10()
{
    return fourStages(Network("resnet18-cifar10", {3, 32, 32}), {2, 2, 2, 2}, false, false, 10);
}

Network resnet18ImageNet()
{
    return fourStages(Network("resnet18-imagenet", {3, 224, 224}), {2, 2, 2, 2}, true, false, 1000);
}

Network resnet50ImageNet()
{
    return fourStages(Network("resnet50-imagenet", {3, 224, 224}), {3, 4, 6, 3}, true, true, 1000);
}

Network resnet20Cifar10()
{
    Builder builder(Network("resnet20-cifar10", {3, 32, 32}));
    builder.stem(16, false);
    builder.stage(1, 3, 16, 1, Shortcut::Pad, false);
    builder.stage(2, 3, 32, 2, Shortcut::Pad, false);
    builder.stage(3, 3, 64, 2, Shortcut::Pad, false);
    return builder.finish("linear", 10);
}

}  // namespace mho::zoo_families
