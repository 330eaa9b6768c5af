// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/mapped_file.h"

#include "core/base/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace mho::detail::onnx {
namespace {

/// Smaller arrays are not worth that the file stays mapped.
constexpr std::size_t kLeastMapped = 64U << 10U;

std::string systemCause(int cause)
{
    return std::generic_category().message(cause);
}

}  // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const std::string& path)
{
    const std::shared_ptr<MappedFile> mapped(new MappedFile(path));
    mapped->file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (mapped->file_ < 0 || ::fstat(mapped->file_, &status) != 0) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The file cannot be opened: %1"), {systemCause(errno)}, path);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("This is no file that can be read; give the model's own file"), {}, path);
    }
    if (status.st_size == 0) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file is empty"), {}, path);
    }
    mapped->size_ = static_cast<std::size_t>(status.st_size);
    void* begin = ::mmap(nullptr, mapped->size_, PROT_READ, MAP_PRIVATE, mapped->file_, 0);
    if (begin == MAP_FAILED) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be mapped into memory: %1"), {systemCause(errno)}, path);
    }
    mapped->begin_ = static_cast<const char*>(begin);
    return mapped;
}

MappedFile::~MappedFile()
{
    if (begin_ != nullptr) {
        ::munmap(const_cast<char*>(begin_), size_);
    }
    if (file_ >= 0) {
        ::close(file_);
    }
}

Tensor MappedFile::tensor(Shape shape, std::string_view raw) const
{
    assert(raw.size() == static_cast<std::size_t>(elementCount(shape)) * sizeof(float));
    if (raw.size() >= kLeastMapped && reinterpret_cast<std::uintptr_t>(raw.data()) % alignof(float) == 0) {
        return {std::move(shape), std::shared_ptr<const float>(shared_from_this(), reinterpret_cast<const float*>(raw.data()))};
    }
    const std::shared_ptr<float[]> values(new float[raw.size() / sizeof(float)]);
    char* to = reinterpret_cast<char*>(values.get());
    const auto from = static_cast<off_t>(raw.data() - begin_);
    // Read, not copied from the mapping: its pages would count twice.
    for (std::size_t done = 0; done < raw.size();) {
        const ssize_t count = ::pread(file_, to + done, raw.size() - done, from + static_cast<off_t>(done));
        if (count == 0 || (count < 0 && errno != EINTR)) {
            throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be read to its end"), {}, path_);
        }
        done += static_cast<std::size_t>(std::max<ssize_t>(0, count));
    }
    return {std::move(shape), std::shared_ptr<const float>(values, values.get())};
}

}  // namespace mho::detail::onnx
