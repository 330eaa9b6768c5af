// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mho::cli {

/// A command line cut into words as a shell does: at blanks, outside of '...' and "..."; a backslash takes the next letter as it is; "~/" that
/// leads a word is the home folder. What else a shell would do (variables, pipes, redirection) is a fault.
struct ShellWords {
    std::vector<std::string> words;
    std::string fault;  ///< Empty where there is none.
};
ShellWords shellWords(std::string_view line);

/// The words as a line that a shell cuts into the same words.
std::string shellLine(const std::vector<std::string>& words);

}  // namespace mho::cli
