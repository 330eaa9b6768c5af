// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx.h"

#include "core/base/error.h"
#include "core/io/onnx/check.h"
#include "core/io/onnx/model.h"
#include "core/io/onnx/read_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace mho {
namespace {

using namespace detail::onnx;

constexpr std::int64_t kFirstOpset = 7;
constexpr std::int64_t kLastOpset = 17;
constexpr std::int64_t kLargestExtent = 65'536;
constexpr std::size_t kMostListed = 20;

[[noreturn]] void unsupported(const char* text, std::vector<std::string> arguments, const std::string& path)
{
    throw Error(ErrorCode::Unsupported, text, std::move(arguments), path);
}

void checkOpset(const ModelRecord& model, const std::string& path)
{
    const auto own = model.opsets.find({});
    if (own == model.opsets.end()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The model names no version of ONNX's operators"), {}, path);
    }
    if (own->second < kFirstOpset || own->second > kLastOpset) {
        unsupported(MHO_TEXT("The model is of opset %1; Mho reads %2 to %3. Export it anew with one of these, or convert it "
                             "(onnx.version_converter)"),
                    {fmt::format("{}", own->second), fmt::format("{}", kFirstOpset), fmt::format("{}", kLastOpset)}, path);
    }
}

std::string listed(const std::vector<ValueRecord>& values)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), kMostListed); ++i) {
        text += (i > 0 ? ", " : "") + readable(values[i].name);
    }
    return text;
}

/// The model's only input that is no weight.
ValueRecord networkInput(const ModelRecord& model, const std::string& path)
{
    std::set<std::string_view> weights;
    for (const TensorRecord& weight : model.initializers) {
        weights.insert(weight.name);
    }
    std::vector<ValueRecord> inputs;
    std::copy_if(model.inputs.begin(), model.inputs.end(), std::back_inserter(inputs),
                 [&](const ValueRecord& input) { return weights.count(input.name) == 0; });
    if (inputs.size() != 1) {
        unsupported(MHO_TEXT("The model has %1 inputs (%2); Mho takes networks of one. Bind the others as constants"),
                    {fmt::format("{}", inputs.size()), listed(inputs)}, path);
    }
    ValueRecord input = inputs.front();
    if (!input.tensor || input.type != static_cast<std::int64_t>(DataType::Float)) {
        unsupported(MHO_TEXT("The input %1 is no array of float32 numbers; export the network with such an input"),
                    {readable(input.name)}, path);
    }
    const bool open = std::any_of(input.dims.begin() + (input.dims.empty() ? 0 : 1), input.dims.end(),
                                  [](std::int64_t extent) { return extent < 1; });
    if (!input.hasShape || input.dims.empty() || open) {
        unsupported(MHO_TEXT("The input %1 has extents that the model leaves open; fix all but the number of images"),
                    {readable(input.name)}, path);
    }
    const auto largest = *std::max_element(input.dims.begin(), input.dims.end());
    if (largest > kLargestExtent) {
        unsupported(MHO_TEXT("The input %1 has an extent of %2; Mho takes %3 at most"),
                    {readable(input.name), fmt::format("{}", largest), fmt::format("{}", kLargestExtent)}, path);
    }
    return input;
}

void requireOneOutput(const ModelRecord& model, const std::string& path)
{
    if (model.outputs.size() != 1) {
        unsupported(MHO_TEXT("The model has %1 outputs (%2); Mho takes networks of one. Export that one alone"),
                    {fmt::format("{}", model.outputs.size()), listed(model.outputs)}, path);
    }
    if (model.sparse) {
        unsupported(MHO_TEXT("The model holds sparse weights; export them as full arrays"), {}, path);
    }
}

void throwProblems(const std::vector<std::string>& problems, const std::string& path)
{
    if (problems.empty()) {
        return;
    }
    std::string text;
    for (std::size_t i = 0; i < std::min(problems.size(), kMostListed); ++i) {
        text += "\n  " + problems[i];
    }
    if (problems.size() > kMostListed) {
        text += fmt::format("\n  and {} more", problems.size() - kMostListed);
    }
    unsupported(MHO_TEXT("Mho cannot open this network; change these nodes before it is exported:%1"), {text}, path);
}

Network networkOf(const ModelRecord& model, const NeededNodes& needed, const ValueRecord& input, const std::string& path)
{
    const std::string name = readable(std::filesystem::path(path).stem().string());
    const bool fixed = input.dims.front() >= 1;
    const bool batchFirst = !fixed || input.dims.size() == 2 || input.dims.size() == 4;
    GraphReading reading = readGraph(model, needed, input, batchFirst, name);
    if (reading.batchProblem && fixed) {
        GraphReading other = readGraph(model, needed, input, !batchFirst, name);
        if (other.network) {
            return std::move(*other.network);
        }
    }
    throwProblems(reading.problems, path);
    return std::move(*reading.network);
}

}  // namespace

Network readOnnx(const std::string& path)
{
    const auto file = MappedFile::open(path);
    const ModelRecord model = readModel(file);
    checkOpset(model, path);
    requireOneOutput(model, path);
    const NeededNodes needed = neededNodes(model);
    throwProblems(unknownOperators(needed), path);
    const ValueRecord input = networkInput(model, path);
    checkModel(withoutValues(*file), path);
    return networkOf(model, needed, input, path);
}

Tensor readOnnxTensor(const std::string& path)
{
    const auto file = MappedFile::open(path);
    try {
        const Constant constant = constantOf(readTensorRecord(file->bytes(), {path, file->bytes().data()}), *file);
        if (!constant.whole) {
            return constant.reals;
        }
    } catch (const NodeProblem& problem) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The tensor %1"), {problem.message}, path);
    }
    throw Error(ErrorCode::Unsupported, MHO_TEXT("The tensor holds whole numbers; float32 is needed"), {}, path);
}

}  // namespace mho
