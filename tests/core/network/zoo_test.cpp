// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/zoo.h"

#include "core/base/error.h"
#include "core/network/weight_layer.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace mho;

TEST_CASE("Zoo networks have their published weight counts")
{
    CHECK(convolutionWeights(makeZooNetwork("lenet5")) == 25'500);
    CHECK(convolutionWeights(makeZooNetwork("vgg16-cifar10")) == 14'710'464);
    CHECK(convolutionWeights(makeZooNetwork("vgg16-imagenet")) == 14'710'464);
    CHECK(convolutionWeights(makeZooNetwork("resnet18-cifar10")) == 11'159'232);
    CHECK(convolutionWeights(makeZooNetwork("resnet18-cifar10"), false) == 10'987'200);
    CHECK(std::abs(static_cast<double>(convolutionWeights(makeZooNetwork("convnet-cifar10"))) / 155'300.0 - 1.0) < 0.005);
    // torchvision's model cards: parameters with biases and batch norm.
    CHECK(makeZooNetwork("alexnet").parameterCount() == 61'100'840);
    CHECK(makeZooNetwork("vgg16-imagenet").parameterCount() == 138'357'544);
    CHECK(makeZooNetwork("resnet18-imagenet").parameterCount() == 11'689'512);
    CHECK(makeZooNetwork("resnet50-imagenet").parameterCount() == 25'557'032);
    // 9*3*128 + 9*128^2 + 9*128*256 + 9*256^2 + 9*256*512 + 9*512^2
    CHECK(convolutionWeights(makeZooNetwork("vgg8")) == 4'574'592);
    // 9 * (3*16 + 6*16^2 + 16*32 + 5*32^2 + 32*64 + 5*64^2)
    CHECK(convolutionWeights(makeZooNetwork("resnet20-cifar10")) == 267'696);
}

TEST_CASE("LeNet-5's linear weights, an unknown name")
{
    std::int64_t linear = 0;
    for (const WeightLayer& layer : weightLayers(makeZooNetwork("lenet5"))) {
        linear += layer.convolution ? 0 : layer.weights();
    }
    CHECK(linear == 405'000);
    CHECK_THROWS_AS(makeZooNetwork("lenet6"), Error);
}

TEST_CASE("A zoo network and its hash take under 10 ms")
{
#if defined(MHO_SANITIZED)
    constexpr std::chrono::milliseconds kMost(200);
#else
    constexpr std::chrono::milliseconds kMost(10);
#endif
    const auto begin = std::chrono::steady_clock::now();
    networkHash(makeZooNetwork("vgg16-cifar10"));
    CHECK(std::chrono::steady_clock::now() - begin < kMost);
}
