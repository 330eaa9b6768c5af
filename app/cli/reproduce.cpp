// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/option_checks.h"
#include "app/cli/output.h"
#include "app/cli/reproduce_examples.h"
#include "app/cli/reproduce_run.h"
#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/report/reproduction_page.h"
#include "core/report/reproduction_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

namespace mho::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    ReproduceOptions run;
    std::string table;
    std::string examples;
    std::string seeds = "1";
    bool list = false;
};

/// "1,2,3". Throws WrongUse; a seed that is missing between commas is no seed.
std::vector<std::uint64_t> seedsOf(const std::string& text)
{
    std::vector<std::uint64_t> seeds;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        if (const std::string wrong = part.empty() ? "a number is missing" : seedCheck(part); !wrong.empty()) {
            throw WrongUse(fmt::format("--seeds {}: {}; give whole numbers with commas between them", text, wrong));
        }
        seeds.push_back(std::stoull(part));
        begin = end + 1;
    }
    return seeds;
}

/// The results that come with the published rows.
std::string standardResults()
{
    return (fs::path(resourcePath("reproduction", "published")).parent_path() / "results").string();
}

void requireRows(const PublishedTables& tables, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        if (tables.find(name) == nullptr) {
            std::vector<std::string> known;
            for (const PublishedRow& row : tables.rows) {
                known.push_back(row.name);
            }
            throw WrongUse(fmt::format("There is no row \"{}\"; there are: {}", name, fmt::join(known, ", ")));
        }
    }
}

/// Seeds that the work folder has a project of, for this row.
std::set<std::uint64_t> seedsAtWork(const std::string& work, const std::string& row)
{
    std::set<std::uint64_t> seeds;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(work, missing)) {
        const std::string name = entry.path().filename().string();
        const std::string start = row + ".seed";
        if (name.starts_with(start) && name.ends_with(".mho")) {
            const std::uint64_t seed = std::strtoull(name.c_str() + start.size(), nullptr, 10);
            if (projectFileName(row, seed) == name) {
                seeds.insert(seed);
            }
        }
    }
    return seeds;
}

std::string stateText(const ReproducedRow& row, const std::string& work)
{
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
    if (!row.recipe) {
        add("no recipe");
    }
    std::vector<std::uint64_t> done;
    std::vector<std::uint64_t> older;
    for (const SeedResult& seed : row.seeds) {
        (row.isOlder(seed) ? older : done).push_back(seed.seed);
    }
    const auto seedsText = [](const std::vector<std::uint64_t>& seeds) {
        return fmt::format("seed{} {}", seeds.size() > 1 ? "s" : "", fmt::join(seeds, ", "));
    };
    if (!done.empty()) {
        add(seedsText(done) + " done");
    }
    if (!older.empty()) {
        add(seedsText(older) + " done with an older recipe");
    }
    for (const std::uint64_t seed : seedsAtWork(work, row.row.name)) {
        try {
            if (const auto share = unfinishedShare(work, row.row.name, seed)) {
                add(fmt::format("seed {} unfinished at {:.0f} %", seed, 100.0 * *share));
            }
        } catch (const Error& unreadable) {
            add(fmt::format("seed {}: {} cannot be read", seed, projectFileName(row.row.name, seed)));
            fmt::print(stderr, "mho: {}\n", unreadable.what());
        }
    }
    return text.empty() ? "open" : text;
}

void list(const std::vector<ReproducedRow>& rows, const ReproduceOptions& options)
{
    Table table;
    table.columns = {{"Row"}, {"Paper"}, {"Network"}, {"Data"}, {"State"}, {"Bars"}};
    for (const ReproducedRow& row : rows) {
        if (options.rows.empty() || std::find(options.rows.begin(), options.rows.end(), row.row.name) != options.rows.end()) {
            table.rows.push_back({row.row.name, row.row.paper, row.row.network, row.row.data, stateText(row, options.work),
                                  verdictText(row, rows)});
        }
    }
    fmt::print("{}", tableText(table));
}

int run(Options options)
{
    const PublishedTables tables = loadPublished();
    requireRows(tables, options.run.rows);
    const bool runs = !options.list && options.table.empty() && options.examples.empty();
    if (options.run.results.empty()) {
        options.run.results = standardResults();
    } else if (!runs && !fs::is_directory(options.run.results)) {
        throw WrongUse(fmt::format("--results {}: there is no such folder", options.run.results));
    }
    const int without = (options.list ? 1 : 0) + (options.table.empty() ? 0 : 1) + (options.examples.empty() ? 0 : 1);
    if (without > 1 || (without == 1 && !options.list && !options.run.rows.empty())) {
        throw WrongUse("--list, --table and --examples run nothing: give one of them, the last two without names of rows");
    }
    if (!options.examples.empty()) {
        const int written = writeExamples(tables, options.run.results, options.run.work, options.examples);
        fmt::print("{} example{} in {}\n", written, written == 1 ? "" : "s", options.examples);
        return kDone;
    }
    if (!options.table.empty()) {
        writeOutput(options.table, reproductionPage(tables, loadReproduction(tables, options.run.results)));
        return kDone;
    }
    options.run.seeds = seedsOf(options.seeds);
    const std::set<std::uint64_t> different(options.run.seeds.begin(), options.run.seeds.end());
    if (different.size() != options.run.seeds.size()) {
        throw WrongUse("--seeds names a seed twice");
    }
    if (options.list) {
        list(loadReproduction(tables, options.run.results), options.run);
        return kDone;
    }
    return reproduce(tables, options.run);
}

}  // namespace

void addReproduce(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand(
        "reproduce",
        "Run the papers' rows one after the other, skipping what has a result and resuming what was cut off, and compare");
    const auto options = std::make_shared<Options>();
    ReproduceOptions& run = options->run;
    command->add_option("ROW", run.rows, "Rows to run (see --list); default all");
    command->add_flag("--list", options->list, "Say how far each row is, and run none");
    command
        ->add_option("--table", options->table,
                     "Write the page that puts published rows beside ours, and run none; - is standard output")
        ->type_name("FILE.md");
    command->add_option("--examples", options->examples, "Write the finished networks of the work folder as small projects, and run none")
        ->type_name("DIR");
    command
        ->add_option("--data", run.data,
                     "Folder with the folders mnist and cifar10, or with one set's files; default $MHO_DATA_DIR")
        ->type_name("DIR");
    command->add_option("--weights", run.weights, "Folder of trained weights to start from; default DIR/weights")
        ->type_name("DIR");
    command->add_option("--results", run.results, "Folder of result files; default where the published rows are")
        ->type_name("DIR");
    run.work = "reproduction";
    command->add_option("--work", run.work, "Folder of the runs' project files")->type_name("DIR")->capture_default_str();
    command->add_option("--seeds", options->seeds, "Seeds; every row is run with the first, then with the next")
        ->type_name("N,N,...")
        ->capture_default_str();
    command->add_option("--threads", run.threads, "Compute threads; default all cores")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command->add_option("--device", run.device, "Where to train")->check(CLI::IsMember({"cpu", "cuda"}))->type_name("cpu|cuda");
    command->add_flag("--renew", run.renew, "Run again what has a result of an older recipe, and drop what was begun with one");
    command->callback([options, &exitCode] { exitCode = mho::cli::run(*options); });
}

}  // namespace mho::cli
