// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pytorch.h"
#include "core/io/pytorch_write.h"
#include "tests/fuzz/fuzz.h"

namespace mho::fuzz {

/// Reads the file; what came out is written as a state dictionary and read back.
inline void checkPyTorch(const std::string& path)
{
    const auto content = attempt([&] { return readPyTorch(path); });
    if (!content) {
        return;
    }
    checkTensors(content->tensors);
    PyTorchPart part;
    for (const NamedTensor& named : content->tensors) {
        part.tensors.push_back({named.name, ElementType::Float32, named.tensor.shape(),
                                [&tensor = named.tensor] { return bytesOf(tensor.values()); }});
    }
    const std::string copy = pathOf("copy.pt");
    writePyTorch(copy, std::span(&part, 1));
    const PyTorchContent again = readPyTorch(copy);
    require(again.tensors.size() == content->tensors.size(), "as many tensors are read back as were written");
    for (std::size_t i = 0; i < again.tensors.size(); ++i) {
        require(again.tensors[i].name == content->tensors[i].name, "names read back as they were written");
        require(again.tensors[i].tensor.shape() == content->tensors[i].tensor.shape(), "shapes read back as they were written");
        requireSame(again.tensors[i].tensor.values(), content->tensors[i].tensor.values());
    }
}

}  // namespace mho::fuzz
