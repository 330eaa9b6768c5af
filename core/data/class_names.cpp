// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/class_names.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/data/idx.h"
#include "core/data/image_folder.h"

#include <filesystem>
#include <sstream>

namespace mho {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> numbers(std::int64_t classes)
{
    std::vector<std::string> names;
    for (std::int64_t label = 0; label < classes; ++label) {
        names.push_back(std::to_string(label));
    }
    return names;
}

/// The lines that are not empty; none where there is no such file.
std::vector<std::string> linesOf(const fs::path& path)
{
    constexpr std::size_t kMostBytes = 1U << 16U;
    std::vector<std::string> lines;
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return lines;
    }
    std::istringstream text(readTextFile(path.string(), kMostBytes));
    for (std::string line; std::getline(text, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
            line.pop_back();
        }
        if (!line.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

/// The folder's file of names, in it or in the archive's own folder; a file that cannot be read or names another number of
/// classes does not count, since names are only shown.
std::vector<std::string> namesFile(const std::string& folder, const char* inner, const char* file, std::int64_t classes)
{
    for (const fs::path& path : {fs::path(folder) / file, fs::path(folder) / inner / file}) {
        try {
            std::vector<std::string> names = linesOf(path);
            if (static_cast<std::int64_t>(names.size()) == classes) {
                return names;
            }
        } catch (const Error&) {
            continue;
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> classNames(const DataSet& data, const std::string& folder)
{
    const std::int64_t classes = data.train->classes;
    std::vector<std::string> names;
    if (folder.empty() || findIdxFiles(folder).any()) {
        return numbers(classes);
    }
    if (hasImageFolders(folder)) {
        names = imageFolderClasses(folder);
    } else if (data.name == "cifar10") {
        names = namesFile(folder, "cifar-10-batches-bin", "batches.meta.txt", classes);
        if (names.empty()) {
            names = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};
        }
    } else if (data.name == "cifar100") {
        names = namesFile(folder, "cifar-100-binary", "fine_label_names.txt", classes);
    }
    return static_cast<std::int64_t>(names.size()) == classes ? names : numbers(classes);
}

}  // namespace mho
