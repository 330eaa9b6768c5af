// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo/families.h"

namespace mho::zoo_families {

Network lenet5()
{
    Network network("lenet5", {1, 28, 28});
    network.add("conv1", convolution(20, 5, 1, 0, true));
    network.add("relu1", Activation{});
    network.add("pool1", maxPool(2, 2));
    network.add("conv2", convolution(50, 5, 1, 0, true));
    network.add("relu2", Activation{});
    network.add("pool2", maxPool(2, 2));
    network.add("flatten", Flatten{});
    network.add("fc1", Linear{.features = 500});
    network.add("relu3", Activation{});
    network.add("fc2", Linear{.features = 10});
    return network;
}

/// The kernel (5x5) and widths 32, 48, 48, 48 are ours: S0 and S1 give only "4 convolutions and a linear layer" and 102.30K
/// weights removed at 2.93x, which means about 155,300 convolution weights; these are 156,000 (0.5 % above).
Network convnetCifar10()
{
    Network network("convnet-cifar10", {3, 32, 32});
    const std::int64_t widths[4] = {32, 48, 48, 48};
    for (int i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i + 1);
        network.add("conv" + number, convolution(widths[i], 5, 1, 2));
        network.add("norm" + number, BatchNorm{});
        network.add("relu" + number, Activation{});
        if (i != 0) {
            network.add("pool" + number, maxPool(2, 2));
        }
    }
    network.add("flatten", Flatten{});
    network.add("fc", Linear{.features = 10});
    return network;
}

/// As in burn's example of weights from PyTorch (tracel-ai/burn); its dropouts do nothing after training, and its LogSoftmax changes no order.
Network cnn3Mnist()
{
    Network network("cnn3-mnist", {1, 28, 28});
    network.add("conv1", convolution(8, 3, 1, 0, true));
    network.add("relu1", Activation{});
    network.add("conv2", convolution(16, 3, 1, 0, true));
    network.add("relu2", Activation{});
    network.add("conv3", convolution(24, 3, 1, 0, true));
    network.add("relu3", Activation{});
    network.add("norm1", BatchNorm{});
    network.add("flatten", Flatten{});
    network.add("fc1", Linear{.features = 32});
    network.add("relu4", Activation{});
    network.add("fc2", Linear{.features = 10});
    network.add("norm2", BatchNorm{});
    return network;
}

}  // namespace mho::zoo_families
