// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_write.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/pytorch.h"
#include "core/io/weights_file.h"
#include "tests/core/io/pytorch_bytes.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

using namespace mho;
using namespace mho::test;

namespace {

std::vector<float> valuesOf(const NamedTensor& named)
{
    return {named.tensor.values().begin(), named.tensor.values().end()};
}

ArraySource source(const std::string& name, Shape shape, std::vector<float> values)
{
    return {name, ElementType::Float32, std::move(shape), [values] { return bytesOf(std::span<const float>(values)); }};
}

/// A TorchScript object: class, no arguments, attributes.
std::string object(const std::string& name, const std::vector<std::string>& attributes)
{
    return global("__torch__.torch.nn", name) + ")\x81" + dict(attributes) + "b";
}

std::string script(const std::string& root)
{
    return zipForm(pickle(root), {{"constants.pkl", pickle(")")}, {"code/__torch__.py", "import os"}, {"data/0", floats({1, 2, 3, 4})}});
}

std::string refusal(const std::string& bytes)
{
    TemporaryFolder folder;
    const std::string path = folder.file("file.pt");
    writeFileWhole(path, bytes);
    try {
        readPyTorch(path);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
        return error.what();
    }
    return "read";
}

const std::string kFour = tensor(storage("FloatStorage", "0", 4), 0, {2, 2}, {2, 1});

}  // namespace

TEST_CASE("What is written as PyTorch is read back, flat and in parts")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.pt");
    const std::vector<ArraySource> weights{source("conv1.weight", {2, 1, 1, 2}, {1, 2, 3, 4}), source("one", {}, {0.5F}),
                                           source("none", {0, 3}, {})};
    const ArraySource mask{"conv1.weight.mask", ElementType::UInt8, {300}, [] { return std::string(300, '\1'); }};
    writePyTorch(path, std::vector<PyTorchPart>{{"", weights}});
    const PyTorchContent flat = readPyTorch(path);
    CHECK(flat.part.empty());
    REQUIRE(flat.tensors.size() == 3);
    CHECK(flat.tensors[0].tensor.shape() == Shape{2, 1, 1, 2});
    CHECK(valuesOf(flat.tensors[0]) == std::vector<float>{1, 2, 3, 4});
    CHECK(flat.tensors[1].tensor.shape().empty());
    CHECK(flat.tensors[2].tensor.shape() == Shape{0, 3});
    writePyTorch(path, std::vector<PyTorchPart>{{"state_dict", weights}, {"compression", {mask}}});
    const PyTorchContent nested = readPyTorch(path);
    CHECK(nested.part == "state_dict");
    CHECK(nested.tensors.size() == 3);
    CHECK(nested.skipped == std::vector<std::string>{"compression (dictionary)"});
    CHECK_THROWS_AS(writePyTorch(path, std::vector<PyTorchPart>{{"", {weights[0], weights[0]}}}), Error);
    CHECK(readPyTorch(path).part == "state_dict");
}

TEST_CASE("The tensors of a TorchScript archive have the names of its modules")
{
    TemporaryFolder folder;
    const std::string path = folder.file("script.pt");
    const std::string conv = object("Conv2d", {text("weight"), kFour, text("padding"), text("same"), text("bias"), "N"});
    const std::string list = call(global("torch.jit._pickle", "build_intlist"), tuple({"](K\1K\2e"}));
    const std::string count = tensor(storage("LongStorage", "1", 1), 0, {}, {});
    writeFileWhole(path, zipForm(pickle(object("Net", {text("training"), "\x89", text("layer1"), object("Sequential", {text("0"), conv}),
                                                       text("sizes"), list, text("count"), count, text("scale"), kFour})),
                                 {{"constants.pkl", pickle(")")}, {"data/0", floats({1, 2, 3, 4})}, {"data/1", littleEndian(5, 8)}}));
    const WeightsContent content = readWeights(path);
    CHECK(content.format == "PyTorch");
    REQUIRE(content.tensors.size() == 2);
    CHECK(content.tensors[0].name == "layer1.0.weight");
    CHECK(valuesOf(content.tensors[0]) == std::vector<float>{1, 2, 3, 4});
    CHECK(content.tensors[1].name == "scale");
    CHECK(content.skipped == std::vector<std::string>{"count (int64)"});
}

TEST_CASE("Hostile TorchScript archives are refused")
{
    CHECK(refusal(script(object("Net", {text("weight"), kFour}))) == "read");  // the pattern itself is sound
    CHECK(refusal(script(object("Net", {text("training"), "\x89"}))).find("freeze") != std::string::npos);
    CHECK(refusal(script(dict({text("w"), kFour}))).find("no module") != std::string::npos);
    CHECK(refusal(script(object("Net", {text("w"), call(global("os", "system"), tuple({text("touch x")}))}))).find("os.system") !=
          std::string::npos);
    CHECK(refusal(script(global("__torch__", "Net") + ")\x81K\1b")).find("attributes") != std::string::npos);
    // An object that holds itself, and one in twice as many places each time.
    CHECK(refusal(script(global("__torch__", "Net") + ")\x81q\1" + dict({text("self"), "h\1"}) + "b")).find("nested") !=
          std::string::npos);
    std::string twice = object("Net", {text("w"), kFour}) + "q\1" + "0";
    for (int i = 0; i < 40; ++i) {
        twice += object("Net", {text("a"), "h\1", text("b"), "h\1"}) + "q\1" + "0";
    }
    CHECK(refusal(script(twice + "h\1")).find("too many") != std::string::npos);
    // Outside a TorchScript archive its classes are unknown.
    CHECK(refusal(zipForm(pickle(object("Net", {text("weight"), kFour})), {{"data/0", floats({1, 2, 3, 4})}})).find("__torch__") !=
          std::string::npos);
}

TEST_CASE("State dictionaries are found two dictionaries deep")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.pt");
    const auto part = [&](const std::string& root) {
        writeFileWhole(path, zipForm(pickle(root), {{"data/0", floats({1, 2, 3, 4})}}));
        return readPyTorch(path).part;
    };
    const std::string state = dict({text("w"), kFour});
    CHECK(part(dict({text("epoch"), whole(3), text("net"), state})) == "net");
    CHECK(part(dict({text("model"), dict({text("epoch"), whole(3), text("state_dict"), state})})) == "model.state_dict");
    CHECK(part(dict({text("model"), state, text("state_dict"), state})) == "state_dict");
    CHECK(refusal(zipForm(pickle(dict({text("a"), dict({text("b"), state})})), {{"data/0", floats({1, 2, 3, 4})}})).find("no dictionary") !=
          std::string::npos);
}
