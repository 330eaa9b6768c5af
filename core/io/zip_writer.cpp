// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/zip_writer.h"

#include "core/base/error.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace mho::detail {
namespace {

constexpr std::uint64_t kNarrow = std::numeric_limits<std::uint32_t>::max();  ///< From here on zip64 tells the true number.
constexpr std::uint64_t kAlignment = 64;
constexpr std::uint64_t kLocalBytes = 30;

/// The first day that zip can tell, at 0 o'clock.
constexpr std::uint64_t kDate = (1U << 5U) | 1U;
constexpr std::uint64_t kUtf8 = 0x800;
constexpr std::uint64_t kPlainVersion = 20;
constexpr std::uint64_t kWideVersion = 45;

void put(std::string& text, std::uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; ++i) {
        text += i < 8 ? static_cast<char>((value >> (8U * i)) & 0xffU) : '\0';
    }
}

/// Names are marked as UTF-8; libzip refuses an archive with one that is not, or that holds control characters.
bool isText(const std::string& name)
{
    try {
        static_cast<void>(nlohmann::json(name).dump());
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
    return std::none_of(name.begin(), name.end(), [](char letter) { return static_cast<unsigned char>(letter) < ' '; });
}

std::uint64_t narrow(std::uint64_t value)
{
    return value < kNarrow ? value : kNarrow;
}

}  // namespace

void ZipWriter::add(const std::string& name, std::initializer_list<std::string_view> parts)
{
    if (name.size() > std::numeric_limits<std::uint16_t>::max()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A name has %1 bytes, too many for an archive"), {std::to_string(name.size())});
    }
    if (!isText(name)) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The name \"%1\" cannot stand in an archive: it is not UTF-8, or holds control characters"), {name});
    }
    Entry entry{.name = name, .checkSum = 0, .bytes = 0, .offset = file_.size()};
    uLong sum = crc32_z(0, nullptr, 0);
    for (const std::string_view part : parts) {
        sum = crc32_z(sum, reinterpret_cast<const Bytef*>(part.data()), part.size());
        entry.bytes += part.size();
    }
    entry.checkSum = static_cast<std::uint32_t>(sum);
    std::string extra;
    const bool wide = entry.bytes >= kNarrow;
    if (wide) {
        put(extra, 1, 2);
        put(extra, 16, 2);
        put(extra, entry.bytes, 8);
        put(extra, entry.bytes, 8);
    }
    // Filled up by a field that readers pass over; its head takes 4 bytes itself.
    const std::uint64_t before = entry.offset + kLocalBytes + name.size() + extra.size() + 4;
    const std::uint64_t fill = (kAlignment - before % kAlignment) % kAlignment;
    extra += "FB";
    put(extra, fill, 2);
    extra.append(fill, '\0');

    std::string head = "PK\x03\x04";
    put(head, wide ? kWideVersion : kPlainVersion, 2);
    put(head, kUtf8, 2);
    put(head, 0, 2);  // stored
    put(head, 0, 2);
    put(head, kDate, 2);
    put(head, entry.checkSum, 4);
    put(head, narrow(entry.bytes), 4);
    put(head, narrow(entry.bytes), 4);
    put(head, name.size(), 2);
    put(head, extra.size(), 2);
    file_.write(head + name + extra);
    for (const std::string_view part : parts) {
        file_.write(part);
    }
    entries_.push_back(std::move(entry));
}

void ZipWriter::commit()
{
    const std::uint64_t start = file_.size();
    for (const Entry& entry : entries_) {
        std::string wide;
        for (const std::uint64_t value : {entry.bytes, entry.bytes, entry.offset}) {
            if (value >= kNarrow) {
                put(wide, value, 8);
            }
        }
        std::string extra;
        if (!wide.empty()) {
            put(extra, 1, 2);
            put(extra, wide.size(), 2);
            extra += wide;
        }
        const std::uint64_t version = wide.empty() ? kPlainVersion : kWideVersion;
        std::string head = "PK\x01\x02";
        put(head, version, 2);
        put(head, version, 2);
        put(head, kUtf8, 2);
        put(head, 0, 2);
        put(head, 0, 2);
        put(head, kDate, 2);
        put(head, entry.checkSum, 4);
        put(head, narrow(entry.bytes), 4);
        put(head, narrow(entry.bytes), 4);
        put(head, entry.name.size(), 2);
        put(head, extra.size(), 2);
        put(head, 0, 2 + 2 + 2 + 4);  // no comment, one disk, no attributes
        put(head, narrow(entry.offset), 4);
        file_.write(head + entry.name + extra);
    }
    const std::uint64_t end = file_.size();
    const std::uint64_t count = entries_.size();
    std::string tail;
    constexpr std::uint64_t kMostNarrowEntries = std::numeric_limits<std::uint16_t>::max();
    if (count >= kMostNarrowEntries || end >= kNarrow) {
        tail += "PK\x06\x06";
        put(tail, 44, 8);
        put(tail, kWideVersion, 2);
        put(tail, kWideVersion, 2);
        put(tail, 0, 4);
        put(tail, 0, 4);
        put(tail, count, 8);
        put(tail, count, 8);
        put(tail, end - start, 8);
        put(tail, start, 8);
        tail += "PK\x06\x07";
        put(tail, 0, 4);
        put(tail, end, 8);
        put(tail, 1, 4);
    }
    tail += "PK\x05\x06";
    put(tail, 0, 4);
    put(tail, count < kMostNarrowEntries ? count : kMostNarrowEntries, 2);
    put(tail, count < kMostNarrowEntries ? count : kMostNarrowEntries, 2);
    put(tail, narrow(end - start), 4);
    put(tail, narrow(start), 4);
    put(tail, 0, 2);
    file_.write(tail);
    file_.commit();
}

}  // namespace mho::detail
