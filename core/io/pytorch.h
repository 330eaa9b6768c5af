// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/safetensors.h"

#include <string>
#include <vector>

namespace mho {

/// The state dictionary in a file of torch.save.
struct PyTorchContent {
    std::vector<NamedTensor> tensors;  ///< In the order of the dictionary.
    std::string part;                  ///< Key of the dictionary in a checkpoint, "state_dict" or "model.state_dict"; empty = the file is one.
    /// What is no weight, "name (int64)" or "name (number)": tensors of whole numbers, truth values and complex numbers,
    /// entries that are not tensors, and the checkpoint's other entries.
    std::vector<std::string> skipped;
};

/// Reads a file of torch.save: the zip form (PyTorch 1.6 and later, torch/serialization.py _save) or the form before it
/// (_legacy_save), or a TorchScript archive of torch.jit.save (an object's attributes become the names, "layer1.0.conv1.weight").
/// Nothing in the file is run: only plain containers and tensors are built, any other class or function is refused by name. Float32,
/// float16 and bfloat16 tensors keep their values; float64 is rounded to float32, to nearest.
/// Strided views are gathered; tensors that share elements share memory where they are equal views. Of a dictionary's entries the
/// first of "state_dict", "model", "model_state_dict", "module", "net", "network", "params" that is a dictionary with tensors is
/// taken, else the first of these within one of these ("model.state_dict"), else the dictionary itself. Byte order: that
/// of the zip form's entry "byteorder", little endian without one; the older form's elements are always little endian,
/// whatever its field "little_endian" says of the machine that wrote it (THPStorage_(writeFileRaw)).
///
/// Throws Error NotFound, InputOutput, or BadFormat with where = path, entry and byte offset or tensor name: a file that is
/// cut, damaged or of no such form; a frozen TorchScript program, whose weights have no names; a class or function that is not known;
/// sizes, strides and offsets beyond a storage; tensors of more than 8 extents; a name given twice; tensors that share elements more
/// than four times over; no tensor at all.
MHO_API PyTorchContent readPyTorch(const std::string& path);

}  // namespace mho
