// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/learn/learner.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <string>
#include <vector>

namespace mho::cli {

/// Writes text to a file, whole or not at all, or to standard output for "-". Throws Error InputOutput.
void writeOutput(const std::string& path, const std::string& text);

/// Adds --json, the same for every command: alone it prints JSON on standard output in place of the text, --json=FILE writes it
/// there beside the text. Never takes the word that follows.
/// @param target empty without the option, "-" for standard output, or a path
void addJsonOption(CLI::App& command, std::string& target);

/// The text on standard output, and the JSON as the target of addJsonOption() says. Throws as writeOutput().
void writeReport(const std::string& target, const std::function<std::string()>& text, const std::function<std::string()>& json);

/// Throws Error Infeasible where a run ended with weights that break its plan; its project keeps them and the record.
void refuseBroken(const std::vector<Problem>& violations, const std::string& project);

/// One line on standard error when LibTorch runs on the reference BLAS.
void warnOfSlowBlas(const LearnEnvironment& environment);

}  // namespace mho::cli
