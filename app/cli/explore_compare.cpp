// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "app/cli/study_source.h"
#include "core/report/study_table.h"

namespace mho::cli {
namespace {

struct Options {
    StudySource source;
    bool markdown = false;
};

}  // namespace

void addExploreCompare(CLI::App& explore, int& exitCode)
{
    CLI::App* command = explore.add_subcommand("compare", "A study's settings beside each other, the seeds of each together");
    const auto options = std::make_shared<Options>();
    addStudySource(*command, options->source);
    command->add_flag("--markdown", options->markdown, "As a Markdown table");
    command->callback([options, &exitCode] {
        const Table table = studyTable(studyOf(options->source));
        writeOutput("-", options->markdown ? tableMarkdown(table) : tableText(table));
        exitCode = kDone;
    });
}

}  // namespace mho::cli
