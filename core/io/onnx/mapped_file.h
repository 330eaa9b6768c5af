// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mho::detail::onnx {

/// A file mapped into memory, privately and read-only: pages come in when they are read. It stays mapped while a tensor of it lives.
class MappedFile : public std::enable_shared_from_this<MappedFile> {
public:
    /// Throws Error NotFound when the file cannot be opened, BadFormat when it is empty, InputOutput when it cannot be mapped.
    static std::shared_ptr<const MappedFile> open(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    const std::string& path() const { return path_; }
    std::string_view bytes() const { return {begin_, size_}; }
    /// float32 values, little endian, at `raw`, a part of bytes() of 4 * elementCount(shape) bytes (asserted). Large values that
    /// lie at a multiple of 4 bytes stay in the file and are mapped; others are copied, around the mapping. Throws Error
    /// InputOutput when they cannot be read.
    Tensor tensor(Shape shape, std::string_view raw) const;

private:
    explicit MappedFile(std::string path) : path_(std::move(path)) {}

    std::string path_;
    int file_ = -1;
    const char* begin_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace mho::detail::onnx
