// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".safetensors");
    if (const auto content = attempt([&] { return readSafetensors(path); })) {
        checkTensors(content->tensors);
        const std::string copy = pathOf("copy.safetensors");
        writeSafetensors(copy, content->tensors, content->metadata);
        const SafetensorsContent again = readSafetensors(copy);
        require(again.metadata == content->metadata, "metadata read back as they were written");
        // Tensors without elements may stand anywhere between the others.
        require(again.tensors.size() == content->tensors.size(), "as many tensors are read back as were written");
    }
}
