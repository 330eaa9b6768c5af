// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/batch.h"
#include "app/cli/points.h"
#include "app/cli/report.h"
#include "core/base/version.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::cli {
namespace {

/// Thrown when all words are understood, before the command would run.
struct Understood {};

}  // namespace

std::unique_ptr<CLI::App> makeProgram(int& exitCode)
{
    auto program = std::make_unique<CLI::App>("Compresses neural networks for memristor crossbars and shows what every choice costs.", "mho");
    CLI::App& app = *program;
    app.set_version_flag("--version", std::string("mho ") + kVersion, "Print the version and exit");
    app.require_subcommand(1);
    addRun(app, exitCode);
    addInspect(app, exitCode);
    addEval(app, exitCode);
    addSolve(app, exitCode);
    addList(app, exitCode);
    addPlan(app, exitCode);
    addPoints(app, exitCode);
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
    addBatch(app, exitCode);
    addReproduce(app, exitCode);
    addCompletion(app, exitCode);
    addManual(app, exitCode);
    return program;
}

void checkCommand(const CLI::App& program, const std::string& name)
{
    std::string names;
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_name() == name) {
            return;
        }
        names += (names.empty() ? "" : ", ") + command->get_name();
    }
    throw WrongUse(fmt::format("There is no command \"{}\"; there are: {}", name, names));
}

std::string faultOf(std::vector<std::string> words)
{
    int exitCode = kDone;
    const std::unique_ptr<CLI::App> program = makeProgram(exitCode);
    // The program's own callback comes before those of its commands.
    program->parse_complete_callback([] { throw Understood(); });
    try {
        if (!words.empty() && !words.front().starts_with('-')) {
            checkCommand(*program, words.front());
        }
        std::reverse(words.begin(), words.end());
        program->parse(std::move(words));
    } catch (const Understood&) {
        return {};
    } catch (const CLI::Success&) {
        return {};  // --help, --version
    } catch (const CLI::ParseError& fault) {
        return fault.what();
    } catch (const WrongUse& fault) {
        return fault.what();
    }
    return {};
}

}  // namespace mho::cli
