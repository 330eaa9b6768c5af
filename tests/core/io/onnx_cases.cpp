// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/onnx_cases.h"

#include "core/base/resources.h"
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/reference_product.h"
#include "core/network/compressed_network.h"
#include "tests/core/io/onnx_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <set>

namespace mho::test {
namespace {

namespace fs = std::filesystem;

// Fields of onnx.proto.
constexpr std::uint64_t kGraph = 7, kNodes = 1, kInputs = 11, kType = 4, kInitializer = 5, kTensorName = 8, kElementType = 2,
                        kOpset = 8, kVersion = 2;

std::string dataFolder()
{
    const char* given = std::getenv("MHO_ONNX_TESTDATA");
    return given != nullptr ? given : "/usr/share/libonnx-testdata/data";
}

std::string graphOf(const std::string& model)
{
    const std::vector<std::string> graphs = onnx::fieldsOf(model, kGraph);
    return graphs.empty() ? std::string() : graphs.front();
}

std::string firstText(const std::string& message, std::uint64_t field)
{
    const std::vector<std::string> found = onnx::fieldsOf(message, field);
    return found.empty() ? std::string() : found.front();
}

std::string leftOut(const std::string& name, const std::string& folder, const std::string& graph)
{
    const fs::path data = fs::path(folder) / "test_data_set_0";
    if (name.find("training") != std::string::npos || name.find("gradient") != std::string::npos) {
        return "training";
    }
    for (const std::string& input : onnx::fieldsOf(graph, kInputs)) {
        if (onnx::fieldsOf(firstText(input, 2), 1).empty()) {
            return "sequences or optional values";
        }
    }
    if (!fs::exists(data / "input_0.pb") || onnx::fieldsOf(graph, kInputs).empty()) {
        return "no input";
    }
    if (fs::exists(data / "output_1.pb")) {
        return "several outputs";
    }
    for (const char* file : {"input_0.pb", "output_0.pb"}) {
        if (onnx::numberOf(readTextFile((data / file).string()), kElementType, 0) != 1) {
            return "numbers other than float32";
        }
    }
    return {};
}

}  // namespace

std::vector<OnnxCase> onnxCases()
{
    std::vector<OnnxCase> cases;
    for (const char* kind : {"node", "pytorch-converted", "pytorch-operator", "simple"}) {
        std::error_code missing;
        for (const auto& entry : fs::directory_iterator(fs::path(dataFolder()) / kind, missing)) {
            const std::string folder = entry.path().string();
            if (!fs::exists(entry.path() / "model.onnx")) {
                continue;
            }
            const std::string graph = graphOf(readTextFile(folder + "/model.onnx"));
            OnnxCase found{kind + std::string("/") + entry.path().filename().string(), folder, {}, {}};
            for (const std::string& node : onnx::fieldsOf(graph, kNodes)) {
                found.operators.push_back(firstText(node, kType));
            }
            found.leftOut = leftOut(found.name, folder, graph);
            cases.push_back(std::move(found));
        }
    }
    std::sort(cases.begin(), cases.end(), [](const OnnxCase& a, const OnnxCase& b) { return a.name < b.name; });
    return cases;
}

std::string boundModel(const OnnxCase& onnxCase)
{
    std::string model = readTextFile(onnxCase.folder + "/model.onnx");
    const std::vector<std::string> inputs = onnx::fieldsOf(graphOf(model), kInputs);
    std::set<std::string> known;
    for (const std::string& initializer : onnx::fieldsOf(graphOf(model), kInitializer)) {
        known.insert(firstText(initializer, kTensorName));
    }
    std::string constants;
    std::size_t file = 0;
    for (const std::string& input : inputs) {
        const std::string name = firstText(input, 1);
        if (known.count(name) == 0 && file++ > 0) {
            const std::string data = onnxCase.folder + "/test_data_set_0/input_" + std::to_string(file - 1) + ".pb";
            constants += onnx::bytes(kInitializer, readTextFile(data) + onnx::bytes(kTensorName, name));
        }
    }
    const std::vector<std::string> opsets = onnx::fieldsOf(model, kOpset);
    if (opsets.size() == 1 && onnx::numberOf(opsets.front(), kVersion, 0) < 7) {
        model += onnx::bytes(kOpset, onnx::number(kVersion, 7));
    }
    return model + onnx::bytes(kGraph, constants);
}

std::vector<float> outputsOf(const Network& network, const std::vector<float>& inputs)
{
    const CompressedNetwork dense = uncompressed(std::make_shared<const Network>(network));
    const auto size = static_cast<std::size_t>(elementCount(network.inputShape()));
    return Executor(dense).run(FloatProduct(dense), inputs, inputs.size() / size);
}

double worstDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    double worst = a.size() == b.size() ? 0.0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const double difference = std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i]));
        const double relative = difference / (1.0 + std::abs(static_cast<double>(b[i])));
        worst = std::isnan(relative) ? std::numeric_limits<double>::infinity() : std::max(worst, relative);
    }
    return worst;
}

}  // namespace mho::test
