// SPDX-License-Identifier: GPL-3.0-or-later
/// onnx-compare MODEL.onnx INPUT.pb OUTPUT.pb: runs the model and prints the largest |ours - theirs| / (1 + |theirs|); exit
/// status 1 above 1e-4. For tests that make models by other tools.
#include "core/base/error.h"
#include "core/io/onnx.h"
#include "tests/core/io/onnx_cases.h"

#include <iostream>
#include <string>
#include <vector>

using namespace mho;

namespace {

std::vector<float> valuesOf(const std::string& path)
{
    const Tensor tensor = readOnnxTensor(path);
    return {tensor.values().begin(), tensor.values().end()};
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() != 3) {
        std::cerr << "usage: onnx-compare MODEL.onnx INPUT.pb OUTPUT.pb\n";
        return 2;
    }
    try {
        const double worst =
            test::worstDifference(test::outputsOf(readOnnx(arguments[0]), valuesOf(arguments[1])), valuesOf(arguments[2]));
        std::cout << worst << "\n";
        return worst <= 1e-4 ? 0 : 1;
    } catch (const Error& error) {
        std::cerr << error.what() << "\n";
        return 2;
    }
}
