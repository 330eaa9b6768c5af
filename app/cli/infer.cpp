// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/crossbar/simulator/run_images.h"
#include "core/io/npy.h"
#include "core/io/onnx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>

namespace mho::cli {
namespace {

struct InferOptions {
    NetworkSource source;
    std::string input;
    std::string output;
    std::string json;
};

struct Images {
    std::vector<float> values;  ///< count x input shape
    std::size_t count = 0;
};

/// How many images an array {N, C, H, W} or {C, H, W} holds.
std::size_t countOf(const Shape& shape, const Network& network, const std::string& path)
{
    const Shape& input = network.inputShape();
    const bool batch = shape.size() == input.size() + 1;
    if (!std::equal(input.begin(), input.end(), shape.begin() + (batch ? 1 : 0), shape.end())) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The array is %1 but %2 takes %3, or a number of these (N x %3)"),
                    {shape.empty() ? "one number" : shapeText(shape), network.name(), shapeText(input)}, path);
    }
    return batch ? static_cast<std::size_t>(shape.front()) : 1;
}

/// An array of floating-point numbers: a tensor of ONNX, or NPY.
Images imagesOf(const std::string& path, const Network& network)
{
    if (path.ends_with(".pb")) {
        const Tensor tensor = readOnnxTensor(path);
        const std::size_t count = countOf(tensor.shape(), network, path);
        return {{tensor.values().begin(), tensor.values().end()}, count};
    }
    const NpyArray array = readNpy(path);
    const std::size_t count = countOf(array.shape, network, path);
    if (!isFloat(array.type)) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The array has type %1; give the floating-point numbers that the network takes, normalised as in its training"),
                    {std::string(elementName(array.type))}, path);
    }
    return {floatsFrom(array.type, array.bytes), count};
}

/// Indices of the largest outputs, the largest first; of equal ones the first; NaN last.
std::vector<std::size_t> largest(std::span<const float> outputs, std::size_t count)
{
    std::vector<std::size_t> order(outputs.size());
    std::iota(order.begin(), order.end(), 0U);
    count = std::min(count, order.size());
    const auto rank = [&](std::size_t i) { return std::isnan(outputs[i]) ? -INFINITY : outputs[i]; };
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(), [&](std::size_t a, std::size_t b) {
        return rank(a) > rank(b) || (rank(a) == rank(b) && a < b);
    });
    order.resize(count);
    return order;
}

constexpr std::size_t kTop = 5;

std::string textOf(std::span<const float> outputs, std::size_t count)
{
    const std::size_t size = outputs.size() / std::max<std::size_t>(1, count);
    std::string text;
    for (std::size_t image = 0; image < count; ++image) {
        const auto values = outputs.subspan(image * size, size);
        std::string line;
        for (const std::size_t index : largest(values, kTop)) {
            line += fmt::format("{}{} ({:.6g})", line.empty() ? "" : ", ", index, values[index]);
        }
        text += fmt::format("image {}: class {}\n", image + 1, line);
    }
    return text;
}

std::string jsonOf(const InferOptions& options, const Network& network, std::span<const float> outputs, std::size_t count)
{
    const std::size_t size = outputs.size() / std::max<std::size_t>(1, count);
    nlohmann::ordered_json images = nlohmann::ordered_json::array();
    for (std::size_t image = 0; image < count; ++image) {
        const auto values = outputs.subspan(image * size, size);
        nlohmann::ordered_json top = nlohmann::ordered_json::array();
        for (const std::size_t index : largest(values, kTop)) {
            top.push_back({{"class", index}, {"value", values[index]}});
        }
        images.push_back({{"top", std::move(top)}});
    }
    nlohmann::ordered_json json{{"tool", {{"version", kVersion}}},
                                {"network", {{"name", network.name()}, {"hash", networkHash(network)}}},
                                {"input", options.input},
                                {"output_shape", network.outputShape()},
                                {"images", std::move(images)}};
    if (!options.output.empty()) {
        json["output"] = options.output;
    }
    return json.dump(2) + "\n";
}

int infer(const InferOptions& options)
{
    const LoadedNetwork loaded = loadNetwork(options.source, hardwareOf(options.source));
    const Network& network = *loaded.network.network;
    if (!network.hasWeights()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The network has no weights; give it a file of them (--weights), or a project with a result"),
                    {}, network.name());
    }
    const Images images = imagesOf(options.input, network);
    watchSignals();
    const std::vector<float> outputs = runImages(loaded.network, images.values, images.count, [](const Progress&) {
        return wasInterrupted() ? Verdict::Abort : Verdict::Continue;
    });
    if (wasInterrupted()) {
        return kCancelled;
    }
    if (!options.output.empty()) {
        Shape shape = network.outputShape();
        shape.insert(shape.begin(), static_cast<std::int64_t>(images.count));
        writeNpy(options.output, {ElementType::Float32, shape, bytesOf(std::span<const float>(outputs))});
    }
    if (options.output.empty() || !options.json.empty()) {
        writeReport(
            options.json, [&] { return options.output.empty() ? textOf(outputs, images.count) : std::string(); },
            [&] { return jsonOf(options, network, outputs, images.count); });
    }
    return kDone;
}

}  // namespace

void addInfer(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("infer", "Run a network on an array of images and tell the largest outputs of each");
    const auto options = std::make_shared<InferOptions>();
    addNetworkOptions(*command, options->source);
    command->add_flag("--preview", options->source.presentPlan, "A project's plan as it is now, projected at once, in place of its result");
    command
        ->add_option("--input", options->input,
                     "Images N x C x H x W or C x H x W, normalised as in the network's training: NPY (float16, float32 or float64) or a tensor of ONNX (float32)")
        ->type_name("IN.npy|IN.pb")
        ->required();
    command->add_option("--output", options->output, "Write the outputs, N x classes in float32, in place of the text")->type_name("OUT.npy");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = infer(*options); });
}

}  // namespace mho::cli
