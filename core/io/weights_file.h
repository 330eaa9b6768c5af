// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/safetensors.h"

#include <string>
#include <vector>

namespace mho {

/// The tensors of a file of weights, whatever its format.
struct WeightsContent {
    std::string format;                ///< "safetensors", "PyTorch", "NPZ" or "NPY folder"
    std::string part;                  ///< PyTorchContent::part; empty for the others.
    std::vector<NamedTensor> tensors;  ///< In file order.
    std::vector<std::string> skipped;  ///< What was not read, each with its kind, "bn1.num_batches_tracked (int64)".
};

/// Reads a safetensors file, a state dictionary of torch.save (both forms) or a TorchScript archive, an NPZ file, or a folder of
/// NPY files; which it is shows in its content, not in its name. What exports of Mho put beside a weight (docs/files.md: .mask,
/// .levels, .magnitudes, .scale) is skipped. Throws Error as readSafetensors, readPyTorch, readNpz and readNpyFolder do, and
/// BadFormat where the file is none of them.
MHO_API WeightsContent readWeights(const std::string& path);

}  // namespace mho
