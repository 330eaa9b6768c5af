// SPDX-License-Identifier: GPL-3.0-or-later
/// Files that DNN+NeuroSim's main.cpp reads: the network's table and a table of weights per layer (X. Peng et al., IEDM 2019;
/// repository neurosim/DNN_NeuroSim_V1.4, Inference_pytorch/NeuroSIM/NetWork_VGG8.csv and utee/hook.py, write_matrix_weight).
#include "core/base/whole_file.h"
#include "core/report/exports/formats.h"
#include "core/report/figure_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace mho::exports {
namespace {

bool isWeightLayer(const Node& node)
{
    return std::holds_alternative<Convolution>(node.operation) || std::holds_alternative<Linear>(node.operation);
}

bool isPool(const Node& node)
{
    return std::holds_alternative<Pool>(node.operation) || std::holds_alternative<GlobalAveragePool>(node.operation);
}

/// A pool reads the layer's output before another layer of weights does. Behind a sum the path goes on once: what a later sum
/// adds is the output of later layers.
bool beforePool(const Network& network, NodeId from, bool behindSum)
{
    for (NodeId id = from + 1; id < network.nodes().size(); ++id) {
        const Node& node = network.nodes()[id];
        const bool sum = std::holds_alternative<Add>(node.operation);
        if (std::find(node.inputs.begin(), node.inputs.end(), from) == node.inputs.end() || isWeightLayer(node) || (sum && behindSum)) {
            continue;
        }
        if (isPool(node) || beforePool(network, id, behindSum || sum)) {
            return true;
        }
    }
    return false;
}

/// Height and width of the input, channels, kernel, filters, pool behind, stride.
std::string networkLine(const Network& network, const WeightLayer& layer)
{
    const Node& node = network.nodes()[layer.node];
    const auto* convolution = std::get_if<Convolution>(&node.operation);
    Pair stride;
    Pair size;
    if (convolution != nullptr) {
        const Shape& input = network.shapeOf(node.inputs.front());
        size = {input[1], input[2]};
        stride = convolution->stride;
        if (layer.groups != 1 || stride.h != stride.w || convolution->dilation != Pair{}) {
            throw Error(ErrorCode::Unsupported,
                        MHO_TEXT("NeuroSim's table of a network has no place for groups, dilation, or a stride that differs between "
                                 "directions"),
                        {}, layer.name);
        }
    }
    return fmt::format("{},{},{},{},{},{},{},{}\n", size.h, size.w, layer.channels, layer.kernel.h, layer.kernel.w, layer.filters,
                       beforePool(network, layer.node, false) ? 1 : 0, stride.h);
}

}  // namespace

void writeNeuroSim(const ExportRequest& request, const std::string& path)
{
    const Network& network = *request.network.network;
    std::string table;
    for (const CompressedLayer& layer : request.network.layers) {
        table += networkLine(network, layer.layer);
    }
    WholeFolder folder(path);
    std::string layers = "layer,file,scale\n";
    for (std::size_t i = 0; i < request.network.layers.size(); ++i) {
        const WeightLayer& layer = request.network.layers[i].layer;
        const std::vector<float> weights = request.network.weights(i);
        float largest = 0.0F;
        for (const float weight : weights) {
            largest = std::max(largest, std::abs(weight));
        }
        const float scale = largest > 0.0F ? largest : 1.0F;
        // A row per input of the kernel, a column per filter; NeuroSim's range of weights is -1..1 (algoWeightMin, algoWeightMax).
        std::string text;
        for (std::int64_t column = 0; column < layer.columns; ++column) {
            for (std::int64_t filter = 0; filter < layer.filters; ++filter) {
                fmt::format_to(std::back_inserter(text), "{}{}", weights[static_cast<std::size_t>(filter * layer.columns + column)] / scale,
                               filter + 1 == layer.filters ? '\n' : ',');
            }
        }
        const std::string name = fmt::format("weight{:03}_{}.csv", i + 1, fileNameOf(layer.name));
        folder.write(name, text);
        layers += fmt::format("{},{},{}\n", csvField(layer.name), name, scale);
    }
    folder.write("NetWork.csv", table);
    folder.write("layers.csv", layers);
    folder.write("about.json", aboutJson(request, false));
    folder.commit();
}

}  // namespace mho::exports
