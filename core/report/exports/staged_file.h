// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace mho::exports {

/// A file that takes its place once another that belongs to it is written, too: writers put it under a name beside its own, and
/// commit() gives it its own. Without commit() nothing is left, and a file of that name stays as it was.
class StagedFile {
public:
    /// Throws Error InputOutput (where = path) where a folder has that name, or no file can be made in its folder.
    explicit StagedFile(std::string path);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    /// @param writer writes a whole file to the path that it gets; what it throws names the file's own path
    void write(const std::function<void(const std::string& path)>& writer);
    /// Throws Error InputOutput.
    void commit();

private:
    [[noreturn]] void fail(int cause) const;

    std::string path_;
    std::string staged_;  ///< Empty once it has its name.
};

}  // namespace mho::exports
