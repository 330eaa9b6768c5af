// SPDX-License-Identifier: GPL-3.0-or-later
/// Zip archives of arrays.
#include "core/io/npy.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".npz");
    const auto content = attempt([&] { return readNpz(path); });
    if (!content) {
        return;
    }
    std::vector<ArraySource> arrays;
    for (const auto& [name, array] : content->arrays) {
        arrays.push_back({name, array.type, array.shape, [&bytes = array.bytes] { return bytes; }});
    }
    if (arrays.empty()) {
        return;
    }
    const std::string copy = pathOf("copy.npz");
    const auto written = attempt([&] {
        writeNpz(copy, arrays);
        return true;
    });
    if (!written) {
        return;  // A name that archives of ours cannot hold.
    }
    const NpyCollection again = readNpz(copy);
    require(again.arrays.size() == content->arrays.size(), "as many arrays are read back as were written");
    for (std::size_t i = 0; i < arrays.size(); ++i) {
        const auto& [name, array] = again.arrays[i];
        require(name == arrays[i].name && array.type == arrays[i].type && array.shape == arrays[i].shape &&
                    array.bytes == content->arrays[i].second.bytes,
                "an array reads back as it was written");
    }
}
