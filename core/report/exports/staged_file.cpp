// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exports/staged_file.h"

#include "core/base/error.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace mho::exports {

StagedFile::StagedFile(std::string path) : path_(std::move(path)), staged_(path_ + ".XXXXXX")
{
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(path_, ignored);
    const int file = folder ? -1 : ::mkstemp(staged_.data());
    if (file < 0) {
        fail(folder ? EISDIR : errno);
    }
    ::close(file);
}

StagedFile::~StagedFile()
{
    if (!staged_.empty()) {
        ::unlink(staged_.c_str());
    }
}

void StagedFile::fail(int cause) const
{
    throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be written: %1. Choose another folder or free space"),
                {std::generic_category().message(cause)}, path_);
}

void StagedFile::write(const std::function<void(const std::string& path)>& writer)
{
    try {
        writer(staged_);
    } catch (const Error& error) {
        throw Error(error.code(), error.textTemplate(), error.arguments(), error.where() == staged_ ? path_ : error.where());
    }
}

void StagedFile::commit()
{
    if (::rename(staged_.c_str(), path_.c_str()) != 0) {
        fail(errno);
    }
    staged_.clear();
}

}  // namespace mho::exports
