// SPDX-License-Identifier: GPL-3.0-or-later
/// replay-TARGET PATH...: gives a target each file, and cut and bit-flipped forms of it.
#include "core/base/random.h"
#include "core/base/resources.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <vector>

namespace {

constexpr int kDamagedForms = 8;

std::vector<std::string> filesOf(int count, char** paths)
{
    std::vector<std::string> files;
    for (int i = 1; i < count; ++i) {
        if (!std::filesystem::is_directory(paths[i])) {
            files.emplace_back(paths[i]);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(paths[i])) {
            if (entry.is_regular_file() && entry.file_size() <= mho::fuzz::kMostInput) {
                files.push_back(entry.path().string());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int count, char** paths)
{
    const std::vector<std::string> files = filesOf(count, paths);
    mho::RandomStream random({20'221'126, 7});
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random.uniform() * static_cast<double>(bound)); };
    for (const std::string& file : files) {
        const std::string whole = mho::readTextFile(file);
        std::cerr << file << std::endl;
        mho::fuzz::check(whole);
        for (int form = 0; form < kDamagedForms && !whole.empty(); ++form) {
            std::string damaged = whole;
            if (form % 2 == 0) {
                damaged.resize(below(whole.size()));
            } else {
                damaged[below(whole.size())] ^= static_cast<char>(1U << below(8));
            }
            mho::fuzz::check(damaged);
        }
    }
    std::cout << files.size() << " inputs\n";
    return files.empty() ? 1 : 0;
}
