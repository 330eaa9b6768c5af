// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include "core/base/error.h"
#include "core/data/byte_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace mho {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kImageMagic = 2051;
constexpr std::uint32_t kLabelMagic = 2049;
constexpr std::uint32_t kMostExtent = 4096;
constexpr std::uint64_t kLabelStart = 8;
// A label takes five bytes while it is read; of images there is one byte at least for each.
constexpr std::uint64_t kMostPackedLabels = 4U << 20U;

std::string findOne(const std::string& folder, const std::string& part, const std::string& kind)
{
    for (const char* inner : {"", "raw", "MNIST/raw"}) {
        for (const char* separator : {"-", "."}) {
            for (const char* ending : {"", ".gz"}) {
                const fs::path path = fs::path(folder) / inner / (part + separator + kind + "-ubyte" + ending);
                std::error_code ignored;
                if (fs::is_regular_file(path, ignored)) {
                    return path.string();
                }
            }
        }
    }
    return {};
}

void expectMagic(ByteReader& reader, std::uint32_t wanted)
{
    const std::uint32_t magic = reader.bigEndian32();
    if (magic != wanted) {
        reader.fail(MHO_TEXT("The magic number is %1 but must be %2; this is not the IDX file its name says"),
                    {fmt::format("{}", magic), fmt::format("{}", wanted)}, 0);
    }
}

/// Number of classes the labels use; a label above a gap is an error.
std::int64_t countClasses(const ByteReader& reader, const std::vector<std::uint8_t>& labels)
{
    std::array<bool, 256> used{};
    for (const std::uint8_t label : labels) {
        used[label] = true;
    }
    const auto gap = static_cast<std::size_t>(std::find(used.begin() + 1, used.end(), false) - used.begin());
    const auto wrong = std::find_if(labels.begin(), labels.end(), [&](std::uint8_t label) { return label > gap; });
    if (wrong != labels.end()) {
        reader.fail(MHO_TEXT("The label is %1 but no image has label %2; the labels are damaged or not numbered from 0"),
                    {fmt::format("{}", *wrong), fmt::format("{}", gap)},
                    kLabelStart + static_cast<std::uint64_t>(wrong - labels.begin()));
    }
    return static_cast<std::int64_t>(gap);
}

}  // namespace

bool IdxFiles::complete() const
{
    return !trainImages.empty() && !trainLabels.empty() && !testImages.empty() && !testLabels.empty();
}

bool IdxFiles::any() const
{
    return !trainImages.empty() || !trainLabels.empty() || !testImages.empty() || !testLabels.empty();
}

IdxFiles findIdxFiles(const std::string& folder)
{
    return {findOne(folder, "train-images", "idx3"), findOne(folder, "train-labels", "idx1"),
            findOne(folder, "t10k-images", "idx3"), findOne(folder, "t10k-labels", "idx1")};
}

namespace {

/// `count` labels, all in 0..classes-1, and how many classes they are of; `classes` as readIdx().
std::int64_t readLabels(const std::string& file, std::uint32_t count, std::int64_t classes, const std::string& imageFile,
                        std::vector<std::int32_t>& result)
{
    ByteReader labels(file, kMostPackedLabels);
    expectMagic(labels, kLabelMagic);
    const std::uint32_t labelCount = labels.bigEndian32();
    if (labelCount != count) {
        labels.fail(MHO_TEXT("There are %1 labels but %2 images in %3; take both files from one data set"),
                    {fmt::format("{}", labelCount), fmt::format("{}", count), imageFile}, 4);
    }
    const std::vector<std::uint8_t> bytes = labels.bytes(labelCount);
    labels.expectEnd();
    classes = classes > 0 ? classes : countClasses(labels, bytes);
    const auto wrong = std::find_if(bytes.begin(), bytes.end(), [&](std::uint8_t label) { return label >= classes; });
    if (wrong != bytes.end()) {
        labels.fail(MHO_TEXT("The label is %1 but must be in 0..%2"), {fmt::format("{}", *wrong), fmt::format("{}", classes - 1)},
                    kLabelStart + static_cast<std::uint64_t>(wrong - bytes.begin()));
    }
    result.assign(bytes.begin(), bytes.end());
    return classes;
}

}  // namespace

ImageSet readIdx(const std::string& imageFile, const std::string& labelFile, std::int64_t classes)
{
    ImageSet set;
    ByteReader images(imageFile);
    expectMagic(images, kImageMagic);
    const std::uint32_t count = images.bigEndian32();
    const std::uint32_t height = images.bigEndian32();
    const std::uint32_t width = images.bigEndian32();
    if (count == 0) {
        images.fail(MHO_TEXT("The file holds no images"), {}, 4);
    }
    if (height == 0 || width == 0 || height > kMostExtent || width > kMostExtent) {
        images.fail(MHO_TEXT("The images are %1 x %2 pixels; both must be in 1..%3"),
                    {fmt::format("{}", height), fmt::format("{}", width), fmt::format("{}", kMostExtent)}, 8);
    }
    set.imageShape = {1, height, width};

    // The labels first: they are small, and a count that differs is found before the pixels are read.
    set.classes = readLabels(labelFile, count, classes, imageFile, set.labels);
    set.pixels = images.bytes(std::uint64_t{count} * height * width);
    images.expectEnd();
    return set;
}

}  // namespace mho
