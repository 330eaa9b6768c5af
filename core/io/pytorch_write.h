// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/array_source.h"

#include <span>
#include <string>
#include <vector>

namespace mho {

/// A dictionary of tensors in a checkpoint, "state_dict".
struct PyTorchPart {
    std::string name;
    std::vector<ArraySource> tensors;
};

/// Writes the zip form of torch.save (PyTorch 1.6 and later): a dictionary of the parts, each an OrderedDict of tensors on the
/// CPU; one part without a name is the whole file, a plain state dictionary. torch.load reads it, with weights_only=True too.
/// Whole or not at all; the same input gives the same bytes. Throws Error InvalidArgument for a name given twice in a part,
/// InputOutput.
MHO_API void writePyTorch(const std::string& path, std::span<const PyTorchPart> parts);

}  // namespace mho
