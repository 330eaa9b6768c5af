// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/phrase.h"
#include "core/io/safetensors.h"
#include "core/io/weights_match.h"
#include "core/network/network.h"

#include <span>
#include <string>
#include <vector>

namespace mho {

/// A trained network from one file.
struct NetworkFile {
    Network network;
    std::vector<std::string> unused;  ///< What of the file has no part in it, as unusedOf().
    Phrase assumed;                   ///< A sentence on what was guessed of the network; empty = its names, or its model, tell all.
};

/// Reads an ONNX file (by its ending, .onnx) with readOnnx(), any other with readWeights(): its network is that of matchKnownNetwork(),
/// else that of inferNetwork(). Throws as these.
MHO_API NetworkFile readNetworkFile(const std::string& path);

/// The network of the zoo whose every parameter has a tensor, by name and shape (matchWeights()), and of several the one that uses most
/// tensors; where none is so by name, the one whose parameters have the shapes of the tensors in their order (PyTorch keeps the
/// order of a module's definition) and their roles, where names tell them; that is a guess. Throws Error BadFormat (where = path) where there is
/// none: it names the nearest, what that lacks and what has no place in it.
/// @param skipped what of the file was not read, named beside what has no place
MHO_API NetworkFile matchKnownNetwork(std::span<const NamedTensor> tensors, const std::string& path, const std::vector<std::string>& skipped = {});

/// What a network did not take of a file's content: tensors without a place, and what was not read, each with the reason.
/// Left out are PyTorch's counters of batches and what exports of Mho put beside weights (docs/files.md), which are no weights.
MHO_API std::vector<std::string> unusedOf(const std::vector<std::string>& unused, const std::vector<std::string>& skipped);

/// The first dozen of them, and how many more there are.
MHO_API std::string listedNames(const std::vector<std::string>& names);

/// Throws Error BadFormat (where = path) that names what the network lacks, and what of the file found no place or was not read (`skipped`);
/// nothing where it is complete.
MHO_API void requireComplete(const WeightsMatch& match, const std::string& path, const std::vector<std::string>& skipped = {});

}  // namespace mho
