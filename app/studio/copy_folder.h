// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

namespace mho {

class Project;

/// What a working copy is a copy of.
struct CopySource {
    QString name;
    QString readOnlyPath;  ///< The file that may not be written; empty = an example.
};

/// A working copy that a program left behind which ended without being closed, with edits that no other file has.
struct LeftCopy {
    QString folder;
    CopySource source;
    QString time;  ///< UTC, when it was written last.
};

/// The folder of a project that has no place of its own: the copy of an example, or of a file that may not be written. It does not
/// go away with a program that is killed: the next start finds it (leftCopies()). For any thread.
class CopyFolder {
public:
    /// Below the user's data, or where that may not be written a folder that is lost with the program; removed at the end. Throws
    /// Error where neither can be made.
    explicit CopyFolder(const CopySource& source);
    /// Takes over what was left, which stays until removeAtEnd(). Throws Error where another program has it by now, or it is gone.
    explicit CopyFolder(const LeftCopy& left);
    ~CopyFolder();
    CopyFolder(const CopyFolder&) = delete;
    CopyFolder& operator=(const CopyFolder&) = delete;

    /// Of the project file.
    QString path() const;
    /// The copy is there; from now on it is found where the program is killed. @param acts changesIn() it, before any edit
    void setMade(std::size_t acts);
    /// The folder goes away with the object.
    void removeAtEnd() { removes_ = true; }

private:
    QString folder_;
    CopySource source_;
    std::unique_ptr<QLockFile> lock_;
    bool removes_ = false;
};

/// Newest first. Copies that were read and hold no edit are deleted, those that cannot be read are kept and listed. Reads files: not
/// for the window's thread.
std::vector<LeftCopy> leftCopies();
/// Acts in the journal that changed the project: what setMade() counts. Throws Error InputOutput.
std::size_t changesIn(const Project& project);

}  // namespace mho
