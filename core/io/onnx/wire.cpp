// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/wire.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace mho::detail::onnx {
namespace {

constexpr unsigned kVarintBits = 7;
constexpr std::uint64_t kVarintMask = 0x7F;
constexpr std::uint64_t kMore = 0x80;

template <typename Number>
Number fixed(const char* bytes)
{
    static_assert(std::endian::native == std::endian::little);
    Number value = 0;
    std::memcpy(&value, bytes, sizeof(Number));
    return value;
}

std::uint64_t takeVarint(std::string_view& rest, const Origin& origin)
{
    std::uint64_t value = 0;
    const char* start = rest.data();
    for (unsigned shift = 0; shift < 64; shift += kVarintBits) {
        if (rest.empty()) {
            damaged(origin, start, MHO_TEXT("A number is cut"));
        }
        const auto byte = static_cast<std::uint64_t>(static_cast<unsigned char>(rest.front()));
        rest.remove_prefix(1);
        value |= (byte & kVarintMask) << shift;
        if ((byte & kMore) == 0) {
            return value;
        }
    }
    damaged(origin, start, MHO_TEXT("A number has too many bytes"));
}

}  // namespace

void damaged(const Origin& origin, const char* at, const char* what)
{
    throw Error(ErrorCode::BadFormat, MHO_TEXT("%1; the file is damaged, cut, or no ONNX model"), {what},
                fmt::format("{}, byte {}", origin.path, at - origin.begin));
}

bool WireReader::next(Field& field)
{
    if (rest_.empty()) {
        return false;
    }
    const char* start = rest_.data();
    const std::uint64_t key = takeVarint(rest_, origin_);
    field.number = key >> 3U;
    const auto take = [&](std::uint64_t size) {
        if (size > rest_.size()) {
            damaged(origin_, start, MHO_TEXT("A field is longer than what it is in"));
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    };
    switch (key & 7U) {
        case 0:
            field.wire = Wire::Varint;
            field.value = takeVarint(rest_, origin_);
            break;
        case 1:
            field.wire = Wire::Fixed64;
            field.value = fixed<std::uint64_t>(take(sizeof(std::uint64_t)).data());
            break;
        case 2:
            field.wire = Wire::Bytes;
            field.bytes = take(takeVarint(rest_, origin_));
            break;
        case 5:
            field.wire = Wire::Fixed32;
            field.value = fixed<std::uint32_t>(take(sizeof(std::uint32_t)).data());
            break;
        default:
            damaged(origin_, start, MHO_TEXT("A field is of no known kind"));
    }
    if (field.number == 0) {
        damaged(origin_, start, MHO_TEXT("A field has no number"));
    }
    return true;
}

void appendVarints(const Field& field, const Origin& origin, std::vector<std::int64_t>& values)
{
    if (field.wire == Wire::Varint) {
        values.push_back(static_cast<std::int64_t>(field.value));
        return;
    }
    if (field.wire != Wire::Bytes) {
        damaged(origin, origin.begin, MHO_TEXT("A list of whole numbers holds something else"));
    }
    std::string_view rest = field.bytes;
    while (!rest.empty()) {
        values.push_back(static_cast<std::int64_t>(takeVarint(rest, origin)));
    }
}

void appendFloats(const Field& field, const Origin& origin, std::vector<float>& values)
{
    if (field.wire == Wire::Fixed32) {
        values.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(field.value)));
        return;
    }
    if (field.wire != Wire::Bytes || field.bytes.size() % sizeof(float) != 0) {
        damaged(origin, field.wire == Wire::Bytes ? field.bytes.data() : origin.begin,
                MHO_TEXT("A list of floats holds something else"));
    }
    const std::size_t before = values.size();
    values.resize(before + field.bytes.size() / sizeof(float));
    if (!field.bytes.empty()) {
        std::memcpy(values.data() + before, field.bytes.data(), field.bytes.size());
    }
}

void writeVarint(std::string& message, std::uint64_t value)
{
    while (value > kVarintMask) {
        message += static_cast<char>((value & kVarintMask) | kMore);
        value >>= kVarintBits;
    }
    message += static_cast<char>(value);
}

void writeNumber(std::string& message, std::uint64_t field, std::int64_t value)
{
    writeVarint(message, field << 3U);
    writeVarint(message, static_cast<std::uint64_t>(value));
}

void writeFloat(std::string& message, std::uint64_t field, float value)
{
    writeVarint(message, field << 3U | static_cast<std::uint64_t>(Wire::Fixed32));
    const auto bits = std::bit_cast<std::uint32_t>(value);
    message.append(reinterpret_cast<const char*>(&bits), sizeof(bits));
}

void writeBytesHead(std::string& message, std::uint64_t field, std::uint64_t size)
{
    writeVarint(message, field << 3U | static_cast<std::uint64_t>(Wire::Bytes));
    writeVarint(message, size);
}

void writeBytes(std::string& message, std::uint64_t field, std::string_view bytes)
{
    writeBytesHead(message, field, bytes.size());
    message += bytes;
}

}  // namespace mho::detail::onnx
