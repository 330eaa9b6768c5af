// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_lock.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

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

FileLock::FileLock(std::string path, Heirs heirs) : path_(std::move(path))
{
    do {
        if (file_ >= 0) {
            ::close(file_);
        }
        file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | (heirs == Heirs::None ? O_CLOEXEC : 0), 0644);
        if (file_ < 0) {
            throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be made: %1. Choose another folder"), {std::strerror(errno)}, path_);
        }
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
            ::close(std::exchange(file_, -1));
            return;
        }
    } while (!stillNamed(file_, path_));
}

FileLock::~FileLock()
{
    if (held()) {
        ::unlink(path_.c_str());
        ::close(file_);
    }
}

}  // namespace mho
