// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
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

/// Reads {"jobs": [{"command": "run lenet5-digits" or ["run", "lenet5-digits"], "name": ..., "folder": ..., "after": [names]}, ...]}; a job's
/// folder counts from the file's, which is also where none is named.
/// Throws Error with all problems at once: of the file's form, and of commands as far as the definitions of `mho` tell.
std::vector<BatchJob> readBatch(const std::string& path);

}  // namespace mho::cli
