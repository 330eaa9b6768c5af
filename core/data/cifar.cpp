// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar.h"

#include "core/base/error.h"
#include "core/data/byte_reader.h"

#include <fmt/format.h>

#include <filesystem>

namespace mho {
namespace {

constexpr std::uint64_t kPixels = 3 * 32 * 32;
constexpr int kCoarseClasses = 20;

void appendFile(const std::string& path, CifarKind kind, ImageSet& set)
{
    const std::uint64_t labelBytes = kind == CifarKind::Cifar10 ? 1 : 2;
    const std::uint64_t recordBytes = labelBytes + kPixels;
    ByteReader reader(path);
    const std::uint64_t fileBytes = std::filesystem::file_size(path);
    if (fileBytes == 0 || fileBytes % recordBytes != 0) {
        reader.fail(MHO_TEXT("The file ends within a record: its size must be a multiple of %1 bytes; fetch it again"),
                    {fmt::format("{}", recordBytes)}, fileBytes);
    }
    const std::vector<std::uint8_t> content = reader.bytes(fileBytes);
    set.pixels.reserve(set.pixels.size() + fileBytes / recordBytes * kPixels);
    for (std::uint64_t start = 0; start < fileBytes; start += recordBytes) {
        const auto check = [&](std::uint64_t offset, std::int64_t classes) {
            if (content[offset] >= classes) {
                reader.fail(MHO_TEXT("The label is %1 but must be in 0..%2"),
                            {fmt::format("{}", content[offset]), fmt::format("{}", classes - 1)}, offset);
            }
        };
        if (kind == CifarKind::Cifar100) {
            check(start, kCoarseClasses);
        }
        const std::uint64_t pixels = start + labelBytes;
        check(pixels - 1, set.classes);
        set.labels.push_back(content[pixels - 1]);
        set.pixels.insert(set.pixels.end(), content.begin() + static_cast<std::ptrdiff_t>(pixels),
                          content.begin() + static_cast<std::ptrdiff_t>(pixels + kPixels));
    }
}

}  // namespace

ImageSet readCifar(const std::vector<std::string>& files, CifarKind kind)
{
    ImageSet set;
    set.imageShape = {3, 32, 32};
    set.classes = kind == CifarKind::Cifar10 ? 10 : 100;
    for (const std::string& file : files) {
        appendFile(file, kind, set);
    }
    return set;
}

}  // namespace mho
