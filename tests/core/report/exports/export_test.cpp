// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exports/export.h"

#include "core/base/resources.h"
#include "core/io/npy.h"
#include "core/io/weights_file.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace mho;
using mho::test::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

/// Two layers whose names would lead out of a folder, and look alike in file names.
CompressedNetwork hostile()
{
    Network network("../../evil", {1, 1, 2});
    network.add("flatten", Flatten{});
    network.add("../../evil", Linear{.features = 3});
    network.add(".._.._evil", Linear{.features = 2});
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()), 0.5F);
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return uncompressed(std::make_shared<const Network>(std::move(network)));
}

std::size_t filesBelow(const std::string& folder)
{
    return static_cast<std::size_t>(std::count_if(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator(),
                                                  [](const auto& entry) { return entry.is_regular_file(); }));
}

}  // namespace

TEST_CASE("Folders hold what is written, whatever layers are called")
{
    TemporaryFolder outer;
    ExportRequest request;
    request.network = hostile();
    request.hardware.crossbar.rows = request.hardware.crossbar.columns = 4;
    for (const char* name : {"csv", "neurosim"}) {
        const std::string folder = outer.file("a/b/" + std::string(name));
        fs::create_directories(outer.file("a/b"));
        exportNetwork(findExportFormat(name), request, folder);
        std::size_t inside = 0;
        for (const auto& entry : fs::directory_iterator(folder)) {
            CHECK(entry.is_regular_file());
            CHECK(entry.path().filename().string().find("..") != 0);
            ++inside;
        }
        CHECK(filesBelow(outer.path()) == inside);
        CHECK(inside >= 5);
        fs::remove_all(folder);
    }
    for (const char* name : {"safetensors", "pytorch", "npz"}) {
        const std::string path = outer.file(std::string("weights-") + name);
        exportNetwork(findExportFormat(name), request, path);
        const WeightsContent content = readWeights(path);
        REQUIRE(content.tensors.size() == 4);
        CHECK(std::any_of(content.tensors.begin(), content.tensors.end(),
                          [](const NamedTensor& tensor) { return tensor.name == "../../evil.weight"; }));
        fs::remove(path);
    }
    CHECK(filesBelow(outer.path()) == 0);
}

TEST_CASE("An export names all that it writes: of ONNX the file beside the model, where it is wanted")
{
    using Paths = std::vector<std::string>;
    ExportRequest request;
    const ExportFormat& onnx = findExportFormat("onnx");
    CHECK(exportedPaths(onnx, request, "a.b/net.onnx") == Paths{"a.b/net.onnx", "a.b/net.masks.npz"});
    CHECK(exportedPaths(onnx, request, "net.v2") == Paths{"net.v2", "net.v2.masks.npz"});
    CHECK(exportedPaths(findExportFormat("npz"), request, "net.npz") == Paths{"net.npz"});
    CHECK(exportedPaths(findExportFormat("csv"), request, "net-csv") == Paths{"net-csv"});
    request.weightsOnly = true;
    CHECK(exportedPaths(onnx, request, "net.onnx") == Paths{"net.onnx"});
}

TEST_CASE("Formats have names of their own, and a network without values has nothing to export")
{
    std::set<std::string_view> names;
    for (const ExportFormat& format : exportFormats()) {
        CHECK(names.insert(format.name).second);
        CHECK(&findExportFormat(format.name) == &format);
    }
    CHECK_THROWS_AS(findExportFormat("gif"), Error);
    TemporaryFolder folder;
    Network network("small", {1, 1, 2});
    network.add("flatten", Flatten{});
    network.add("fc", Linear{.features = 2});
    ExportRequest request;
    request.network = uncompressed(std::make_shared<const Network>(std::move(network)));
    for (const ExportFormat& format : exportFormats()) {
        CHECK_THROWS_AS(exportNetwork(format, request, folder.file("x")), Error);
    }
    CHECK(fs::is_empty(folder.path()));
}
