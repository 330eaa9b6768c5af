// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_bytes.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace mho::detail {
namespace {

/// A file up to here is read whole: its pieces may be many and small, and each would be a call of the system.
constexpr std::uint64_t kMostAtOnce = 1U << 20U;

}  // namespace

FileBytes::FileBytes(std::string path) : path_(std::move(path))
{
    std::error_code failure;
    size_ = std::filesystem::file_size(path_, failure);
    if (!failure) {
        file_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (file_ < 0) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The file cannot be opened: %1"),
                    {failure ? failure.message() : std::generic_category().message(errno)}, path_);
    }
}

FileBytes::~FileBytes()
{
    ::close(file_);
}

std::string FileBytes::place(std::uint64_t offset) const
{
    return fmt::format("{}, byte {}", path_, offset);
}

void FileBytes::checkThere(std::uint64_t offset, std::uint64_t count) const
{
    if (offset > size_ || count > size_ - offset) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("%1 bytes should stand here; the file is cut or damaged"),
                    {fmt::format("{}", count)}, place(offset));
    }
}

std::string FileBytes::read(std::uint64_t offset, std::uint64_t count)
{
    checkThere(offset, count);  // before memory is taken
    std::string raw(count, '\0');
    readInto(offset, raw);
    return raw;
}

void FileBytes::readInto(std::uint64_t offset, std::span<char> memory)
{
    checkThere(offset, memory.size());
    if (size_ > kMostAtOnce || memory.size() == size_) {
        readFromFile(offset, memory);
        return;
    }
    if (whole_.empty()) {
        std::string whole(size_, '\0');
        readFromFile(0, whole);
        whole_ = std::move(whole);
    }
    std::copy_n(whole_.begin() + static_cast<std::ptrdiff_t>(offset), memory.size(), memory.begin());
}

void FileBytes::readFromFile(std::uint64_t offset, std::span<char> memory) const
{
    for (std::size_t done = 0; done < memory.size();) {
        const ssize_t count = ::pread(file_, memory.data() + done, memory.size() - done, static_cast<off_t>(offset + done));
        if (count == 0 || (count < 0 && errno != EINTR)) {
            throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be read to its end"), {}, place(offset));
        }
        done += static_cast<std::size_t>(std::max<ssize_t>(0, count));
    }
}

}  // namespace mho::detail
