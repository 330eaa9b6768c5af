// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_file.h"

#include "core/base/error.h"
#include "core/io/safetensors.h"
#include "core/network/zoo.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <utility>

using namespace mho;

namespace {

/// A tensor for each parameter, named by what `name` makes of its state name.
template <class Name>
std::vector<NamedTensor> tensorsOf(const Network& network, const Name& name)
{
    std::vector<NamedTensor> tensors;
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()),
                                      static_cast<float>(tensors.size() + 1));
            tensors.push_back({name(stateName(node, parameter.role)), Tensor(parameter.tensor.shape(), std::move(values)),
                               StoredType::Float32});
        }
    }
    return tensors;
}

std::string errorOf(const std::vector<NamedTensor>& tensors, const std::vector<std::string>& skipped = {})
{
    try {
        matchKnownNetwork(tensors, "mine.pt", skipped);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("Each known network is found by the names and shapes of its weights, and by their shapes in order")
{
    for (const ZooEntry& entry : zoo()) {
        const std::string name(entry.name);
        if (name == "vgg16-imagenet" || name == "alexnet") {
            continue;  // 138 and 61 million weights are too many to fill here
        }
        INFO(name);
        const Network network = entry.make();
        const NetworkFile named =
            matchKnownNetwork(tensorsOf(network, [](const std::string& own) { return "module." + own; }), "a.pt");
        CHECK(named.network.name() == name);
        CHECK(named.unused.empty());
        CHECK(named.assumed.empty());
        int next = 0;
        const NetworkFile ordered = matchKnownNetwork(
            tensorsOf(network, [&](const std::string&) { return "tensor" + std::to_string(next++); }), "a.pt");
        CHECK(ordered.network.name() == name);
        CHECK(networkHash(ordered.network) == networkHash(named.network));
        CHECK(ordered.assumed.find(name) != std::string::npos);
    }
}

TEST_CASE("By their order tensors are taken only for what their names say they are")
{
    auto tensors = tensorsOf(makeZooNetwork("cnn3-mnist"), [](const std::string& own) { return "my." + own; });
    REQUIRE(matchKnownNetwork(tensors, "a.pt").network.name() == "cnn3-mnist");
    const auto mean = std::ranges::find(tensors, "my.norm1.running_mean", &NamedTensor::name);
    REQUIRE(mean != tensors.end());
    std::swap(*mean, *std::next(mean));  // of equal shapes
    CHECK_FALSE(errorOf(tensors).empty());
}

TEST_CASE("Weights of no known network are told with what the nearest lacks and what has no place")
{
    std::vector<NamedTensor> tensors = tensorsOf(makeZooNetwork("lenet5"), [](const std::string& own) { return own; });
    std::erase_if(tensors, [](const NamedTensor& tensor) { return tensor.name == "fc1.bias"; });
    tensors.push_back({"fc9.weight", Tensor({3, 3}, std::vector<float>(9, 1.0F)), StoredType::Float32});
    const std::string error = errorOf(tensors);
    for (const char* part : {"mine.pt", "lenet5", "fc1.bias", "fc9.weight", "ONNX"}) {
        INFO(error);
        CHECK(error.find(part) != std::string::npos);
    }
    CHECK_FALSE(errorOf({}).empty());
    // Weights that are there, but of a type that is not read.
    const std::vector<std::string> skipped{"fc1.bias (float64)", "bn1.num_batches_tracked (int64)"};
    const std::string typed = errorOf(tensors, skipped);
    CHECK(typed.find("fc9.weight, fc1.bias (float64). Give") != std::string::npos);
    const Network lenet = makeZooNetwork("lenet5");
    CHECK_THROWS_WITH(requireComplete(matchWeights(lenet, tensors), "mine.pt", skipped),
                      Catch::Contains("Without a place: fc9.weight, fc1.bias (float64)"));
}

TEST_CASE("What of a file has no part in its network is listed, counters of batch norms apart")
{
    CHECK(unusedOf({"fc9.weight"}, {"bn1.num_batches_tracked (int64)", "fc.weight.mask (uint8)", "best_prec1 (number)"}) ==
          std::vector<std::string>{"fc9.weight", "best_prec1 (number)"});
    std::vector<std::string> many(30, "x");
    CHECK(listedNames(many).find("+ 18") != std::string::npos);
}

TEST_CASE("A file's network needs no name")
{
    const test::TemporaryFolder folder;
    const std::string path = folder.file("mine.safetensors");
    auto tensors = tensorsOf(makeZooNetwork("lenet5"), [](const std::string& own) { return own; });
    tensors.push_back({"extra", Tensor({2}, {1.0F, 2.0F}), StoredType::Float32});
    writeSafetensors(path, tensors);
    const NetworkFile file = readNetworkFile(path);
    CHECK(file.network.name() == "lenet5");
    CHECK(file.network.hasWeights());
    CHECK(file.unused == std::vector<std::string>{"extra"});
}

TEST_CASE("Trained networks of others are known by their weights")
{
    const std::pair<const char*, const char*> files[] = {{"weights/burn-mnist.safetensors", "cnn3-mnist"},
                                                         {"weights/resnet20-12fca82f.th", "resnet20-cifar10"},
                                                         {"weights/vgg16-cifar10-start.pth", "vgg16-cifar10"}};
    for (const auto& [name, network] : files) {
        const auto path = test::dataFile(name);
        if (!path) {
            std::cout << "skipped: no " << name << " in the data folder\n";
            continue;
        }
        INFO(name);
        const NetworkFile file = readNetworkFile(*path);
        CHECK(file.network.name() == network);
        CHECK(file.assumed.empty());
    }
}
