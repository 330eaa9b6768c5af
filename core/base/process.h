// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/progress.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// How a process ended.
struct ProcessEnd {
    int exitCode = 0;     ///< Its own, or 128 + the signal that ended it.
    std::string output;   ///< What it wrote on standard output; empty where that was not asked for.
    std::string errors;   ///< The same of standard error.
};

/// Path of a program in $PATH; none = not installed.
MHO_API std::optional<std::string> findProgram(const std::string& name);
/// Path of the program that runs.
MHO_API std::string ownProgram();

/// Runs a program to its end and gives what it wrote. Throws Error InputOutput (program, cause) when it cannot be started.
/// @param command program (found in $PATH) and arguments
MHO_API ProcessEnd runProcess(const std::vector<std::string>& command);

/// A program and its arguments, and the file that what it writes is appended to (empty = where this program's goes).
struct LoggedCommand {
    std::vector<std::string> command;
    std::string log;
    std::string folder;  ///< Where it works; empty = where this program does.
};

/// Runs commands as processes of their own, at most `jobs` (>= 1) at once, started in order; returns how each ended, in order.
/// `poll` is asked at least every 100 ms with the number that have ended; when it says no, those that run get SIGTERM and are
/// waited for, and the rest is not started (exit code -1).
MHO_API std::vector<int> runProcesses(const std::vector<LoggedCommand>& commands, std::int64_t jobs,
                                      const std::function<Verdict(std::size_t ended)>& poll);

/// Processes that fit: cores / threads each, and memory that is free / bytes each; at least 1.
MHO_API std::int64_t fittingProcesses(std::int64_t threadsEach, std::int64_t bytesEach);

}  // namespace mho
