// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx.h"

#include "core/io/onnx_write.h"
#include "tests/fuzz/fuzz.h"

#include <iostream>

namespace {

/// The checker learns ONNX's operators at its first use, which is not the input's cost.
void warmUp()
{
    static const bool done = [] {
        static_cast<void>(mho::fuzz::pathOf(""));
        mho::Network network("first", {1, 2, 2});
        network.add("relu", mho::Activation{});
        mho::writeOnnx(network, mho::fuzz::pathOf("first.onnx"));
        return true;
    }();
    static_cast<void>(done);
}

}  // namespace

void mho::fuzz::check(std::string_view input)
{
    warmUp();
    const std::string path = fileOf(input, ".onnx");
    const auto network = attempt([&] { return readOnnx(path); });
    if (!network) {
        return;
    }
    require(network->hasWeights(), "a network that was read has its weights");
    checkNetwork(*network);
    const std::string copy = pathOf("copy.onnx");
    const auto written = attempt([&] {
        writeOnnx(*network, copy);
        return true;
    });
    if (written) {
        require(readOnnx(copy).outputShape() == network->outputShape(), "a network that was written can be read");
    }
}
