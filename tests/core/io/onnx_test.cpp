// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/data/data_set.h"
#include "tests/core/io/onnx_bytes.h"
#include "tests/core/io/onnx_cases.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

Network readModel(const std::string& bytes)
{
    const TemporaryFolder folder;
    const std::string path = folder.file("model.onnx");
    writeFileWhole(path, bytes);
    return readOnnx(path);
}

std::string refusal(const std::string& bytes, ErrorCode code = ErrorCode::Unsupported)
{
    try {
        readModel(bytes);
    } catch (const Error& error) {
        CHECK(error.code() == code);
        return error.what();
    }
    return "opened";
}

template <typename Op>
const Op* operationOf(const Network& network, const std::string& node)
{
    return std::get_if<Op>(&network.nodes()[network.find(node)].operation);
}

}  // namespace

TEST_CASE("The MNIST network of ONNX Runtime opens and classifies")
{
    const auto file = dataFile("onnx/onnxruntime-mnist.onnx");
    const auto images = dataFile("mnist");
    if (!file || !images) {
        return;
    }
    const Network network = readOnnx(*file);
    CHECK(network.name() == "onnxruntime-mnist");
    CHECK(network.inputShape() == Shape{1, 28, 28});
    CHECK(network.outputShape() == Shape{10});
    // The additions behind layers without bias are their biases; the product with a matrix is a linear layer.
    REQUIRE(operationOf<Convolution>(network, "Convolution28") != nullptr);
    CHECK(operationOf<Convolution>(network, "Convolution28")->bias);
    REQUIRE(operationOf<Linear>(network, "Times212") != nullptr);
    CHECK(operationOf<Linear>(network, "Times212")->bias);

    const DataSet data = openDataSet(*images);
    constexpr std::size_t kImages = 200;
    const auto pixels = data.test->pixels.begin();
    const std::vector<float> inputs(pixels, pixels + static_cast<std::ptrdiff_t>(kImages * data.test->imageSize()));
    const std::vector<float> outputs = outputsOf(network, inputs);
    std::size_t correct = 0;
    for (std::size_t i = 0; i < kImages; ++i) {
        const auto first = outputs.begin() + static_cast<std::ptrdiff_t>(10 * i);
        correct += std::max_element(first, first + 10) - first == data.test->labels[i] ? 1 : 0;
    }
    CHECK(correct >= kImages * 97 / 100);
}

TEST_CASE("Shapes that the graph computes from an open number of images fold to a flat vector")
{
    using namespace onnx;
    const std::string graph =
        node("Shape", {"x"}, {"shape"}) + wholes("zero", {}, {0}) + node("Gather", {"shape", "zero"}, {"n"}) +
        wholes("axes", {1}, {0}) + node("Unsqueeze", {"n", "axes"}, {"n1"}) + wholes("rest", {1}, {-1}) +
        node("Concat", {"n1", "rest"}, {"target"}, attribute("axis", std::int64_t{0})) +
        node("Reshape", {"x", "target"}, {"flat"}, {}, "flatten") + weight("fc.weight", {2, 3}, {1, 2, 3, 4, 5, 6}) +
        node("Transpose", {"fc.weight"}, {"turned"}, attribute("perm", std::vector<std::int64_t>{1, 0})) +
        node("MatMul", {"flat", "turned"}, {"product"}) + weight("fc.bias", {2}, {10, 20}) +
        node("Add", {"fc.bias", "product"}, {"y"}) + input("x", {0, 3, 1, 1}) + output("y");
    const Network network = readModel(model(graph));
    REQUIRE(network.nodes().size() == 3);
    CHECK(operationOf<Flatten>(network, "flatten") != nullptr);
    REQUIRE(operationOf<Linear>(network, "fc") != nullptr);
    CHECK(operationOf<Linear>(network, "fc")->bias);
    CHECK(outputsOf(network, {1, 1, 1, 2, 0, 0}) == std::vector<float>{16, 35, 12, 28});
}

TEST_CASE("A border of zeros before a convolution is its padding, another one is not")
{
    using namespace onnx;
    const auto graph = [](float value) {
        return wholes("pads", {8}, {0, 0, 1, 0, 0, 0, 0, 2}) + weight("value", {}, {value}) +
               node("Pad", {"x", "pads", "value"}, {"wide"}, {}, "border") + weight("w", {1, 1, 2, 2}, {1, 1, 1, 1}) +
               node("Conv", {"wide", "w"}, {"y"}, {}, "conv") + input("x", {1, 1, 1, 1}) + output("y");
    };
    const Network zeros = readModel(model(graph(0.0F)));
    CHECK(zeros.nodes().size() == 2);
    CHECK(operationOf<Convolution>(zeros, "conv")->pads == Pads{1, 0, 0, 2});
    CHECK(outputsOf(zeros, {5}) == std::vector<float>{5, 0});
    const Network fives = readModel(model(graph(2.0F)));
    CHECK(fives.nodes().size() == 3);
    CHECK(outputsOf(fives, {5}) == std::vector<float>{11, 8});
}

TEST_CASE("A value that others read too takes on no bias")
{
    using namespace onnx;
    const std::string graph = weight("w", {2, 2}, {1, 0, 0, 1}) + node("MatMul", {"x", "w"}, {"a"}) + weight("b", {2}, {1, 1}) +
                              node("Add", {"a", "b"}, {"c"}) + node("Add", {"a", "c"}, {"y"}) + input("x", {0, 2}) + output("y");
    const Network network = readModel(model(graph));
    CHECK(outputsOf(network, {3, 4}) == std::vector<float>{7, 9});
}

TEST_CASE("What cannot be opened is named, all at once")
{
    using namespace onnx;
    const std::string unknown = node("Resize", {"x", "", "s"}, {"big"}, {}, "up1") + weight("s", {4}, {1, 1, 2, 2}) +
                                node("Einsum", {"big"}, {"y"}, attribute("equation", std::string("abcd->abcd")), "sum2") +
                                input("x", {1, 3, 8, 8}) + output("y");
    const std::string both = refusal(model(unknown));
    CHECK_THAT(both, Contains("Resize \"up1\""));
    CHECK_THAT(both, Contains("Einsum \"sum2\""));

    const std::string two = refusal(model(
        node("MaxPool", {"x"}, {"p"}, attribute("kernel_shape", std::vector<std::int64_t>{2}), "pool1") +
        node("Softmax", {"x"}, {"s"}, attribute("axis", std::int64_t{0}), "soft") + node("Add", {"p", "s"}, {"y"}) +
        input("x", {0, 3, 8, 8}) + output("y")));
    CHECK_THAT(two, Contains("MaxPool \"pool1\""));
    CHECK_THAT(two, Contains("Softmax \"soft\""));

    const std::string relu = node("Relu", {"x"}, {"y"}) + output("y");
    CHECK_THAT(refusal(model(relu + input("x", {0, 4}), 18)), Contains("opset 18"));
    CHECK_THAT(refusal(model(relu + input("x", {0, 4}), 6)), Contains("opset 6"));
    CHECK_THAT(refusal(model(relu + input("x", {0, 0, 4}))), Contains("leaves open"));
    CHECK_THAT(refusal(model(relu + input("x", {0, 4}, 10))), Contains("float32"));
    CHECK_THAT(refusal(model(relu + input("x", {0, 4}) + output("x"))), Contains("2 outputs"));
    CHECK_THAT(refusal(model(relu + input("x", {0, 4}) + input("z", {0, 4}))), Contains("2 inputs"));
    CHECK_THAT(refusal(model(node("Relu", {"x"}, {"y"}, attribute("slope", 1.0F)) + input("x", {0, 4}) + output("y")),
                       ErrorCode::BadFormat),
               Contains("no valid ONNX model"));
}

TEST_CASE("Numbers that no network holds are refused")
{
    using namespace onnx;
    const auto leaky = [](float alpha) {
        return model(node("LeakyRelu", {"x"}, {"y"}, attribute("alpha", alpha), "act") + input("x", {0, 4}) + output("y"));
    };
    CHECK_THAT(refusal(leaky(std::numeric_limits<float>::infinity())), Contains("LeakyRelu \"act\" has the alpha inf"));
    const Network network = readModel(leaky(0.1F));
    CHECK(operationOf<Activation>(network, "act")->alpha == 0.1);
}

TEST_CASE("A large map for a small file is refused")
{
    using namespace onnx;
    const std::string graph = wholes("shape", {1}, {std::int64_t{1} << 40U}) +
                              node("ConstantOfShape", {"shape"}, {"c"}, {}, "fill") + node("Add", {"x", "c"}, {"y"}) +
                              input("x", {0, 4}) + output("y");
    CHECK_THAT(refusal(model(graph)), Contains("ConstantOfShape \"fill\""));
}
