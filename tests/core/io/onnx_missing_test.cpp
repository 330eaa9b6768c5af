// SPDX-License-Identifier: GPL-3.0-or-later
/// Builds without the module that checks ONNX files.
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/onnx.h"
#include "core/io/onnx_write.h"
#include "tests/core/io/onnx_bytes.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

TEST_CASE("Without its module ONNX files are neither read nor written, and the error says why")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.onnx");
    writeFileWhole(path, onnx::model(onnx::node("Relu", {"x"}, {"y"}) + onnx::input("x", {0, 4}) + onnx::output("y")));
    CHECK_THROWS_WITH(readOnnx(path), Contains("MHO_ONNX"));
    Network network("small", {1, 2, 2});
    network.add("relu", Activation{});
    CHECK_THROWS_WITH(writeOnnx(network, folder.file("b.onnx")), Contains("MHO_ONNX"));
    CHECK_FALSE(std::filesystem::exists(folder.file("b.onnx")));
}
