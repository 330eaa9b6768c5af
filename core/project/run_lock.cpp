// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/run_lock.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace mho {
namespace {

/// The lock counts only while the name still leads to the locked file: its last owner may have removed it just now.
bool stillNamed(int file, const std::string& path)
{
    struct stat held{};
    struct stat named{};
    return fstat(file, &held) == 0 && stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino;
}

}  // namespace

RunLock::RunLock(const std::string& projectPath) : path_(projectPath + "-run")
{
    do {
        if (file_ >= 0) {
            ::close(file_);
        }
        file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file_ < 0) {
            throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be made: %1. Choose another folder"),
                        {std::strerror(errno)}, path_);
        }
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
            ::close(file_);
            throw Error(ErrorCode::InputOutput,
                        MHO_TEXT("Another program is running this project; wait for its end, or cancel it there"), {}, projectPath);
        }
    } while (!stillNamed(file_, path_));
}

RunLock::~RunLock()
{
    ::unlink(path_.c_str());
    ::close(file_);
}

}  // namespace mho
