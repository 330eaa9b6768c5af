// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/whole_file.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace mho::detail {

/// Writes a zip archive of stored entries (PKWARE APPNOTE 6.3, with zip64 where it is needed), whole or not at all. No times, no
/// owners: the same entries give the same bytes. The content of each entry starts at a multiple of 64 bytes, as torch.save
/// does it, so that readers can map it. For .cpp files of this room only. Errors: Error InputOutput, where = path.
class ZipWriter {
public:
    explicit ZipWriter(const std::string& path) : file_(path) {}
    /// @param name UTF-8 without control characters, at most 65,535 bytes (else Error InvalidArgument); must not stand in the archive yet
    /// @param parts the content, one part behind the other
    void add(const std::string& name, std::initializer_list<std::string_view> parts);
    /// Writes the directory and puts the file in its place; nothing can be added then.
    void commit();

private:
    struct Entry {
        std::string name;
        std::uint32_t checkSum = 0;
        std::uint64_t bytes = 0;
        std::uint64_t offset = 0;
    };
    WholeFile file_;
    std::vector<Entry> entries_;
};

}  // namespace mho::detail
