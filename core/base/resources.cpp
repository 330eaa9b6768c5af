// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"

#include "core/base/error.h"
#include "core/base/module.h"
#include "core/base/whole_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

namespace mho {
namespace {

namespace fs = std::filesystem;

std::string systemCause()
{
    return std::strerror(errno);  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe
}

}  // namespace

std::vector<std::string> resourceFolders()
{
    std::vector<std::string> candidates;
    if (const char* given = std::getenv("MHO_RESOURCE_DIR")) {
        candidates.emplace_back(given);
    }
    if (const char* dataHome = std::getenv("XDG_DATA_HOME")) {
        candidates.push_back(std::string(dataHome) + "/mho");
    } else if (const char* home = std::getenv("HOME")) {
        candidates.push_back(std::string(home) + "/.local/share/mho");
    }
    candidates.push_back(fs::path(libraryFolder() + "/" MHO_RESOURCES_FROM_LIBRARY).lexically_normal().string());
#ifdef MHO_SOURCE_RESOURCES
    candidates.emplace_back(MHO_SOURCE_RESOURCES);
#endif
    std::erase_if(candidates, [](const std::string& folder) { return !fs::is_directory(folder); });
    return candidates;
}

std::string resourcePath(std::string_view kind, std::string_view name)
{
    if (name.ends_with(".json")) {
        return std::string(name);
    }
    for (const std::string& folder : resourceFolders()) {
        const fs::path path = fs::path(folder) / kind / (std::string(name) + ".json");
        if (name.find('/') == std::string_view::npos && fs::exists(path)) {
            return path.string();
        }
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("There is no entry \"%1\" in %2; there are: %3"),
                {std::string(name), std::string(kind), fmt::format("{}", fmt::join(resourceNames(kind), ", "))});
}

std::vector<std::string> resourceNames(std::string_view kind)
{
    std::set<std::string> names;
    for (const std::string& folder : resourceFolders()) {
        std::error_code missing;
        for (const auto& entry : fs::directory_iterator(fs::path(folder) / kind, missing)) {
            if (entry.path().extension() == ".json") {
                names.insert(entry.path().stem().string());
            }
        }
    }
    return {names.begin(), names.end()};
}

std::string readTextFile(const std::string& path, std::size_t limit)
{
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    if (failure) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The file cannot be opened: %1"), {failure.message()}, path);
    }
    if (size > limit) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file has %1 bytes; at most %2 are read"),
                    {fmt::format("{}", size), fmt::format("{}", limit)}, path);
    }
    std::ifstream stream(path, std::ios::binary);
    std::string content(size, '\0');
    if (!stream.read(content.data(), static_cast<std::streamsize>(size))) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be read: %1"), {systemCause()}, path);
    }
    return content;
}

void writeFileWhole(const std::string& path, std::string_view content)
{
    WholeFile file(path);
    file.write(content);
    file.commit();
}

}  // namespace mho
