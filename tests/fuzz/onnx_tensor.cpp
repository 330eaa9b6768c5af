// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".pb");
    if (const auto tensor = attempt([&] { return readOnnxTensor(path); })) {
        const NamedTensor named{"tensor", *tensor, StoredType::Float32};
        checkTensors(std::span(&named, 1));
    }
}
