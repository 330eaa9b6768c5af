// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".npy");
    if (const auto array = attempt([&] { return readNpy(path); })) {
        require(array->bytes.size() == static_cast<std::size_t>(elementCount(array->shape)) * elementBytes(array->type),
                "the elements fit the shape");
        const std::string copy = pathOf("copy.npy");
        writeNpy(copy, *array);
        const NpyArray again = readNpy(copy);
        require(again.type == array->type && again.shape == array->shape && again.bytes == array->bytes,
                "an array reads back as it was written");
    }
}
