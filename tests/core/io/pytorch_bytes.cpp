// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/pytorch_bytes.h"

#include <zlib.h>

#include <algorithm>
#include <bit>

namespace mho::test {
namespace {

std::uint64_t checkSum(const std::string& content)
{
    return crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
}

/// Deflate without the head and the check sum of zlib's own form.
std::string deflated(const std::string& content)
{
    constexpr std::size_t kHead = 2;
    constexpr std::size_t kTail = 4;
    uLongf bytes = compressBound(static_cast<uLong>(content.size()));
    std::string packed(bytes, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &bytes, reinterpret_cast<const Bytef*>(content.data()),
              static_cast<uLong>(content.size()), Z_BEST_COMPRESSION);
    return packed.substr(kHead, bytes - kHead - kTail);
}

/// What local header and directory have in common: version, flags, method, time, date, check sum, sizes, lengths.
std::string headerOf(const ZipEntry& entry, std::size_t packedBytes)
{
    const std::uint64_t bytes = entry.promised > 0 ? entry.promised : entry.content.size();
    return littleEndian(20, 2) + littleEndian(0, 2) + littleEndian(entry.deflated ? 8 : 0, 2) + littleEndian(0, 2) +
           littleEndian(0x21, 2) + littleEndian(checkSum(entry.content), 4) + littleEndian(packedBytes, 4) +
           littleEndian(bytes, 4) + littleEndian(entry.name.size(), 2) + littleEndian(0, 2);
}

}  // namespace

std::string littleEndian(std::uint64_t value, unsigned bytes)
{
    std::string result;
    for (unsigned i = 0; i < bytes; ++i) {
        result += static_cast<char>((value >> (8U * i)) & 0xffU);
    }
    return result;
}

std::string pickle(const std::string& body)
{
    return "\x80\x02" + body + ".";
}

std::string text(std::string_view value)
{
    return "X" + littleEndian(value.size(), 4) + std::string(value);
}

std::string whole(std::int64_t value)
{
    if (value >= 0 && value < 256) {
        return "K" + littleEndian(static_cast<std::uint64_t>(value), 1);
    }
    return "\x8a\x08" + littleEndian(static_cast<std::uint64_t>(value), 8);
}

std::string tuple(const std::vector<std::string>& items)
{
    std::string result = "(";
    for (const std::string& item : items) {
        result += item;
    }
    return result + "t";
}

std::string dict(const std::vector<std::string>& items)
{
    std::string result = "}(";
    for (const std::string& item : items) {
        result += item;
    }
    return result + "u";
}

std::string global(std::string_view module, std::string_view name)
{
    return "c" + std::string(module) + "\n" + std::string(name) + "\n";
}

std::string call(const std::string& function, const std::string& arguments)
{
    return function + arguments + "R";
}

std::string storage(std::string_view type, std::string_view key, std::int64_t elements, const std::string& more)
{
    return tuple({text("storage"), global("torch", type), text(key), text("cpu"), whole(elements), more}) + "Q";
}

std::string tensor(const std::string& stored, std::int64_t offset, const std::vector<std::int64_t>& shape,
                   const std::vector<std::int64_t>& strides)
{
    const auto numbers = [](const std::vector<std::int64_t>& values) {
        std::vector<std::string> items;
        std::transform(values.begin(), values.end(), std::back_inserter(items), whole);
        return tuple(items);
    };
    const std::string hooks = call(global("collections", "OrderedDict"), ")");
    return call(global("torch._utils", "_rebuild_tensor_v2"),
                tuple({stored, whole(offset), numbers(shape), numbers(strides), "\x89", hooks}));
}

std::string zipFile(const std::vector<ZipEntry>& entries)
{
    std::string file;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        const std::string packed = entry.deflated ? deflated(entry.content) : entry.content;
        const std::string header = headerOf(entry, packed.size());
        // Made by, header, comment length, disk, attributes, offset.
        directory += "PK\x01\x02" + littleEndian(20, 2) + header + littleEndian(0, 2) + littleEndian(0, 2) +
                     littleEndian(0, 2) + littleEndian(0, 4) + littleEndian(file.size(), 4) + entry.name;
        file += "PK\x03\x04" + header + entry.name + packed;
    }
    const std::string end = "PK\x05\x06" + littleEndian(0, 4) + littleEndian(entries.size(), 2) +
                            littleEndian(entries.size(), 2) + littleEndian(directory.size(), 4) + littleEndian(file.size(), 4) +
                            littleEndian(0, 2);
    return file + directory + end;
}

std::string zipForm(const std::string& pickled, const std::vector<ZipEntry>& more)
{
    std::vector<ZipEntry> entries{{"archive/data.pkl", pickled}};
    for (const ZipEntry& entry : more) {
        entries.push_back(entry);
        entries.back().name = "archive/" + entry.name;
    }
    entries.push_back({"archive/version", "3\n"});
    return zipFile(entries);
}

std::string legacyForm(const std::string& pickled, const std::vector<LegacyStorage>& storages)
{
    const std::string magic{"\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12};
    std::string file =
        pickle(magic) + pickle("M" + littleEndian(1001, 2)) + pickle(dict({text("little_endian"), "\x88"})) + pickled;
    std::string keys = "](";
    std::string content;
    for (const LegacyStorage& entry : storages) {
        keys += text(entry.key);
        content += littleEndian(entry.elements, 8) + entry.content;
    }
    return file + pickle(keys + "e") + content;
}

std::string floats(const std::vector<float>& values, bool bigEndian)
{
    std::string result;
    for (const float value : values) {
        std::string bytes = littleEndian(std::bit_cast<std::uint32_t>(value), 4);
        if (bigEndian) {
            std::reverse(bytes.begin(), bytes.end());
        }
        result += bytes;
    }
    return result;
}

}  // namespace mho::test
