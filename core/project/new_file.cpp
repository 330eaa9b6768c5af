// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/new_file.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace mho::detail {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failToMake(const std::string& path, int cause)
{
    throw Error(ErrorCode::InputOutput,
                MHO_TEXT("The project cannot be made here: %1. Choose a folder that exists and where you may write"),
                {std::strerror(cause)},  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe
                path);
}

[[noreturn]] void failForExisting(const std::string& path)
{
    throw Error(ErrorCode::InputOutput, MHO_TEXT("There is a file of this name already; choose another name or remove it"), {},
                path);
}

/// Gives the file its name unless another has it; leaves errno.
bool renameToFree(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    // Some network file systems do not know RENAME_NOREPLACE.
    if (fs::exists(to)) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

/// The new name itself must survive a power cut. File systems that cannot sync a folder keep names in order anyway.
void syncFolderOf(const std::string& path)
{
    const fs::path parent = fs::path(path).parent_path();
    const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

}  // namespace

void makeNewFile(const std::string& path, const std::function<void(const std::string& temporary)>& fill)
{
    if (fs::exists(path)) {
        failForExisting(path);
    }
    // SQLite would take such a log for the new project's own.
    std::error_code missing;
    if (const auto log = fs::file_size(path + "-wal", missing); !missing && log > 0) {
        throw Error(ErrorCode::InputOutput,
                    MHO_TEXT("Beside this name lies the log (-wal) of a project that was moved or deleted; choose another name, or put "
                             "the project back"),
                    {}, path);
    }
    std::string temporary = path + ".XXXXXX";
    const int file = ::mkstemp(temporary.data());
    if (file < 0) {
        failToMake(path, errno);
    }
    ::fchmod(file, 0644);
    ::close(file);
    const auto removeTemporary = [&] {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
            ::unlink((temporary + suffix).c_str());
        }
    };
    try {
        fill(temporary);
        if (!renameToFree(temporary, path)) {
            const int cause = errno;
            if (cause == EEXIST) {
                failForExisting(path);
            }
            failToMake(path, cause);
        }
    } catch (...) {
        removeTemporary();
        throw;
    }
    syncFolderOf(path);
}

}  // namespace mho::detail
