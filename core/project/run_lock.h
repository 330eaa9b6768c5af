// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/file_lock.h"

#include <string>

namespace mho {

/// Says that this process runs a project's run, as long as the object lives: two runs on one file would mix their
/// checkpoints. A lock on the file NAME.mho-run beside the project; it goes with the process, also when that is killed.
class MHO_API RunLock {
public:
    /// Throws Error InputOutput when another process runs this project, or the folder cannot be written.
    explicit RunLock(const std::string& projectPath);

private:
    FileLock lock_;
};

}  // namespace mho
