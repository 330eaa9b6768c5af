// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>

struct zip;

namespace mho::detail {

/// A zip file that is only read (libzip: stored and deflated entries, zip64, check sums). For .cpp files of this room only.
/// Errors: Error BadFormat, where = "PATH, ENTRY"; NotFound when the file cannot be opened.
class ZipFile {
public:
    /// Refuses an archive that names an entry twice, has more than 1,000,000 entries, or an entry that is encrypted or
    /// promises more bytes than the file can hold; and one that unpacks to more than mostUnpacked().
    explicit ZipFile(std::string path);

    const std::string& path() const { return path_; }
    std::uint64_t fileBytes() const { return fileBytes_; }  ///< Of the whole archive.
    /// Below 1 MiB. What is read from such a file takes less than 50 MiB, whatever is in it.
    bool isSmall() const;
    /// Bytes that all entries together may unpack to: 8 MB where the archive is small, else 16 MiB and 200 times its size.
    std::uint64_t mostUnpacked() const;
    /// Unpacked size of each entry, by name.
    const std::map<std::string, std::uint64_t>& entries() const { return sizes_; }
    /// A whole entry; its check sum is right. Takes the memory that the entry promises, and touches no more of it than 1 MiB
    /// beyond what it really unpacks to.
    std::string read(const std::string& name) const;
    /// Whether the entry lies in the file as it is, not packed: what it promises is there.
    bool isStored(const std::string& name) const;
    /// A whole entry, as read(), into memory of exactly its size (asserted).
    void readInto(const std::string& name, std::span<char> memory) const;

private:
    class Stream;
    struct Close {
        void operator()(zip* archive) const;
    };
    std::string path_;
    std::uint64_t fileBytes_ = 0;
    std::unique_ptr<zip, Close> archive_;
    std::map<std::string, std::uint64_t> sizes_;
    std::map<std::string, std::uint64_t> indices_;
    std::set<std::string> stored_;
};

}  // namespace mho::detail
