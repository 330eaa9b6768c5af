// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_file.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/base/small_file.h"

#include <fmt/format.h>
#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <memory>
#include <string_view>
#include <vector>

namespace mho {
namespace {

constexpr std::size_t kMostFileBytes = 64U << 20U;
constexpr std::int64_t kMostExtent = 8192;
// Progressive JPEGs have some ten; each passes over all pixels and may be a few bytes long.
constexpr int kMostScans = 64;

[[noreturn]] void fail(const std::string& path, const std::string& cause)
{
    throw Error(ErrorCode::BadFormat, MHO_TEXT("The picture cannot be read: %1"), {cause}, path);
}

bool isPng(const std::string& content)
{
    return content.starts_with("\x89PNG\r\n\x1a\n");
}

const unsigned char* bytesOf(const std::string& content)
{
    return reinterpret_cast<const unsigned char*>(content.data());
}

ImageInfo checked(const std::string& path, std::size_t fileBytes, ImageInfo info)
{
    if (info.width < 1 || info.height < 1 || info.width > kMostExtent || info.height > kMostExtent) {
        fail(path, fmt::format("{} x {} pixels; both must be in 1..{}", info.width, info.height, kMostExtent));
    }
    if (fileBytes < kSmallFile && info.width * info.height > kMostPixelsOfSmall) {
        fail(path, fmt::format("{} x {} pixels are more than {}, too many for a file of {} bytes; scale it down", info.width,
                               info.height, kMostPixelsOfSmall, fileBytes));
    }
    return info;
}

/// The simplified interface of libpng, freed on every way out.
class Png {
public:
    Png(const std::string& path, const std::string& content) : path_(path), fileBytes_(content.size())
    {
        image_.version = PNG_IMAGE_VERSION;
        if (png_image_begin_read_from_memory(&image_, content.data(), content.size()) == 0) {
            failNow();
        }
    }
    ~Png() { png_image_free(&image_); }
    Png(const Png&) = delete;
    Png& operator=(const Png&) = delete;

    ImageInfo info() const
    {
        return checked(path_, fileBytes_, {image_.width, image_.height, (image_.format & PNG_FORMAT_FLAG_COLOR) != 0});
    }

    void decode(std::int64_t channels, std::vector<std::uint8_t>& interleaved)
    {
        image_.format = channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
        if (png_image_finish_read(&image_, nullptr, interleaved.data(), 0, nullptr) == 0) {
            failNow();
        }
    }

private:
    [[noreturn]] void failNow()
    {
        const std::string cause = image_.message;
        png_image_free(&image_);
        fail(path_, cause);
    }

    const std::string& path_;
    std::size_t fileBytes_;
    png_image image_{};
};

class Jpeg {
public:
    Jpeg(const std::string& path, const std::string& content)
        : path_(path), content_(content), handle_(tjInitDecompress(), [](void* handle) { tjDestroy(handle); })
    {
        if (!handle_) {
            throw std::bad_alloc();
        }
        int colourSpace = 0;
        if (tjDecompressHeader3(handle_.get(), bytesOf(content_), content_.size(), &width_, &height_, &subsampling_,
                                &colourSpace) != 0) {
            fail(path_, tjGetErrorStr2(handle_.get()));
        }
        checkScans();
    }

    ImageInfo info() const { return checked(path_, content_.size(), {width_, height_, subsampling_ != TJSAMP_GRAY}); }

    void decode(std::int64_t channels, std::vector<std::uint8_t>& interleaved)
    {
        // A warning (a cut file, filled with grey) is a failure too: a half picture must not train a network.
        if (tjDecompress2(handle_.get(), bytesOf(content_), content_.size(), interleaved.data(), width_, 0, height_,
                          channels == 3 ? TJPF_RGB : TJPF_GRAY, TJFLAG_STOPONWARNING) != 0) {
            fail(path_, tjGetErrorStr2(handle_.get()));
        }
    }

private:
    /// In packed pixels a byte of 0xff is never followed by the mark of a scan.
    void checkScans() const
    {
        constexpr std::string_view kScan = "\xff\xda";
        int scans = 0;
        for (std::size_t at = content_.find(kScan); at != std::string::npos; at = content_.find(kScan, at + kScan.size())) {
            ++scans;
        }
        if (scans > kMostScans) {
            fail(path_, fmt::format("its {} scans are more than {}; save it anew", scans, kMostScans));
        }
    }

    const std::string& path_;
    const std::string& content_;
    std::unique_ptr<void, void (*)(void*)> handle_;
    int width_ = 0;
    int height_ = 0;
    int subsampling_ = 0;
};

}  // namespace

bool isImageFile(const std::string& path)
{
    std::string ending = path.substr(std::min(path.size(), path.rfind('.')));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg";
}

ImageInfo readImageInfo(const std::string& path)
{
    const std::string content = readTextFile(path, kMostFileBytes);
    return isPng(content) ? Png(path, content).info() : Jpeg(path, content).info();
}

void readImage(const std::string& path, std::int64_t channels, std::int64_t width, std::int64_t height,
               std::span<std::uint8_t> planes)
{
    assert(planes.size() == static_cast<std::size_t>(channels * width * height));
    const std::string content = readTextFile(path, kMostFileBytes);
    std::vector<std::uint8_t> interleaved(planes.size());
    const auto decode = [&](auto&& picture) {
        const ImageInfo info = picture.info();
        if (info.width != width || info.height != height) {
            throw Error(ErrorCode::BadFormat,
                        MHO_TEXT("The picture is %1 x %2 pixels but the others are %3 x %4; scale all to one size"),
                        {fmt::format("{}", info.width), fmt::format("{}", info.height), fmt::format("{}", width),
                         fmt::format("{}", height)},
                        path);
        }
        picture.decode(channels, interleaved);
    };
    if (isPng(content)) {
        decode(Png(path, content));
    } else {
        decode(Jpeg(path, content));
    }
    const std::size_t pixels = static_cast<std::size_t>(width * height);
    const auto depth = static_cast<std::size_t>(channels);
    for (std::size_t i = 0; i < pixels; ++i) {
        for (std::size_t channel = 0; channel < depth; ++channel) {
            planes[channel * pixels + i] = interleaved[i * depth + channel];
        }
    }
}

}  // namespace mho
