// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mho {

/// A file that is written in pieces and appears whole or not at all: a temporary file beside it takes the pieces and gets its
/// name in commit(). Without commit() nothing is left, and a file of that name stays as it was.
class MHO_API WholeFile {
public:
    /// Throws Error InputOutput (where = path) when no file can be made in its folder.
    explicit WholeFile(std::string path);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    /// Throws Error InputOutput (where = path), as on a full disk.
    void write(std::string_view piece);
    /// Bytes written so far.
    std::uint64_t size() const { return size_; }
    /// Brings what was written to the disk, so that commit() only gives it its name; throws Error InputOutput, also where a folder
    /// has that name.
    void settle();
    /// Puts the file in its place, settled or not; throws Error InputOutput.
    void commit();

private:
    [[noreturn]] void fail() const;

    std::string path_;
    std::string temporary_;  ///< Empty once it has its name.
    int file_ = -1;
    bool settled_ = false;
    std::uint64_t size_ = 0;
};

/// A folder of files that appears whole or not at all, in the same way.
class MHO_API WholeFolder {
public:
    /// Throws Error InputOutput when `path` exists and is not an empty folder, or no folder can be made beside it.
    explicit WholeFolder(std::string path);
    ~WholeFolder();
    WholeFolder(const WholeFolder&) = delete;
    WholeFolder& operator=(const WholeFolder&) = delete;

    /// Writes a file into it. @param name a plain name: no "/" in it, not "." or ".." (asserted)
    /// Throws Error InputOutput.
    void write(const std::string& name, std::string_view content);
    void commit();

private:
    std::string path_;
    std::string temporary_;
};

/// `name` as a plain file name that any file system takes: letters, digits, "-", "_" and dots that do not lead; "_" for all else.
MHO_API std::string fileNameOf(std::string_view name);

}  // namespace mho
