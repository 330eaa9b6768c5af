// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file_bytes.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace mho::detail {

FileBytes::FileBytes(std::string path) : path_(std::move(path)), stream_(path_, std::ios::binary)
{
    const int cause = errno;
    std::error_code failure;
    size_ = std::filesystem::file_size(path_, failure);
    if (failure || !stream_) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The file cannot be opened: %1"),
                    {failure ? failure.message() : std::generic_category().message(cause)}, path_);
    }
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
    stream_.seekg(static_cast<std::streamoff>(offset));
    if (!stream_.read(memory.data(), static_cast<std::streamsize>(memory.size()))) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be read to its end"), {}, place(offset));
    }
}

}  // namespace mho::detail
