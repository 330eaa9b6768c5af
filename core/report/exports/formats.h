// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/exports/export.h"

#include <string>

/// The formats, one file each; exportNetwork() has taken the form and checked the weights. For .cpp files of this folder only.
namespace mho::exports {

void writeSafetensorsFile(const ExportRequest& request, const std::string& path);
void writePyTorchFile(const ExportRequest& request, const std::string& path);
void writeNpzFile(const ExportRequest& request, const std::string& path);
void writeOnnxFile(const ExportRequest& request, const std::string& path);
void writeCrossbarsNpz(const ExportRequest& request, const std::string& path);
void writeCrossbarsCsv(const ExportRequest& request, const std::string& path);
void writeNeuroSim(const ExportRequest& request, const std::string& path);
void writeSpice(const ExportRequest& request, const std::string& path);

/// What was written, as JSON: version, network, its hash, the form; with hardware where crossbars are written.
std::string aboutJson(const ExportRequest& request, bool withHardware);

}  // namespace mho::exports
