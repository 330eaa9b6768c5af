// SPDX-License-Identifier: GPL-3.0-or-later
/// The formats that hold weights: one list of arrays, written by the room io.
#include "core/base/version.h"
#include "core/compress/masked_network.h"
#include "core/io/npy.h"
#include "core/io/onnx_write.h"
#include "core/io/pytorch_write.h"
#include "core/io/safetensors.h"
#include "core/io/weights_match.h"
#include "core/report/exports/formats.h"
#include "core/report/exports/staged_file.h"

#include <map>
#include <memory>

namespace mho::exports {
namespace {

/// The parameters of the network as it runs: masks and levels put into its values.
std::vector<ArraySource> parameters(const CompressedNetwork& compressed)
{
    const auto masked = std::make_shared<const Network>(maskedNetwork(compressed));
    std::map<NodeId, std::size_t> layers;
    for (std::size_t i = 0; i < compressed.layers.size(); ++i) {
        layers.emplace(compressed.layers[i].layer.node, i);
    }
    std::vector<ArraySource> arrays;
    for (NodeId id = 0; id < masked->nodes().size(); ++id) {
        const Node& node = masked->nodes()[id];
        for (const Parameter& parameter : node.parameters) {
            ArraySource array{stateName(node, parameter.role), ElementType::Float32, parameter.tensor.shape(), {}};
            if (parameter.role == "weight" && layers.contains(id)) {
                array.bytes = [&compressed, layer = layers.at(id)] {
                    return bytesOf(std::span<const float>(compressed.weights(layer)));
                };
            } else {
                array.bytes = [masked, &parameter] { return bytesOf(parameter.tensor.values()); };
            }
            arrays.push_back(std::move(array));
        }
    }
    return arrays;
}

/// Mask of each weight layer; codes, magnitudes and scale of those with levels.
std::vector<ArraySource> beside(const CompressedNetwork& compressed)
{
    std::vector<ArraySource> arrays;
    for (std::size_t i = 0; i < compressed.layers.size(); ++i) {
        const CompressedLayer& layer = compressed.layers[i];
        const std::string name = layer.layer.name + ".weight";
        const Shape& shape = compressed.network->nodes()[layer.layer.node].parameter("weight")->shape();
        arrays.push_back({name + ".mask", ElementType::UInt8, shape,
                          [&layer] { return bytesOf(std::span<const std::uint8_t>(layer.mask.expanded())); }});
        if (!layer.levels) {
            continue;
        }
        arrays.push_back({name + ".levels", ElementType::Int16, shape,
                          [&compressed, i] { return bytesOf(std::span<const std::int16_t>(compressed.levelCodes(i))); }});
        const std::vector<float>& magnitudes = layer.levels->set.magnitudes;
        arrays.push_back({name + ".magnitudes", ElementType::Float32, Shape{static_cast<std::int64_t>(magnitudes.size())},
                          [&magnitudes] { return bytesOf(std::span<const float>(magnitudes)); }});
        arrays.push_back({name + ".scale", ElementType::Float32, Shape{},
                          [&layer] { return bytesOf(std::span<const float>(&layer.levels->scale, 1)); }});
    }
    return arrays;
}

/// The network as it runs, for formats that hold graph and weights together.
Network runningNetwork(const CompressedNetwork& compressed)
{
    Network network = maskedNetwork(compressed);
    for (std::size_t i = 0; i < compressed.layers.size(); ++i) {
        const NodeId node = compressed.layers[i].layer.node;
        network.setParameter(node, "weight", Tensor(network.nodes()[node].parameter("weight")->shape(), compressed.weights(i)));
    }
    return network;
}

std::vector<ArraySource> allArrays(const ExportRequest& request)
{
    std::vector<ArraySource> arrays = parameters(request.network);
    if (!request.weightsOnly) {
        for (ArraySource& array : beside(request.network)) {
            arrays.push_back(std::move(array));
        }
    }
    return arrays;
}

}  // namespace

void writeSafetensorsFile(const ExportRequest& request, const std::string& path)
{
    const Network& network = *request.network.network;
    writeSafetensors(path, allArrays(request),
                     {{"format", "pt"},
                      {"mho.version", kVersion},
                      {"mho.network", network.name()},
                      {"mho.hash", networkHash(network)},
                      {"mho.form", request.form == ExportForm::Masked ? "masked" : "shrunk"}});
}

void writePyTorchFile(const ExportRequest& request, const std::string& path)
{
    // load_state_dict() refuses what is no parameter, so that masks and levels lie in a dictionary of their own.
    std::vector<PyTorchPart> parts;
    parts.push_back({request.weightsOnly ? "" : "state_dict", parameters(request.network)});
    if (!request.weightsOnly) {
        parts.push_back({"compression", beside(request.network)});
    }
    writePyTorch(path, parts);
}

void writeNpzFile(const ExportRequest& request, const std::string& path)
{
    const std::vector<NpzText> about{{"about.json", aboutJson(request, false)}};
    writeNpz(path, allArrays(request), about);
}

void writeOnnxFile(const ExportRequest& request, const std::string& path)
{
    const std::vector<std::string> paths = exportedPaths(findExportFormat("onnx"), request, path);
    StagedFile model(paths.front());
    model.write([&](const std::string& place) { writeOnnx(runningNetwork(request.network), place); });
    if (paths.size() > 1) {
        const std::vector<NpzText> about{{"about.json", aboutJson(request, false)}};
        writeNpz(paths.back(), beside(request.network), about);
    }
    model.commit();
}

}  // namespace mho::exports
