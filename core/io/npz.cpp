// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/npy.h"
#include "core/io/npy_bytes.h"
#include "core/io/npy_header.h"
#include "core/io/zip_file.h"
#include "core/io/zip_writer.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace mho {
namespace {

constexpr std::string_view kEnding = ".npy";

}  // namespace

NpyCollection readNpz(const std::string& path)
{
    const detail::ZipFile zip(path);
    NpyCollection collection;
    for (const auto& [entry, size] : zip.entries()) {
        if (!entry.ends_with(kEnding)) {
            continue;
        }
        const std::string name = entry.substr(0, entry.size() - kEnding.size());
        std::string bytes = zip.read(entry);
        const detail::NpyHeader header = detail::parseNpyHeader(
            std::string_view(bytes).substr(0, std::min<std::size_t>(bytes.size(), detail::kMostNpyStartBytes)), bytes.size(),
            path + ", " + entry);
        if (!header.type) {
            collection.skipped.push_back(name + " (" + header.descr + ")");
            continue;
        }
        bytes.erase(0, static_cast<std::size_t>(header.dataStart));
        collection.arrays.emplace_back(name, detail::npyArray(header, std::move(bytes)));
    }
    if (collection.arrays.empty() && collection.skipped.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The archive has no NPY file (NAME.npy), so it is not an NPZ file"), {}, path);
    }
    return collection;
}

void writeNpz(const std::string& path, std::span<const ArraySource> arrays, std::span<const NpzText> texts)
{
    std::set<std::string> names;
    const auto claim = [&](const std::string& entry) {
        if (!names.insert(entry).second) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The tensor's name \"%1\" is taken; choose another"), {entry}, path);
        }
    };
    for (const ArraySource& array : arrays) {
        claim(array.name + std::string(kEnding));
        if (array.type == ElementType::BFloat16) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("\"%1\" is bfloat16, which NumPy's files do not know"), {array.name},
                        path);
        }
    }
    for (const NpzText& text : texts) {
        claim(text.name);
    }
    detail::ZipWriter zip(path);
    for (const ArraySource& array : arrays) {
        const std::string content = array.bytes();
        assert(content.size() == static_cast<std::uint64_t>(elementCount(array.shape)) * elementBytes(array.type));
        zip.add(array.name + std::string(kEnding), {detail::npyStart(array.type, array.shape), content});
    }
    for (const NpzText& text : texts) {
        zip.add(text.name, {text.content});
    }
    zip.commit();
}

}  // namespace mho
