// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace mho {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void failToWrite(const std::string& path, int cause)
{
    throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be written: %1. Choose another folder or free space"),
                {std::strerror(cause)},  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe
                path);
}

[[noreturn]] void failToMakeFolder(const std::string& path, const std::string& cause)
{
    throw Error(ErrorCode::InputOutput, MHO_TEXT("The folder cannot be made: %1. Choose another name or another place"), {cause},
                path);
}

[[noreturn]] void failForFull(const std::string& path)
{
    throw Error(ErrorCode::InputOutput,
                MHO_TEXT("There is something of this name already, which is kept; choose another name or an empty folder"), {}, path);
}

/// False: it could not be written, errno says why.
bool writeAll(int file, std::string_view piece)
{
    while (!piece.empty()) {
        const ssize_t count = ::write(file, piece.data(), piece.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        piece.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
    }
    return true;
}

/// All that was written there is on the disk; one wait for a folder of many files.
bool synced(const std::string& folder)
{
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = file >= 0 && ::syncfs(file) == 0;
    if (file >= 0) {
        ::close(file);
    }
    return done;
}

/// A folder by that name but for a slash at its end.
std::string withoutSlash(std::string path)
{
    while (path.size() > 1 && path.back() == '/') {
        path.pop_back();
    }
    return path;
}

}  // namespace

WholeFile::WholeFile(std::string path) : path_(std::move(path)), temporary_(path_ + ".XXXXXX")
{
    file_ = ::mkstemp(temporary_.data());
    if (file_ < 0) {
        temporary_.clear();
        fail();
    }
}

WholeFile::~WholeFile()
{
    if (file_ >= 0) {
        ::close(file_);
    }
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
    }
}

void WholeFile::fail() const
{
    failToWrite(path_, errno);
}

void WholeFile::write(std::string_view piece)
{
    if (!writeAll(file_, piece)) {
        fail();
    }
    size_ += piece.size();
}

void WholeFile::settle()
{
    std::error_code ignored;
    if (fs::is_directory(path_, ignored)) {
        errno = EISDIR;
        fail();
    }
    if (::fchmod(file_, 0644) != 0 || ::fsync(file_) != 0) {
        fail();
    }
    settled_ = true;
}

void WholeFile::commit()
{
    if (!settled_) {
        settle();
    }
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
        fail();
    }
    temporary_.clear();
}

WholeFolder::WholeFolder(std::string path) : path_(withoutSlash(std::move(path))), temporary_(path_ + ".XXXXXX")
{
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path_, ignored)) && !(fs::is_directory(path_, ignored) && fs::is_empty(path_, ignored))) {
        failForFull(path_);
    }
    if (::mkdtemp(temporary_.data()) == nullptr) {
        const int cause = errno;
        temporary_.clear();
        failToMakeFolder(path_, std::strerror(cause));  // NOLINT(concurrency-mt-unsafe)
    }
}

WholeFolder::~WholeFolder()
{
    if (!temporary_.empty()) {
        std::error_code ignored;
        fs::remove_all(temporary_, ignored);
    }
}

void WholeFolder::write(const std::string& name, std::string_view content)
{
    assert(!name.empty() && name.find('/') == std::string::npos && name != "." && name != "..");
    const int file = ::open((temporary_ + "/" + name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    const bool done = file >= 0 && writeAll(file, content);
    const int cause = errno;
    if ((file >= 0 && ::close(file) != 0) || !done) {
        failToWrite(path_ + "/" + name, done ? errno : cause);
    }
}

void WholeFolder::commit()
{
    if (::chmod(temporary_.c_str(), 0755) != 0 || !synced(temporary_) || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
        if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR) {
            failForFull(path_);
        }
        failToMakeFolder(path_, std::strerror(errno));  // NOLINT(concurrency-mt-unsafe)
    }
    temporary_.clear();
}

std::string fileNameOf(std::string_view name)
{
    std::string result(name);
    for (char& letter : result) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
        letter = plain ? letter : '_';
    }
    if (result.empty() || result.front() == '.') {
        result.insert(0, "_");
    }
    return result;
}

}  // namespace mho
