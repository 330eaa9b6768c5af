// SPDX-License-Identifier: GPL-3.0-or-later
/// Folders of arrays. An input is files one after the other: a byte with the length of a name, the name, two bytes with the length
/// of what is in the file, low first, and that.
#include "core/io/npy.h"
#include "core/io/weights_file.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>
#include <fstream>

namespace {

/// The next `count` bytes, fewer at the end.
std::string_view take(std::string_view& rest, std::size_t count)
{
    const std::string_view part = rest.substr(0, count);
    rest.remove_prefix(part.size());
    return part;
}

std::size_t number(std::string_view bytes)
{
    std::size_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        value = 256 * value + static_cast<unsigned char>(bytes[i - 1]);
    }
    return value;
}

bool canBeName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

/// @return how many files end in ".npy"
std::size_t unpack(std::string_view input, const std::filesystem::path& folder)
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::size_t arrays = 0;
    while (!input.empty()) {
        const std::string name(take(input, number(take(input, 1))));
        const std::string_view content = take(input, number(take(input, 2)));
        const std::filesystem::path path = folder / name;
        if (canBeName(name) && !std::filesystem::exists(path)) {
            std::ofstream file(path, std::ios::binary);
            file.write(content.data(), static_cast<std::streamsize>(content.size()));
            arrays += file.good() && path.extension() == ".npy" ? 1U : 0U;
        }
    }
    return arrays;
}

}  // namespace

void mho::fuzz::check(std::string_view input)
{
    const std::string folder = pathOf("folder");
    const std::size_t files = unpack(input, folder);
    if (const auto content = attempt([&] { return readNpyFolder(folder); })) {
        require(content->arrays.size() + content->skipped.size() <= files, "an array is of a file of its own");
        for (const auto& [name, array] : content->arrays) {
            require(array.bytes.size() == static_cast<std::size_t>(elementCount(array.shape)) * elementBytes(array.type), "the elements fit the shape");
        }
    }
    if (const auto content = attempt([&] { return readWeights(folder); })) {
        checkTensors(content->tensors);
    }
}
