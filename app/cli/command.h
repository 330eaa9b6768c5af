// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <stdexcept>
#include <string>

namespace mho::cli {

/// What a program says to the one that called it. kFailed: it could not be done with good input. kWrongUse: an option, a name, a
/// value or a file cannot be used.
enum ExitCode : int { kDone = 0, kFailed = 1, kWrongUse = 2, kCancelled = 130 };

/// The command line itself is wrong (unknown name, contradicting options): exit code 2.
class WrongUse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Each adds one sub-command; when it is the one that was called, it runs while CLI11 parses and sets `exitCode`.
// They throw mho::Error or WrongUse.
void addRun(CLI::App& app, int& exitCode);
void addInspect(CLI::App& app, int& exitCode);
void addEval(CLI::App& app, int& exitCode);
void addSolve(CLI::App& app, int& exitCode);
void addList(CLI::App& app, int& exitCode);
void addPlan(CLI::App& app, int& exitCode);
void addPreset(CLI::App& app, int& exitCode);
void addEstimate(CLI::App& app, int& exitCode);
void addBreakEven(CLI::App& app, int& exitCode);
void addMap(CLI::App& app, int& exitCode);
void addSimulate(CLI::App& app, int& exitCode);
void addExplore(CLI::App& app, int& exitCode);
void addReproduce(CLI::App& app, int& exitCode);
void addExport(CLI::App& app, int& exitCode);
void addInfer(CLI::App& app, int& exitCode);
void addCompletion(CLI::App& app, int& exitCode);
void addManual(CLI::App& app, int& exitCode);

}  // namespace mho::cli
