// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "core/io/file_bytes.h"
#include "core/io/npy_bytes.h"
#include "core/io/npy_header.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <filesystem>

namespace mho {
namespace detail {
namespace {

void swapBytes(std::string& bytes, std::size_t width)
{
    for (std::size_t first = 0; first < bytes.size(); first += width) {
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(first), bytes.begin() + static_cast<std::ptrdiff_t>(first + width));
    }
}

template <std::size_t Width>
void copyRow(const char* from, std::size_t stride, std::size_t count, char* to)
{
    for (std::size_t i = 0; i < count; ++i) {
        std::memcpy(to + i * Width, from + i * stride, Width);
    }
}

/// Copies `count` elements that lie `stride` bytes apart to where they lie side by side.
void copyRow(std::size_t width, const char* from, std::size_t stride, std::size_t count, char* to)
{
    switch (width) {
        case 1:
            return copyRow<1>(from, stride, count, to);
        case 2:
            return copyRow<2>(from, stride, count, to);
        case 4:
            return copyRow<4>(from, stride, count, to);
        default:
            assert(width == 8);
            return copyRow<8>(from, stride, count, to);
    }
}

/// From first extent fastest to last extent fastest.
std::string inCOrder(const std::string& bytes, const Shape& shape, std::size_t width)
{
    // Extents of 1 are left out: each would be a step more for every row.
    std::vector<std::size_t> extents;
    std::vector<std::size_t> strides;
    std::size_t stride = width;
    for (const std::int64_t extent : shape) {
        if (extent != 1) {
            extents.push_back(static_cast<std::size_t>(extent));
            strides.push_back(stride);
        }
        stride *= static_cast<std::size_t>(extent);
    }
    if (extents.size() < 2 || bytes.empty()) {
        return bytes;
    }
    std::string result(bytes.size(), '\0');
    const std::size_t row = extents.back();
    const std::size_t rowStride = strides.back();
    extents.pop_back();
    std::vector<std::size_t> position(extents.size(), 0);
    std::size_t from = 0;
    for (std::size_t to = 0; to < result.size(); to += row * width) {
        copyRow(width, bytes.data() + from, rowStride, row, result.data() + to);
        for (std::size_t i = extents.size(); i > 0; --i) {
            from += strides[i - 1];
            if (++position[i - 1] < extents[i - 1]) {
                break;
            }
            from -= strides[i - 1] * extents[i - 1];
            position[i - 1] = 0;
        }
    }
    return result;
}

}  // namespace

NpyArray npyArray(const NpyHeader& header, std::string data)
{
    const auto width = static_cast<std::size_t>(elementBytes(*header.type));
    if (header.bigEndian) {
        swapBytes(data, width);
    }
    if (header.fortranOrder && header.shape.size() > 1) {
        data = inCOrder(data, header.shape, width);
    }
    return {*header.type, header.shape, std::move(data)};
}

namespace {

/// Nothing for a type that is not read; `descr` tells it.
std::optional<NpyArray> npyFile(const std::string& path, std::string& descr)
{
    FileBytes file(path);
    const NpyHeader header = parseNpyHeader(file.read(0, std::min(file.size(), kMostNpyStartBytes)), file.size(), path);
    descr = header.descr;
    if (!header.type) {
        return std::nullopt;
    }
    return npyArray(header, file.read(header.dataStart, header.dataBytes));
}

}  // namespace

}  // namespace detail

NpyArray readNpy(const std::string& path)
{
    std::string descr;
    std::optional<NpyArray> array = detail::npyFile(path, descr);
    if (!array) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("Arrays of type %1 cannot be read; float16, float32, float64, int8 to int64, uint8 and bool can"), {descr},
                    path);
    }
    return std::move(*array);
}

void writeNpy(const std::string& path, const NpyArray& array)
{
    WholeFile file(path);
    file.write(detail::npyStart(array.type, array.shape));
    file.write(array.bytes);
    file.commit();
}

NpyCollection readNpyFolder(const std::string& path)
{
    namespace fs = std::filesystem;
    constexpr std::size_t kMostFiles = 100'000;
    std::vector<std::string> names;
    std::error_code failure;
    for (fs::directory_iterator entry(path, failure), end; !failure && entry != end; entry.increment(failure)) {
        std::error_code ignored;
        if (entry->path().extension() == ".npy" && entry->is_regular_file(ignored)) {
            names.push_back(entry->path().stem().string());
        }
        if (names.size() > kMostFiles) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The folder has more than %1 NPY files, too many for weights"),
                        {std::to_string(kMostFiles)}, path);
        }
    }
    if (failure) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The folder cannot be read: %1"), {failure.message()}, path);
    }
    if (names.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The folder has no NPY file (NAME.npy)"), {}, path);
    }
    std::sort(names.begin(), names.end());
    NpyCollection collection;
    for (const std::string& name : names) {
        std::string descr;
        std::optional<NpyArray> array = detail::npyFile((fs::path(path) / (name + ".npy")).string(), descr);
        if (array) {
            collection.arrays.emplace_back(name, std::move(*array));
        } else {
            collection.skipped.push_back(name + " (" + descr + ")");
        }
    }
    return collection;
}

}  // namespace mho
