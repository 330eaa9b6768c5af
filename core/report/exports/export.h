// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/shrink.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// Which form of a network is written.
enum class ExportForm {
    Masked,  ///< The network's own shapes, pruned weights zero.
    Shrunk   ///< Without the channels that do not matter (shrink.h): smaller shapes, equal outputs.
};

/// One crossbar as a circuit, for the format spice.
struct ExportCircuit {
    CrossbarAddress array;
    double wordLineOhm = 0.0;  ///< A segment; 0 = ideal wire.
    double bitLineOhm = 0.0;
    double sourceOhm = 0.0;
    double sinkOhm = 0.0;
    std::vector<double> voltagesV;  ///< One a word line; empty = the device's read voltage on all word lines in use, 0 V on others.
};

/// What is written, and of what.
struct ExportRequest {
    CompressedNetwork network;  ///< As it is before the form is taken.
    Hardware hardware;          ///< For crossbars.
    ExportForm form = ExportForm::Masked;
    bool weightsOnly = false;  ///< Weights without masks, level codes and scales beside them.
    std::string layer;         ///< Crossbars of this layer alone; empty = of all. The format spice needs one.
    ExportCircuit circuit;
};

/// What options a format takes.
enum class ExportKind { Weights, Crossbars, Circuit, Network };

/// One way to write a network for other tools. Files are documented in docs/files.md.
struct ExportFormat {
    std::string_view name;         ///< "safetensors"
    std::string_view description;  ///< English, one line (MHO_TEXT).
    ExportKind kind = ExportKind::Weights;
    std::string_view ending;  ///< ".npz"; empty = a folder of files.
    /// Writes whole or not at all: a file in place of an older one, a folder that must be new or empty.
    void (*write)(const ExportRequest& request, const std::string& path) = nullptr;
    std::string_view besideEnding = "";  ///< ".masks.npz", of a second file that has what lies beside the weights; empty = there is none.
};

/// All formats in a fixed order.
MHO_API const std::vector<ExportFormat>& exportFormats();
/// The format of that name; throws Error NotFound that lists the names.
MHO_API const ExportFormat& findExportFormat(std::string_view name);
/// What exportNetwork() writes: `path`, and the file beside it where there is one ("net.masks.npz" beside "net.onnx").
MHO_API std::vector<std::string> exportedPaths(const ExportFormat& format, const ExportRequest& request, const std::string& path);

/// Writes a network in a format. Throws Error InvalidArgument for a network without values, an unknown layer, an array that is
/// not there or circuit values out of range; Unsupported where the format cannot hold the network; InputOutput. Of two files both
/// are written or none. @return of the shrunk form the filters without effect that it has nevertheless (shrink.h)
MHO_API std::vector<StayingFilter> exportNetwork(const ExportFormat& format, const ExportRequest& request, const std::string& path);

}  // namespace mho
