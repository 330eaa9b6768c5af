// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/safetensors.h"

#include <string>
#include <vector>

namespace mho {

/// The tensors of a file of weights, whatever its format.
struct WeightsContent {
    std::string format;                ///< "safetensors" or "PyTorch"
    std::string part;                  ///< PyTorchContent::part; empty for safetensors.
    std::vector<NamedTensor> tensors;  ///< In file order.
    std::vector<std::string> skipped;  ///< What was not read, each with its kind, "bn1.num_batches_tracked (int64)".
};

/// Reads a safetensors file or a state dictionary of torch.save (both forms); which it is shows in its content, not in its
/// name. Throws Error as readSafetensors and readPyTorch do, and BadFormat where the file is none of them.
MHO_API WeightsContent readWeights(const std::string& path);

}  // namespace mho
