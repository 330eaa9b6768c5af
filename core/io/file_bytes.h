// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace mho::detail {

/// A file that is read in pieces. For .cpp files of this room only.
class FileBytes {
public:
    /// Throws Error NotFound when the file cannot be opened.
    explicit FileBytes(std::string path);
    ~FileBytes();
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    const std::string& path() const { return path_; }
    std::uint64_t size() const { return size_; }
    /// Throws Error BadFormat when the file has not so many bytes from there on, InputOutput when they cannot be read.
    std::string read(std::uint64_t offset, std::uint64_t count);
    /// The bytes from there on into memory that is there, errors as read().
    void readInto(std::uint64_t offset, std::span<char> memory);
    /// "PATH, byte N", as errors name a place.
    std::string place(std::uint64_t offset) const;

private:
    void checkThere(std::uint64_t offset, std::uint64_t count) const;
    void readFromFile(std::uint64_t offset, std::span<char> memory) const;

    std::string path_;
    int file_ = -1;
    std::uint64_t size_ = 0;
    std::string whole_;  ///< The bytes of a small file, once a part of it was read.
};

}  // namespace mho::detail
