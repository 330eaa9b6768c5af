// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_write.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/onnx.h"
#include "core/network/zoo.h"
#include "tests/core/io/onnx_bytes.h"
#include "tests/core/io/onnx_cases.h"
#include "tests/core/network/random_graph.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

TEST_CASE("Every zoo network comes back from ONNX as it was")
{
    const TemporaryFolder folder;
    for (const ZooEntry& entry : zoo()) {
        if (entry.name == "vgg16-imagenet") {
            continue;  // 528 MB; the benchmark opens it.
        }
        INFO(entry.name);
        RandomStream random{entry.name.size(), 61};
        const Network network = random_graph::withValues(entry.make(), random);
        const std::string path = folder.file("network.onnx");
        writeOnnx(network, path);
        const Network back = readOnnx(path);
        CHECK(back.name() == "network");
        CHECK(networkHash(back) == networkHash(network));
    }
}

TEST_CASE("Random networks of all operations come back from ONNX with the same outputs")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("network.onnx");
    int same = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        INFO("seed " << seed);
        RandomStream random{seed, 62};
        const Network network = random_graph::make(random, {.smooth = false, .zeros = false, .relatives = true});
        const std::vector<float> images = random_graph::images(network.inputShape(), 2, random);
        writeOnnx(network, path);
        const Network back = readOnnx(path);
        CHECK(worstDifference(outputsOf(back, images), outputsOf(network, images)) <= 1e-5);
        // What nobody reads is left out, an affine map behind a layer is its bias, a border its padding: not always the same graph.
        const Network again = [&] {
            writeOnnx(back, path);
            return readOnnx(path);
        }();
        CHECK(networkHash(again) == networkHash(back));
        same += networkHash(back) == networkHash(network) ? 1 : 0;
    }
    CHECK(same > 0);
}

TEST_CASE("Values lie at multiples of 4 bytes in the file, however long names are, and large ones are mapped")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("network.onnx");
    for (std::size_t length = 1; length < 300; length = length < 20 ? length + 1 : length + 9) {
        INFO("names of " << length << " letters");
        RandomStream random{length, 64};
        Network network(std::string(length % 5, 'n'), {1, 6, 6});
        network.add("c" + std::string(length, 'c'), Convolution{.filters = 3, .kernel = {3, 3}});
        network.add("n" + std::string(2 * length, 'n'), BatchNorm{});
        network.add("flat", Flatten{});
        network.add("f" + std::string(3 * length, 'f'), Linear{.features = 200});
        const Network filled = random_graph::withValues(network, random);
        writeOnnx(filled, path);
        const std::string file = readTextFile(path);
        std::size_t at = 0;
        for (const std::string& tensor : test::onnx::fieldsOf(test::onnx::fieldsOf(file, 7).at(0), 5)) {
            const std::string values = test::onnx::fieldsOf(tensor, 9).at(0);
            at = file.find(values, at);
            CHECK(at % 4 == 0);
            at += values.size();
        }
        CHECK(at > 0);
        writeOnnx(filled, path);
        CHECK(readTextFile(path) == file);
    }
    RandomStream random{1, 65};
    writeOnnx(random_graph::withValues(makeZooNetwork("lenet5"), random), path);
    const std::string file = readTextFile(path);
    const Network back = readOnnx(path);
    int mapped = 0;
    for (const Node& node : back.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            const auto values = parameter.tensor.values();
            if (values.size_bytes() < (64U << 10U)) {
                continue;
            }
            constexpr std::uintptr_t kPage = 4096;
            const std::string_view bytes(reinterpret_cast<const char*>(values.data()), values.size_bytes());
            CHECK(reinterpret_cast<std::uintptr_t>(values.data()) % kPage == file.find(bytes) % kPage);
            ++mapped;
        }
    }
    CHECK(mapped > 0);
}

TEST_CASE("A network without weights is not written, and a file that cannot be written stays as it was")
{
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(writeOnnx(makeZooNetwork("lenet5"), folder.file("a.onnx")), Contains("no weights"));
    CHECK_FALSE(std::filesystem::exists(folder.file("a.onnx")));
    RandomStream random{1, 63};
    const Network network = random_graph::withValues(makeZooNetwork("lenet5"), random);
    CHECK_THROWS_AS(writeOnnx(network, folder.file("missing/a.onnx")), Error);
    writeFileWhole(folder.file("b.onnx"), "old");
    writeOnnx(network, folder.file("b.onnx"));
    CHECK(networkHash(readOnnx(folder.file("b.onnx"))) == networkHash(network));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
