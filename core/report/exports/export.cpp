// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exports/export.h"

#include "core/base/version.h"
#include "core/compress/shrink.h"
#include "core/report/exports/formats.h"
#include "core/run/recipe.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mho {

const std::vector<ExportFormat>& exportFormats()
{
    using namespace exports;
    static const std::vector<ExportFormat> formats{
        {"safetensors", MHO_TEXT("Weights, masks, level codes and scales as a safetensors file"), ExportKind::Weights, ".safetensors",
         writeSafetensorsFile},
        {"pytorch", MHO_TEXT("Weights, masks, level codes and scales as a file of torch.save; its state_dict has the weights alone"), ExportKind::Weights, ".pt",
         writePyTorchFile},
        {"npz", MHO_TEXT("Weights, masks, level codes and scales as an NPZ file of NumPy"), ExportKind::Weights, ".npz", writeNpzFile},
        {"onnx", MHO_TEXT("The network with its weights as an ONNX model; masks, level codes and scales in NAME.masks.npz beside it"),
         ExportKind::Weights, ".onnx", writeOnnxFile, ".masks.npz"},
        {"csv", MHO_TEXT("Conductances of each crossbar in siemens as CSV, with an index; a folder"), ExportKind::Crossbars, "",
         writeCrossbarsCsv},
        {"crossbars", MHO_TEXT("Conductances of each crossbar in siemens as an NPZ file, with an index"), ExportKind::Crossbars, ".npz",
         writeCrossbarsNpz},
        {"neurosim", MHO_TEXT("Network and weights for DNN+NeuroSim V1.3 and V1.4; a folder"), ExportKind::Network, "", writeNeuroSim},
        {"spice", MHO_TEXT("One crossbar with its wires as a netlist for ngspice"), ExportKind::Circuit, ".cir", writeSpice},
    };
    return formats;
}

const ExportFormat& findExportFormat(std::string_view name)
{
    std::string names;
    for (const ExportFormat& format : exportFormats()) {
        if (format.name == name) {
            return format;
        }
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no export format \"%1\"; there are: %2"), {std::string(name), names});
}

std::vector<std::string> exportedPaths(const ExportFormat& format, const ExportRequest& request, const std::string& path)
{
    std::vector<std::string> paths{path};
    if (!format.besideEnding.empty() && !request.weightsOnly) {
        const std::size_t ending = path.ends_with(format.ending) ? format.ending.size() : 0;
        paths.push_back(path.substr(0, path.size() - ending) + std::string(format.besideEnding));
    }
    return paths;
}

std::vector<StayingFilter> exportNetwork(const ExportFormat& format, const ExportRequest& request, const std::string& path)
{
    if (!request.network.network->hasWeights()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The network has no weights to export; train it or give it a file of weights"),
                    {}, request.network.network->name());
    }
    if (request.form == ExportForm::Masked) {
        format.write(request, path);
        return {};
    }
    ShrunkNetwork small = shrink(request.network);
    ExportRequest shrunk = request;
    shrunk.network = std::move(small.compressed);
    format.write(shrunk, path);
    return std::move(small.staying);
}

namespace exports {

std::string aboutJson(const ExportRequest& request, bool withHardware)
{
    const Network& network = *request.network.network;
    nlohmann::ordered_json about{{"tool", {{"name", "mho"}, {"version", kVersion}}},
                                 {"network", {{"name", network.name()}, {"hash", networkHash(network)}}},
                                 {"form", request.form == ExportForm::Masked ? "masked" : "shrunk"}};
    if (withHardware) {
        about["hardware"] = nlohmann::ordered_json::parse(hardwareToJson(request.hardware));
    }
    return about.dump(2) + "\n";
}

}  // namespace exports
}  // namespace mho
