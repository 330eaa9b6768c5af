// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <memory>
#include <string>
#include <vector>

namespace mho::cli {

/// All commands of `mho`; the one that is called runs while CLI11 parses and sets `exitCode`, which must outlive the program.
std::unique_ptr<CLI::App> makeProgram(int& exitCode);

/// Throws WrongUse that lists the commands where there is none of that name; CLI11 would only say that one is missing.
void checkCommand(const CLI::App& program, const std::string& name);

/// What is wrong with a command line as far as the definitions tell: an unknown command or option, a value that cannot be, one that is
/// missing. Empty where nothing is. Runs nothing.
/// @param words without the program's name
std::string faultOf(std::vector<std::string> words);

}  // namespace mho::cli
