// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/data/data_files.h"

#include <zlib.h>

#include <fstream>
#include <iostream>
#include <iterator>

namespace mho::test {

void writeBytes(const std::string& path, const Bytes& content)
{
    std::ofstream stream(path, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
}

Bytes readBytes(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void writePacked(const std::string& path, const Bytes& content)
{
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
    gzclose(file);
}

Bytes idxBytes(std::uint32_t magic, const std::vector<std::uint32_t>& extents, const Bytes& values)
{
    Bytes bytes;
    const auto put = [&](std::uint32_t number) {
        for (unsigned shift : {24U, 16U, 8U, 0U}) {
            bytes.push_back(static_cast<std::uint8_t>(number >> shift));
        }
    };
    put(magic);
    for (const std::uint32_t extent : extents) {
        put(extent);
    }
    bytes.insert(bytes.end(), values.begin(), values.end());
    return bytes;
}

std::optional<Error> errorOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

bool failsAt(const std::function<void()>& action, ErrorCode code, const std::string& whereEnd)
{
    const std::optional<Error> error = errorOf(action);
    const bool right = error && error->code() == code && error->where().ends_with(whereEnd);
    if (!right) {
        std::cout << "got: " << (error ? error->what() : "no error") << '\n';
    }
    return right;
}

}  // namespace mho::test
