// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo/families.h"

namespace mho::zoo_families {

/// torchvision's one-tower AlexNet (Krizhevsky 2014); its 6x6 adaptive pooling is the identity at 224x224.
Network alexnet()
{
    Network network("alexnet", {3, 224, 224});
    network.add("features.0", convolution(64, 11, 4, 2, true));
    network.add("features.1", Activation{});
    network.add("features.2", maxPool(3, 2));
    network.add("features.3", convolution(192, 5, 1, 2, true));
    network.add("features.4", Activation{});
    network.add("features.5", maxPool(3, 2));
    network.add("features.6", convolution(384, 3, 1, 1, true));
    network.add("features.7", Activation{});
    network.add("features.8", convolution(256, 3, 1, 1, true));
    network.add("features.9", Activation{});
    network.add("features.10", convolution(256, 3, 1, 1, true));
    network.add("features.11", Activation{});
    network.add("features.12", maxPool(3, 2));
    network.add("flatten", Flatten{});
    network.add("classifier.0", Dropout{});
    network.add("classifier.1", Linear{.features = 4096});
    network.add("classifier.2", Activation{});
    network.add("classifier.3", Dropout{});
    network.add("classifier.4", Linear{.features = 4096});
    network.add("classifier.5", Activation{});
    network.add("classifier.6", Linear{.features = 1000});
    return network;
}

}  // namespace mho::zoo_families
