// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo/families.h"

#include <vector>

namespace mho::zoo_families {
namespace {

constexpr std::int64_t kPool = 0;
const std::vector<std::int64_t> kVgg16{64,  64,  kPool, 128, 128, kPool, 256, 256, 256,
                                       kPool, 512, 512, 512, kPool, 512, 512, 512, kPool};

/// torchvision's numbering: every module of the sequence counts, so weights match by name.
void addFeatures(Network& network, const std::vector<std::int64_t>& widths, bool batchNorm, bool bias)
{
    int number = 0;
    const auto name = [&number] { return "features." + std::to_string(number++); };
    for (const std::int64_t width : widths) {
        if (width == kPool) {
            network.add(name(), maxPool(2, 2));
            continue;
        }
        network.add(name(), convolution(width, 3, 1, 1, bias));
        if (batchNorm) {
            network.add(name(), BatchNorm{});
        }
        network.add(name(), Activation{});
    }
    network.add("flatten", Flatten{});
}

}  // namespace

Network vgg16Cifar10()
{
    Network network("vgg16-cifar10", {3, 32, 32});
    addFeatures(network, kVgg16, true, false);
    network.add("classifier", Linear{.features = 10});
    return network;
}

Network vgg16ImageNet()
{
    Network network("vgg16-imagenet", {3, 224, 224});
    addFeatures(network, kVgg16, false, true);
    network.add("classifier.0", Linear{.features = 4096});
    network.add("classifier.1", Activation{});
    network.add("classifier.2", Dropout{});
    network.add("classifier.3", Linear{.features = 4096});
    network.add("classifier.4", Activation{});
    network.add("classifier.5", Dropout{});
    network.add("classifier.6", Linear{.features = 1000});
    return network;
}

/// NeuroSim's VGG-8.
Network vgg8()
{
    Network network("vgg8", {3, 32, 32});
    addFeatures(network, {128, 128, kPool, 256, 256, kPool, 512, 512, kPool}, false, false);
    network.add("classifier.0", Linear{.features = 1024});
    network.add("classifier.1", Activation{});
    network.add("classifier.2", Linear{.features = 10});
    return network;
}

}  // namespace mho::zoo_families
