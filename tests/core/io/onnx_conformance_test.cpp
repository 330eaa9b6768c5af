// SPDX-License-Identifier: GPL-3.0-or-later
/// ONNX's own conformance cases, run by Mho's executor.
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/onnx.h"
#include "tests/core/io/onnx_cases.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

using namespace mho;
using namespace mho::test;

namespace {

constexpr double kTolerance = 1e-4;

/// The operators whose cases must all open and match, but for kRefused.
const std::set<std::string> kOperators{
    "Add",      "AveragePool", "BatchNormalization", "Clip",      "Concat",       "Constant", "Conv",      "Div",
    "Dropout",  "Elu",         "Flatten",            "Gemm",      "GlobalAveragePool", "GlobalMaxPool", "Identity", "LRN",
    "LeakyRelu", "LogSoftmax", "MatMul",             "MaxPool",   "Mul",          "Neg",      "PRelu",     "Pad",
    "Relu",     "Reshape",     "Sigmoid",            "Softmax",   "Squeeze",      "Sub",      "Sum",       "Tanh",
    "Transpose", "Unsqueeze"};

/// Cases of these operators that are refused all the same: a pattern of their names, and what the refusal says.
struct Refused {
    const char* names;
    const char* words;
};
constexpr Refused kRefused[] = {
    {"MaxPool1d_stride_padding_dilation", "an extent of 220000"},
    {"(averagepool|maxpool)_[13]d|AvgPool3d|MaxPool[13]d|operator_maxpool", "Mho knows windows over height and width only"},
    {"Conv[13]d", "Mho knows convolutions over height and width only"},
    {"matmul_[34]d", "Mho knows matrices only"},
    {"reshape_allowzero_reordered", "does not leave the batch"},  // an input without elements
    // Operators that opset 7 changed, in models of opset 6.
    {"BatchNorm[123]d|test_Linear$|operator_addmm|operator_mm$", "Unrecognized attribute"},
    {"PReLU_[123]d_multiparam", "which do not fit"},
};

const Refused* refusedAs(const std::string& name)
{
    const auto found = std::find_if(std::begin(kRefused), std::end(kRefused),
                                    [&](const Refused& refused) { return std::regex_search(name, std::regex(refused.names)); });
    return found == std::end(kRefused) ? nullptr : found;
}

std::vector<float> valuesOf(const std::string& path)
{
    const Tensor tensor = readOnnxTensor(path);
    return {tensor.values().begin(), tensor.values().end()};
}

/// "ok", or what happened instead.
std::string outcome(const OnnxCase& onnxCase, const std::string& file)
{
    writeFileWhole(file, boundModel(onnxCase));
    try {
        const Network network = readOnnx(file);
        const std::string data = onnxCase.folder + "/test_data_set_0/";
        const double worst = worstDifference(outputsOf(network, valuesOf(data + "input_0.pb")), valuesOf(data + "output_0.pb"));
        return worst <= kTolerance ? "ok" : "differs by " + std::to_string(worst);
    } catch (const Error& error) {
        return std::string(error.code() == ErrorCode::Unsupported ? "refused: " : "fails: ") + error.what();
    }
}

bool ofKnownOperators(const OnnxCase& onnxCase)
{
    return std::all_of(onnxCase.operators.begin(), onnxCase.operators.end(),
                       [](const std::string& type) { return kOperators.count(type) > 0; });
}

}  // namespace

TEST_CASE("ONNX's conformance cases give what they must, or say what Mho does not have")
{
    const std::vector<OnnxCase> cases = onnxCases();
    if (cases.empty()) {
        std::cout << "skipped: libonnx-testdata is not installed\n";
        return;
    }
    const TemporaryFolder folder;
    const std::string file = folder.file("model.onnx");
    std::map<std::string, std::vector<std::string>> byOutcome;
    for (const OnnxCase& onnxCase : cases) {
        if (!onnxCase.leftOut.empty()) {
            byOutcome["left out, " + onnxCase.leftOut].push_back(onnxCase.name);
            continue;
        }
        const std::string found = outcome(onnxCase, file);
        INFO(onnxCase.name << ": " << found);
        if (ofKnownOperators(onnxCase)) {
            const Refused* refused = refusedAs(onnxCase.name);
            CHECK((refused == nullptr ? found == "ok" : found.find(refused->words) != std::string::npos));
        } else if (found != "ok") {
            // Nothing else than the named error: an operator that the model has, in its words.
            CHECK(found.rfind("refused: ", 0) == 0);
            CHECK(std::any_of(onnxCase.operators.begin(), onnxCase.operators.end(),
                              [&](const std::string& type) { return found.find(type) != std::string::npos; }));
        }
        byOutcome[found == "ok" ? "match" : "refused"].push_back(onnxCase.name);
    }
    for (const auto& [what, names] : byOutcome) {
        std::cout << "ONNX conformance: " << names.size() << " " << what << "\n";
        for (const std::string& name : names) {
            std::cout << (what == "match" ? "" : "  " + name + "\n");
        }
    }
    CHECK(byOutcome["match"].size() >= 200);
}
