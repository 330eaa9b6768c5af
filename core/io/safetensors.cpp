// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/base/error.h"
#include "core/base/json_builder.h"
#include "core/base/json_depth.h"
#include "core/io/array_source.h"
#include "core/io/file_bytes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>

namespace mho {
namespace {

using Json = nlohmann::json;

static_assert(std::endian::native == std::endian::little, "safetensors files are little endian");

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMostHeaderBytes = 32U << 20U;
constexpr const char* kMetadata = "__metadata__";

struct FileType {
    const char* name;
    std::uint64_t bytes;
    std::optional<StoredType> type;  ///< Missing = known, but not read.
};
constexpr std::array<FileType, 14> kTypes{{{"F32", 4, StoredType::Float32},
                                           {"F16", 2, StoredType::Float16},
                                           {"BF16", 2, StoredType::BFloat16},
                                           {"F64", 8, {}},
                                           {"I64", 8, {}},
                                           {"U64", 8, {}},
                                           {"I32", 4, {}},
                                           {"U32", 4, {}},
                                           {"I16", 2, {}},
                                           {"U16", 2, {}},
                                           {"I8", 1, {}},
                                           {"U8", 1, {}},
                                           {"BOOL", 1, {}},
                                           {"F8_E4M3", 1, {}}}};

struct Entry {
    std::string name;
    const FileType* type = nullptr;
    Shape shape;
    std::uint64_t begin = 0;  ///< Bytes from the start of the data.
    std::uint64_t end = 0;
};

[[noreturn]] void fail(const std::string& where, const char* text, std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), where);
}

/// Parses the header; a key given twice, which a plain parse would hide, is an error.
Json parseHeader(const std::string& text, const std::string& path)
{
    using Stop = JsonBuilder<Json>::Stop;
    const std::string where = path + ", byte 8";
    checkJsonDepth(text, where);
    JsonBuilder<Json> builder;
    Json::sax_parse(text, &builder);
    if (builder.stop == Stop::KeyTwice && builder.depth() == 1) {
        fail(path, MHO_TEXT("The header names the tensor \"%1\" twice"), {builder.cause});
    }
    if (builder.stop == Stop::KeyTwice) {
        fail(where, MHO_TEXT("The key \"%1\" is given twice in one object; remove one"), {builder.cause});
    }
    if (builder.stop != Stop::None) {
        fail(where, MHO_TEXT("The header is not JSON (%1); this is not a safetensors file, or it is damaged"), {builder.cause});
    }
    if (!builder.result.is_object()) {
        fail(where, MHO_TEXT("The header is not a JSON object; this is not a safetensors file"));
    }
    return std::move(builder.result);
}

Entry readEntry(const std::string& name, const Json& value, const std::string& path)
{
    const std::string where = path + ", tensor " + name;
    const bool complete = value.is_object() && value.contains("dtype") && value["dtype"].is_string() &&
                          value.contains("shape") && value["shape"].is_array() && value.contains("data_offsets") &&
                          value["data_offsets"].is_array() && value["data_offsets"].size() == 2;
    if (!complete) {
        fail(where, MHO_TEXT("Its entry needs dtype, shape and two data_offsets"));
    }
    Entry entry;
    entry.name = name;
    const auto& typeName = value["dtype"].get_ref<const std::string&>();
    const auto type = std::find_if(kTypes.begin(), kTypes.end(), [&](const FileType& known) { return typeName == known.name; });
    if (type == kTypes.end()) {
        fail(where, MHO_TEXT("Its type \"%1\" is unknown"), {typeName});
    }
    entry.type = &*type;
    std::uint64_t bytes = type->bytes;
    for (const Json& extent : value["shape"]) {
        constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
        const std::uint64_t number = extent.is_number_unsigned() ? extent.get<std::uint64_t>() : kMost;
        if (number >= kMost || (number != 0 && bytes > kMost / number)) {
            fail(where, MHO_TEXT("Its shape is not a list of whole numbers of a size that can be"));
        }
        bytes *= number;
        entry.shape.push_back(static_cast<std::int64_t>(number));
    }
    const Json& begin = value["data_offsets"][0];
    const Json& end = value["data_offsets"][1];
    if (!begin.is_number_unsigned() || !end.is_number_unsigned()) {
        fail(where, MHO_TEXT("Its data_offsets are not whole numbers from 0"));
    }
    entry.begin = begin.get<std::uint64_t>();
    entry.end = end.get<std::uint64_t>();
    if (entry.end < entry.begin || entry.end - entry.begin != bytes) {
        fail(where, MHO_TEXT("Its data_offsets %1 and %2 do not span the %3 bytes of its type and shape"),
             {fmt::format("{}", entry.begin), fmt::format("{}", entry.end), fmt::format("{}", bytes)});
    }
    return entry;
}

/// The data must lie one behind the other, from the first byte to the last.
void checkLayout(const std::vector<Entry>& entries, std::uint64_t dataBytes, const std::string& path)
{
    std::uint64_t expected = 0;
    for (const Entry& entry : entries) {
        if (entry.begin != expected) {
            fail(path + ", tensor " + entry.name, MHO_TEXT("Its data start at %1 but the tensor before ends at %2"),
                 {fmt::format("{}", entry.begin), fmt::format("{}", expected)});
        }
        expected = entry.end;
    }
    if (expected != dataBytes) {
        fail(path, MHO_TEXT("The header describes %1 bytes of data but the file has %2; it is cut or damaged"),
             {fmt::format("{}", expected), fmt::format("{}", dataBytes)});
    }
}

ElementType elementOf(StoredType type)
{
    return type == StoredType::Float32   ? ElementType::Float32
           : type == StoredType::Float16 ? ElementType::Float16
                                         : ElementType::BFloat16;
}

/// Float32 goes straight to where it stays: a network takes its size of memory, not twice that.
std::vector<float> readValues(detail::FileBytes& reader, std::uint64_t dataStart, const Entry& entry)
{
    const std::uint64_t bytes = entry.end - entry.begin;
    if (*entry.type->type != StoredType::Float32) {
        return floatsFrom(elementOf(*entry.type->type), reader.read(dataStart + entry.begin, bytes));
    }
    std::vector<float> values(bytes / sizeof(float));
    reader.readInto(dataStart + entry.begin, charsOf(std::span(values)));
    return values;
}

}  // namespace

SafetensorsContent readSafetensors(const std::string& path)
{
    detail::FileBytes reader(path);
    if (reader.size() < kLengthBytes) {
        fail(path + ", byte 0", MHO_TEXT("The file has %1 bytes, too few for a safetensors file"),
             {fmt::format("{}", reader.size())});
    }
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, reader.read(0, kLengthBytes).data(), kLengthBytes);
    if (headerBytes > std::min(kMostHeaderBytes, reader.size() - kLengthBytes)) {
        fail(path + ", byte 0", MHO_TEXT("The header should have %1 bytes; this is not a safetensors file, or it is cut"),
             {fmt::format("{}", headerBytes)});
    }
    const Json header = parseHeader(reader.read(kLengthBytes, headerBytes), path);
    SafetensorsContent content;
    std::vector<Entry> entries;
    for (const auto& [name, value] : header.items()) {
        if (name != kMetadata) {
            entries.push_back(readEntry(name, value, path));
            continue;
        }
        const bool texts =
            value.is_object() && std::all_of(value.begin(), value.end(), [](const Json& entry) { return entry.is_string(); });
        if (!texts) {
            fail(path, MHO_TEXT("The header's %1 is not a table of texts"), {kMetadata});
        }
        content.metadata = value.get<std::map<std::string, std::string>>();
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
    });
    const std::uint64_t dataStart = kLengthBytes + headerBytes;
    checkLayout(entries, reader.size() - dataStart, path);
    for (Entry& entry : entries) {
        if (!entry.type->type) {
            content.skipped.push_back(fmt::format("{} ({})", entry.name, entry.type->name));
            continue;
        }
        content.tensors.push_back(
            {std::move(entry.name), Tensor(std::move(entry.shape), readValues(reader, dataStart, entry)), *entry.type->type});
    }
    return content;
}

}  // namespace mho
