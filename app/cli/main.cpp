// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/report.h"
#include "core/base/error.h"
#include "core/base/version.h"

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

namespace {

int fail(const char* text, int code)
{
    fmt::print(stderr, "mho: {}\n", text);
    return code;
}

/// Input that cannot be used is a matter of the call, like a wrong option; what went wrong with good input is not.
int exitCodeOf(mho::ErrorCode code)
{
    using mho::ErrorCode;
    switch (code) {
        case ErrorCode::InvalidArgument:
        case ErrorCode::NotFound:
        case ErrorCode::BadFormat:
            return mho::cli::kWrongUse;
        case ErrorCode::InputOutput:
        case ErrorCode::Infeasible:
        case ErrorCode::Unsupported:
            return mho::cli::kFailed;
        case ErrorCode::Cancelled:
            return mho::cli::kCancelled;
    }
    return mho::cli::kFailed;
}

/// CLI11 would only say that a sub-command is missing.
void checkCommand(const CLI::App& app, int argc, char* argv[])
{
    if (argc < 2 || argv[1][0] == '-') {
        return;
    }
    std::string names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_name() == argv[1]) {
            return;
        }
        names += (names.empty() ? "" : ", ") + command->get_name();
    }
    throw mho::cli::WrongUse(fmt::format("There is no command \"{}\"; there are: {}", argv[1], names));
}

}  // namespace

int main(int argc, char* argv[])
{
    using namespace mho::cli;
    // A limit on the size of files is then an error of a write, which leaves nothing half done.
    std::signal(SIGXFSZ, SIG_IGN);
    int exitCode = kDone;
    CLI::App app("Compresses neural networks for memristor crossbars and shows what every choice costs.", "mho");
    app.set_version_flag("--version", std::string("mho ") + mho::kVersion, "Print the version and exit");
    app.require_subcommand(1);
    addRun(app, exitCode);
    addInspect(app, exitCode);
    addEval(app, exitCode);
    addSolve(app, exitCode);
    addList(app, exitCode);
    addPlan(app, exitCode);
    addPreset(app, exitCode);
    addEstimate(app, exitCode);
    addBreakEven(app, exitCode);
    addExplore(app, exitCode);
    addMap(app, exitCode);
    addSimulate(app, exitCode);
    addExport(app, exitCode);
    addInfer(app, exitCode);
    addReport(app, exitCode);
    addFigure(app, exitCode);
    addReproduce(app, exitCode);
    addCompletion(app, exitCode);
    addManual(app, exitCode);
    try {
        checkCommand(app, argc, argv);
        app.parse(argc, argv);
    } catch (const CLI::ParseError& parse) {
        return app.exit(parse) == 0 ? kDone : kWrongUse;
    } catch (const WrongUse& wrong) {
        return fail(wrong.what(), kWrongUse);
    } catch (const mho::Error& error) {
        return fail(error.what(), exitCodeOf(error.code()));
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory", kFailed);
    } catch (const std::exception& unexpected) {
        return fail(unexpected.what(), kFailed);
    }
    return exitCode;
}
