// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/run/run.h"

#include <fmt/format.h>

#include <cstdio>

namespace mho::cli {

void writeOutput(const std::string& path, const std::string& text)
{
    if (path != "-") {
        writeFileWhole(path, text);
        return;
    }
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("Cannot write to standard output"));
    }
}

void addJsonOption(CLI::App& command, std::string& target)
{
    command.add_flag("--json{-}", target,
                     "Print JSON instead of text; --json=FILE writes it there and prints the text as well");
}

void writeReport(const std::string& target, const std::function<std::string()>& text, const std::function<std::string()>& json)
{
    if (target == "-") {
        writeOutput(target, json());
        return;
    }
    if (!target.empty()) {
        writeOutput(target, json());
    }
    writeOutput("-", text());
}

void refuseBroken(const std::vector<Problem>& violations, const std::string& project)
{
    if (!violations.empty()) {
        throw Error(ErrorCode::Infeasible, MHO_TEXT("The finished weights break the plan; the project keeps them. %1"), {violationsText(violations)},
                    project);
    }
}

void warnOfSlowBlas(const LearnEnvironment& environment)
{
    if (environment.referenceBlas) {
        fmt::print(stderr,
                   "mho: warning: LibTorch runs on the reference BLAS, training is about 30 times slower; "
                   "install an optimised one (Debian: libopenblas0-openmp)\n");
    }
}

}  // namespace mho::cli
