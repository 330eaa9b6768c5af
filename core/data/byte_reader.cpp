// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_reader.h"

#include "core/base/error.h"
#include "core/base/small_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace mho {
namespace {

// Deflate packs up to 1032 bytes into one (zlib's technical notes), but no pictures: MNIST's images unpack to 5 times their size.
constexpr std::uint64_t kMostUnpacked = 100;
constexpr std::uint64_t kStep = 1U << 20U;

}  // namespace

ByteReader::ByteReader(std::string path, std::uint64_t mostOfSmall) : path_(std::move(path))
{
    std::error_code failure;
    const std::uint64_t fileBytes = std::filesystem::file_size(path_, failure);
    if (!failure) {
        file_ = gzopen(path_.c_str(), "rb");
    }
    if (file_ == nullptr) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The file cannot be opened: %1"),
                    {failure ? failure.message() : std::generic_category().message(errno)}, path_);
    }
    gzbuffer(file_, 1U << 18U);
    mostBytes_ = gzdirect(file_) != 0 ? fileBytes : fileBytes < kSmallFile ? mostOfSmall : fileBytes * kMostUnpacked;
}

ByteReader::~ByteReader()
{
    gzclose(file_);
}

void ByteReader::fail(const char* text, std::vector<std::string> arguments, std::uint64_t offset) const
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), fmt::format("{}, byte {}", path_, offset));
}

void ByteReader::fill(std::span<std::uint8_t> target)
{
    const int got = gzread(file_, target.data(), static_cast<unsigned>(target.size()));
    if (got < 0) {
        int code = 0;
        fail(MHO_TEXT("The packed data are damaged (%1); fetch the file again"), {gzerror(file_, &code)}, offset_);
    }
    offset_ += static_cast<std::uint64_t>(got);
    if (static_cast<std::size_t>(got) < target.size()) {
        fail(MHO_TEXT("The file ends here but its header promises more; fetch the file again"), {}, offset_);
    }
}

std::uint32_t ByteReader::bigEndian32()
{
    std::array<std::uint8_t, 4> raw{};
    fill(raw);
    return (std::uint32_t{raw[0]} << 24U) | (std::uint32_t{raw[1]} << 16U) | (std::uint32_t{raw[2]} << 8U) | raw[3];
}

std::vector<std::uint8_t> ByteReader::bytes(std::uint64_t count)
{
    if (count > mostBytes_ - std::min(mostBytes_, offset_)) {
        fail(MHO_TEXT("The header promises %1 bytes from here, more than the file can hold; fetch the file again"),
             {fmt::format("{}", count)}, offset_);
    }
    // Room for all at once, as growing would hold them twice; it is touched only where there is something.
    std::vector<std::uint8_t> result;
    result.reserve(count);
    while (result.size() < count) {
        const std::size_t start = result.size();
        result.resize(start + std::min(kStep, count - start));
        fill(std::span(result).subspan(start));
    }
    return result;
}

void ByteReader::expectEnd()
{
    std::uint8_t extra = 0;
    const int got = gzread(file_, &extra, 1);
    if (got < 0) {
        int code = 0;
        fail(MHO_TEXT("The packed data are damaged (%1); fetch the file again"), {gzerror(file_, &code)}, offset_);
    }
    if (got > 0) {
        fail(MHO_TEXT("The data should end here but the file goes on; fetch the file again"), {}, offset_);
    }
    // A packed file cut within its check sum reads as complete; zlib tells only here.
    int code = 0;
    const char* message = gzerror(file_, &code);
    if (code == Z_BUF_ERROR) {
        fail(MHO_TEXT("The packed data are damaged (%1); fetch the file again"), {message}, offset_);
    }
}

}  // namespace mho
