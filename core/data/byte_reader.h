// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <zlib.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// Reads a plain or gzip file front to back; every trouble is an Error that names the file and the byte offset
/// (of the unpacked content).
class MHO_API ByteReader {
public:
    /// What a packed file below 1 MiB may unpack to, bytes; a larger one may unpack to 100 times its size.
    static constexpr std::uint64_t kMostOfSmall = std::uint64_t{16} << 20U;

    /// Throws Error NotFound when the file cannot be opened.
    /// @param mostOfSmall bytes to allow in place of kMostOfSmall
    explicit ByteReader(std::string path, std::uint64_t mostOfSmall = kMostOfSmall);
    ~ByteReader();
    ByteReader(const ByteReader&) = delete;
    ByteReader& operator=(const ByteReader&) = delete;

    const std::string& path() const { return path_; }
    std::uint64_t offset() const { return offset_; }

    std::uint32_t bigEndian32();
    /// The next `count` bytes. `count` is checked against what the file can hold, or may unpack to, before memory is taken for
    /// them, once and for no more.
    std::vector<std::uint8_t> bytes(std::uint64_t count);
    /// Throws when bytes are left.
    void expectEnd();
    /// Throws Error BadFormat with where = "PATH, byte OFFSET".
    [[noreturn]] void fail(const char* text, std::vector<std::string> arguments, std::uint64_t offset) const;

private:
    void fill(std::span<std::uint8_t> target);

    std::string path_;
    gzFile file_ = nullptr;
    std::uint64_t offset_ = 0;
    std::uint64_t mostBytes_ = 0;  ///< The content cannot be longer than this.
};

}  // namespace mho
