// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace mho {

/// A lock on a file that is there for nothing else. It goes with the process, also when that is killed; the last owner removes the file.
class MHO_API FileLock {
public:
    enum class Heirs {
        None,      ///< Programs that this process starts do not have the lock.
        Processes  ///< They hold it too, so that it lasts until the last of them has ended.
    };
    /// Throws Error InputOutput when the file cannot be made.
    explicit FileLock(std::string path, Heirs heirs = Heirs::None);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// False where another process has it.
    bool held() const { return file_ >= 0; }

private:
    std::string path_;
    int file_ = -1;
};

}  // namespace mho
