// SPDX-License-Identifier: GPL-3.0-or-later
/// Damaged ONNX files: an error or a valid network, at once and in little memory.
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/base/resources.h"
#include "core/io/onnx.h"
#include "tests/core/io/memory_meter.h"
#include "tests/core/io/onnx_bytes.h"
#include "tests/core/io/onnx_cases.h"
#include "tests/core/io/reader_limits.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <iostream>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

class Reader {
public:
    /// "" when a network came out, or the error's words. Checks memory and time.
    std::string read(const std::string& bytes)
    {
        const std::string path = folder_.file("model.onnx");
        writeFileWhole(path, bytes);
        std::string result;
        const double start = processorSeconds();
        const MemoryMeter meter;
        try {
            const Network network = readOnnx(path);
            CHECK(network.hasWeights());
            ++opened;
        } catch (const Error& error) {
            result = error.what();
            ++refused;
        }
        const double seconds = processorSeconds() - start;
        slowest = std::max(slowest, seconds);
        most = std::max(most, meter.mostAtOnce());
        CHECK(seconds <= kMostReaderSeconds);
        CHECK(meter.mostAtOnce() <= kMostReaderBytes);
        return result;
    }

    int opened = 0;
    int refused = 0;
    double slowest = 0.0;
    std::size_t most = 0;

private:
    TemporaryFolder folder_;
};

/// Real models of the data folder and of ONNX's test data, under 1 MB.
std::vector<std::string> models()
{
    std::vector<std::string> result;
    for (const char* name : {"onnx/onnxruntime-mnist.onnx", "onnx/light_bvlc_alexnet.onnx", "onnx/light_resnet50.onnx"}) {
        if (const auto file = dataFile(name)) {
            result.push_back(readTextFile(*file));
        }
    }
    for (const OnnxCase& onnxCase : onnxCases()) {
        const bool wanted = onnxCase.leftOut.empty() && result.size() < 60 && onnxCase.name.size() % 3 == 0;
        if (wanted) {
            result.push_back(boundModel(onnxCase));
        }
    }
    return result;
}

void warmUp(Reader& reader)
{
    using namespace mho::test::onnx;
    // The checker learns ONNX's operators at its first use.
    reader.read(model(node("Relu", {"x"}, {"y"}) + input("x", {0, 4}) + output("y")));
    reader.slowest = 0.0;
}

}  // namespace

TEST_CASE("Models with bits turned, bytes lost and parts repeated give an error or a network")
{
    Reader reader;
    {
        // Not measured.
        const TemporaryFolder folder;
        writeFileWhole(folder.file("m.onnx"), onnx::model(onnx::node("Relu", {"x"}, {"y"}) + onnx::input("x", {0, 4}) + onnx::output("y")));
        readOnnx(folder.file("m.onnx"));
    }
    RandomStream random({20'221'126, 1});
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random.uniform() * static_cast<double>(bound)); };
    for (const std::string& whole : models()) {
        for (int round = 0; round < 20; ++round) {
            std::string bytes = whole;
            switch (round % 4) {
                case 0:
                    bytes.resize(below(bytes.size()));
                    break;
                case 1:
                    for (std::size_t flips = 1 + below(4); flips > 0; --flips) {
                        bytes[below(bytes.size())] ^= static_cast<char>(1U << below(8));
                    }
                    break;
                case 2:
                    // A length, most likely, that says far too much.
                    bytes.replace(below(bytes.size()), std::min<std::size_t>(5, bytes.size()), "\xff\xff\xff\xff\x0f");
                    break;
                default: {
                    const std::size_t at = below(bytes.size());
                    bytes.insert(below(bytes.size()), bytes.substr(at, below(200)));
                    break;
                }
            }
            reader.read(bytes);
        }
    }
    std::cout << "damaged ONNX models: " << reader.refused << " refused, " << reader.opened << " opened, at most "
              << 1000.0 * reader.slowest << " ms and " << (reader.most >> 20U) << " MiB\n";
    CHECK(reader.refused > 0);
    CHECK(reader.opened > 0);
}

TEST_CASE("Cyclic, deep and boundless models are refused")
{
    using namespace onnx;
    Reader reader;
    warmUp(reader);
    const std::string ends = input("x", {0, 4}) + output("y");
    CHECK_THAT(reader.read(model(node("Add", {"x", "y"}, {"a"}) + node("Relu", {"a"}, {"y"}) + ends)), Contains("ONNX"));

    std::string inner = node("Relu", {"x"}, {"y"});
    for (int depth = 0; depth < 5'000; ++depth) {
        inner = bytes(1, bytes(4, "If") + bytes(5, bytes(1, "then_branch") + bytes(6, inner) + number(20, 5)));
    }
    CHECK_THAT(reader.read(model(inner + node("Relu", {"x"}, {"y"}) + ends)), Contains("cannot be parsed"));

    std::string many;
    for (int i = 0; i < 100'000; ++i) {
        many += bytes(1, "");
    }
    CHECK_THAT(reader.read(model(many + ends)), Contains("longer than in any network"));
    std::string weights;
    for (int i = 0; i < 100'000; ++i) {
        weights += bytes(5, "");
    }
    CHECK_THAT(reader.read(model(weights + ends)), Contains("longer than in any network"));

    // Parts that Mho does not read, two bytes each.
    const auto repeated = [](const std::string& part, std::size_t times) {
        std::string result;
        for (std::size_t i = 0; i < times; ++i) {
            result += part;
        }
        return result;
    };
    const std::string relu = node("Relu", {"x"}, {"y"}) + ends;
    const auto beside = [&](const std::string& name, std::uint64_t field, const std::string& graph) {
        return reader.read(model(relu + node("If", {"x"}, {"z"}, bytes(5, bytes(1, name) + bytes(field, graph) + number(20, 5)))));
    };
    CHECK_THAT(beside("then_branch", 6, repeated(bytes(1, ""), 490'000)), Contains("too large even without its weights"));
    CHECK_THAT(beside("then_branch", 6, repeated(bytes(5, ""), 490'000)), Contains("too large even without its weights"));
    CHECK_THAT(beside("then_branch", 11, repeated(bytes(11, ""), 490'000)), Contains("too large even without its weights"));
    CHECK_THAT(beside("then_branch", 6, bytes(2, "g") + bytes(11, bytes(2, bytes(1, bytes(2, repeated(bytes(1, ""), 490'000)))))),
               Contains("too large even without its weights"));
    CHECK_THAT(reader.read(model(relu) + bytes(25, repeated(bytes(7, ""), 490'000))), Contains("too large even without its weights"));
    CHECK_THAT(reader.read(model(relu) + repeated(bytes(14, ""), 490'000)), Contains("too large even without its weights"));
    // Nobody looks at types of inner values, descriptions and training.
    CHECK(reader.read(model(relu + repeated(bytes(13, ""), 490'000))).empty());
    CHECK(reader.read(model(relu) + bytes(20, bytes(1, repeated(bytes(1, ""), 490'000)))).empty());
    // What the checker refuses in a graph of an attribute it still does, and the operator is named where it is needed.
    CHECK_THAT(beside("then_branch", 6, node("Relu", {"x"}, {"inner"})), Contains("no valid ONNX model"));
    const std::string branch = bytes(5, bytes(1, "then_branch") + bytes(6, bytes(2, "g")) + number(20, 5));
    CHECK_THAT(reader.read(model(node("If", {"x"}, {"y"}, branch) + ends)), Contains("If \"y\" is an operator that Mho does not have"));

    const std::string crowded = node("Relu", {"x"}, {"y"}, repeated(bytes(5, ""), 32));
    CHECK_THAT(reader.read(model(repeated(crowded, 4'000) + ends)), Contains("longer than in any network"));
    CHECK_THAT(reader.read(model(repeated(bytes(1, repeated(bytes(1, ""), 1'000)), 400) + ends)), Contains("longer than in any network"));

    // Each addition doubles what it computes from constants.
    std::string doubling = weight("c0", {1, 1}, {1});
    for (int i = 0; i < 30; ++i) {
        const std::string last = "c" + std::to_string(i);
        doubling += node("Concat", {last, last}, {"c" + std::to_string(i + 1)}, attribute("axis", std::int64_t{1}));
    }
    CHECK_THAT(reader.read(model(doubling + node("Add", {"x", "c30"}, {"y"}) + ends)), Contains("computes more numbers"));

    // A batch of maps larger than any memory.
    const std::string wide = weight("w", {1, 1, 1, 1}, {1}) +
                             node("Conv", {"x", "w"}, {"y"}, attribute("pads", std::vector<std::int64_t>(4, 1 << 23)), "conv") +
                             input("x", {0, 1, 4, 4}) + output("y");
    CHECK_THAT(reader.read(model(wide)), Contains("conv"));
}

TEST_CASE("An empty file, a folder and a missing file are refused")
{
    const TemporaryFolder folder;
    writeFileWhole(folder.file("empty.onnx"), "");
    CHECK_THROWS_WITH(readOnnx(folder.file("empty.onnx")), Contains("empty"));
    CHECK_THROWS_WITH(readOnnx(folder.path()), Contains("no file"));
    CHECK_THROWS_WITH(readOnnx(folder.file("none.onnx")), Contains("cannot be opened"));
    writeFileWhole(folder.file("text.onnx"), "This is a text and no model at all.");
    CHECK_THROWS_WITH(readOnnx(folder.file("text.onnx")), Contains("no ONNX model"));
}
