// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo.h"

#include "core/base/error.h"
#include "core/network/zoo/families.h"

namespace mho {

const std::vector<ZooEntry>& zoo()
{
    using namespace zoo_families;
    static const std::vector<ZooEntry> entries{
        {"lenet5", MHO_TEXT("LeNet-5, 20-50-500-10, for 28x28 digits (Caffe's layout with a ReLU after each layer)"), lenet5},
        {"convnet-cifar10", MHO_TEXT("ConvNet of S0 and S1: 4 convolutions and a linear layer; widths are ours"), convnetCifar10},
        {"cnn3-mnist", MHO_TEXT("Three 3x3 convolutions without pooling and two linear layers for 28x28 digits (an example of burn, tracel-ai)"), cnn3Mnist},
        {"alexnet", MHO_TEXT("AlexNet for ImageNet, torchvision's one-tower form"), alexnet},
        {"vgg8", MHO_TEXT("VGG-8 of NeuroSim for 32x32 images"), vgg8},
        {"vgg16-cifar10", MHO_TEXT("VGG-16 with batch norm and one linear layer for CIFAR-10"), vgg16Cifar10},
        {"vgg16-imagenet", MHO_TEXT("VGG-16 for ImageNet (Simonyan and Zisserman 2015, configuration D)"), vgg16ImageNet},
        {"resnet18-cifar10", MHO_TEXT("ResNet-18 with a 3x3 stem for CIFAR-10"), resnet18Cifar10},
        {"resnet18-imagenet", MHO_TEXT("ResNet-18 for ImageNet (He et al. 2016)"), resnet18ImageNet},
        {"resnet50-imagenet", MHO_TEXT("ResNet-50 for ImageNet, stride at the 3x3 convolutions (torchvision)"), resnet50ImageNet},
        {"resnet20-cifar10", MHO_TEXT("ResNet-20 for CIFAR-10 with option A shortcuts (He et al. 2016, section 4.2)"), resnet20Cifar10},
    };
    return entries;
}

Network makeZooNetwork(std::string_view name)
{
    std::string names;
    for (const ZooEntry& entry : zoo()) {
        if (entry.name == name) {
            return entry.make();
        }
        names += (names.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no zoo network \"%1\"; there are: %2"), {std::string(name), names});
}

}  // namespace mho
