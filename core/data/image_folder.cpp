// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_folder.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/data/image_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>

namespace mho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 2'000'000;
constexpr std::uint64_t kMostPixelBytes = std::uint64_t{16} << 30U;

struct Entry {
    std::string path;
    std::int32_t label = 0;
};

std::vector<fs::path> sortedEntries(const fs::path& folder)
{
    std::error_code failure;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
        entries.push_back(it->path());
        if (entries.size() > kMostFiles) {
            throw Error(ErrorCode::Unsupported, MHO_TEXT("The folder has more than %1 entries; use fewer pictures"),
                        {fmt::format("{}", kMostFiles)}, folder.string());
        }
    }
    if (failure) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The folder cannot be read: %1"), {failure.message()}, folder.string());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<std::string> findClasses(const fs::path& part)
{
    std::vector<std::string> names;
    for (const fs::path& entry : sortedEntries(part)) {
        if (fs::is_directory(entry)) {
            names.push_back(entry.filename().string());
        }
    }
    return names;
}

std::vector<Entry> findPictures(const fs::path& part, const std::vector<std::string>& classNames)
{
    std::vector<Entry> pictures;
    for (const std::string& name : findClasses(part)) {
        const auto place = std::find(classNames.begin(), classNames.end(), name);
        if (place == classNames.end()) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The class \"%1\" has no folder below train/; add it or remove it here"),
                        {name}, part.string());
        }
        for (const fs::path& file : sortedEntries(part / name)) {
            if (isImageFile(file.string())) {
                pictures.push_back({file.string(), static_cast<std::int32_t>(place - classNames.begin())});
            }
        }
    }
    if (pictures.empty()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("There are no pictures CLASS/*.png, *.jpg or *.jpeg in this folder"), {},
                    part.string());
    }
    if (pictures.size() > kMostFiles) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("There are %1 pictures; at most %2 are read"),
                    {fmt::format("{}", pictures.size()), fmt::format("{}", kMostFiles)}, part.string());
    }
    return pictures;
}

bool anyColour(const std::vector<Entry>& pictures)
{
    std::atomic<bool> colour = false;
    parallelFor(pictures.size(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !colour; ++i) {
            if (readImageInfo(pictures[i].path).colour) {
                colour = true;
            }
        }
    });
    return colour;
}

ImageSet decode(const std::vector<Entry>& pictures, std::int64_t classes, std::int64_t channels, const ImageInfo& first)
{
    ImageSet set;
    set.imageShape = {channels, first.height, first.width};
    set.classes = classes;
    const std::size_t size = set.imageSize();
    set.pixels.resize(pictures.size() * size);
    set.labels.resize(pictures.size());
    parallelFor(pictures.size(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            set.labels[i] = pictures[i].label;
            readImage(pictures[i].path, channels, first.width, first.height, std::span(set.pixels).subspan(i * size, size));
        }
    });
    return set;
}

}  // namespace

bool hasImageFolders(const std::string& folder)
{
    std::error_code ignored;
    return fs::is_directory(fs::path(folder) / "train", ignored) && fs::is_directory(fs::path(folder) / "test", ignored);
}

std::vector<std::string> imageFolderClasses(const std::string& folder)
{
    return findClasses(fs::path(folder) / "train");
}

ImageFolders readImageFolders(const std::string& folder)
{
    const fs::path root(folder);
    ImageFolders result;
    result.classNames = imageFolderClasses(folder);
    const std::vector<Entry> train = findPictures(root / "train", result.classNames);
    const std::vector<Entry> test = findPictures(root / "test", result.classNames);
    const ImageInfo first = readImageInfo(train.front().path);
    const std::int64_t channels = anyColour(train) || anyColour(test) ? 3 : 1;
    const auto imageBytes = static_cast<std::uint64_t>(channels * first.width * first.height);
    if (imageBytes * (train.size() + test.size()) > kMostPixelBytes) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("The pictures need more than 16 GiB of memory; use fewer or smaller ones"),
                    {}, folder);
    }
    const auto classes = static_cast<std::int64_t>(result.classNames.size());
    result.train = decode(train, classes, channels, first);
    result.test = decode(test, classes, channels, first);
    return result;
}

}  // namespace mho
