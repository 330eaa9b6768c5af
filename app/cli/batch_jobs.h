// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace mho::cli {

/// One command of a batch.
struct BatchJob {
    std::string name;                 ///< Unique in its batch, and a plain file name.
    std::vector<std::string> words;   ///< As on the command line, without "mho".
    std::string folder;               ///< Where it works, absolute.
    std::vector<std::size_t> after;   ///< Indices of the earlier jobs that it needs.
};

/// What is wrong with the words of a command; empty where nothing is.
using CommandCheck = std::function<std::string(const std::vector<std::string>& words)>;

inline constexpr std::size_t kMostJobs = 10'000;

/// Reads {"jobs": [{"command": "run lenet5-digits" or ["run", "lenet5-digits"], "name": ..., "folder": ..., "after": [names]}, ...]}; a job's
/// folder counts from the file's, which is also where none is named. At most kMostJobs.
/// Throws Error with all problems at once: of the file's form, and of commands as `check` finds them.
std::vector<BatchJob> readBatch(const std::string& path, const CommandCheck& check);

}  // namespace mho::cli
