// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "core/base/error.h"

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

}  // namespace

int main(int argc, char* argv[])
{
    using namespace mho::cli;
    // A limit on the size of files is then an error of a write, which leaves nothing half done.
    std::signal(SIGXFSZ, SIG_IGN);
    int exitCode = kDone;
    const std::unique_ptr<CLI::App> program = makeProgram(exitCode);
    try {
        if (argc > 1 && argv[1][0] != '-') {
            checkCommand(*program, argv[1]);
        }
        program->parse(argc, argv);
    } catch (const CLI::ParseError& parse) {
        return program->exit(parse) == 0 ? kDone : kWrongUse;
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
