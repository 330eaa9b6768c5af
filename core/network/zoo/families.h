// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

/// The makers of the zoo's networks, one file per family. Node names are those of the public state dicts
/// (torchvision, akamaster/pytorch_resnet_cifar10), so that their weights match by name.
namespace mho::zoo_families {

Network lenet5();
Network convnetCifar10();
Network cnn3Mnist();
Network alexnet();
Network vgg8();
Network vgg16Cifar10();
Network vgg16ImageNet();
Network resnet18Cifar10();
Network resnet18ImageNet();
Network resnet50ImageNet();
Network resnet20Cifar10();

/// A square convolution without bias.
inline Convolution convolution(std::int64_t filters, std::int64_t kernel, std::int64_t stride = 1, std::int64_t pad = 0, bool bias = false)
{
    return {.filters = filters, .kernel = {kernel, kernel}, .stride = {stride, stride}, .pads = {pad, pad, pad, pad}, .dilation = {}, .groups = 1, .bias = bias};
}

inline Pool maxPool(std::int64_t kernel, std::int64_t stride, std::int64_t pad = 0)
{
    return {.kind = PoolKind::Max, .kernel = {kernel, kernel}, .stride = {stride, stride}, .pads = {pad, pad, pad, pad}};
}

}  // namespace mho::zoo_families
