// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batch.h"

#include "app/cli/batch_status.h"
#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/cli/shell_words.h"
#include "app/cli/terminal.h"
#include "core/base/file_lock.h"
#include "core/base/process.h"
#include "core/base/units.h"
#include "core/report/table.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

namespace mho::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct Options {
    std::string file;
    std::string status;
    std::string json;
    bool keepGoing = false;
    bool dryRun = false;
    bool renew = false;
};

std::string now()
{
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

/// "jobs.json" -> "jobs.status.json", and its logs in "jobs.status.logs".
std::string statusPath(const Options& options)
{
    const fs::path path = options.status.empty() ? fs::path(options.file).replace_extension(".status.json") : fs::path(options.status);
    return fs::absolute(path).lexically_normal().string();
}

class Batch {
public:
    Batch(const Options& options, BatchStatus status)
        : options_(options), status_(std::move(status)), logs_(fs::path(statusPath(options)).replace_extension(".logs")), ranNow_(status_.jobs().size())
    {
    }

    /// Jobs in their order, from where the batch was left. The exit code.
    int run()
    {
        int code = kDone;
        for (at_ = 0; at_ < status_.jobs().size(); ++at_) {
            if (wasInterrupted()) {
                return kCancelled;
            }
            if (!isOpen(at_)) {
                say("is done already");
                continue;
            }
            if (const auto missing = missingOf(at_)) {
                status_.record(at_) = {};
                status_.record(at_).state = JobState::Skipped;
                status_.keep();
                say(fmt::format("is skipped, since it needs {}", status_.jobs()[*missing].name));
                continue;
            }
            const JobState end = perform();
            if (end == JobState::CutOff) {
                return kCancelled;
            }
            if (end == JobState::Failed) {
                code = kFailed;
                if (!options_.keepGoing) {
                    break;
                }
            }
        }
        return code;
    }

    /// The commands, as a shell takes them; nothing runs.
    std::string commands() const
    {
        std::string text;
        for (std::size_t i = 0; i < status_.jobs().size(); ++i) {
            const BatchJob& job = status_.jobs()[i];
            text += fmt::format("# job {} of {}: {}{}\n", i + 1, status_.jobs().size(), job.name, isOpen(i) ? "" : ", done");
            const std::string line = "mho " + shellLine(job.words);
            text += isOpen(i) ? fmt::format("(cd {} && {})\n", shellLine({job.folder}), line) : "";
        }
        return text;
    }

    std::string table() const
    {
        Table table{{{"Job", Align::Left}, {"State", Align::Left}, {"Time", Align::Right}, {"Command", Align::Left}}, {}, false};
        for (std::size_t i = 0; i < status_.jobs().size(); ++i) {
            const JobRecord& record = status_.record(i);
            const bool ended = record.state == JobState::Done || record.state == JobState::Failed;
            table.rows.push_back({status_.jobs()[i].name, stateText(record.state), ended && record.seconds ? durationText(*record.seconds) : "-", "mho " + shellLine(status_.jobs()[i].words)});
        }
        return tableText(table);
    }

    std::string json() const { return status_.json(); }

private:
    /// Not done, or after a job that ran again.
    bool isOpen(std::size_t job) const
    {
        const std::vector<std::size_t>& after = status_.jobs()[job].after;
        return status_.record(job).state != JobState::Done || std::any_of(after.begin(), after.end(), [&](std::size_t other) { return ranNow_[other]; });
    }

    /// A job that this one needs and that is not done.
    std::optional<std::size_t> missingOf(std::size_t job) const
    {
        const std::vector<std::size_t>& after = status_.jobs()[job].after;
        const auto found = std::find_if(after.begin(), after.end(), [&](std::size_t other) { return status_.record(other).state != JobState::Done; });
        return found == after.end() ? std::nullopt : std::optional(*found);
    }

    void say(const std::string& what) { display_.line(fmt::format("job {} of {}: {} {}", at_ + 1, status_.jobs().size(), status_.jobs()[at_].name, what)); }

    /// Seconds from the beginning of this job to the end of all; none where a job's time cannot be told.
    std::optional<double> expected() const
    {
        double sum = 0.0;
        for (std::size_t i = at_; i < status_.jobs().size(); ++i) {
            if (i == at_ || isOpen(i)) {
                const std::optional<double> seconds = status_.expectedSeconds(i);
                if (!seconds) {
                    return std::nullopt;
                }
                sum += *seconds;
            }
        }
        return sum;
    }

    /// What the program is called with: a run that was cut off goes on.
    std::vector<std::string> commandOf(const BatchJob& job, bool wasCutOff) const
    {
        std::vector<std::string> command{ownProgram()};
        command.insert(command.end(), job.words.begin(), job.words.end());
        const bool resumes = std::find(job.words.begin(), job.words.end(), "--resume") != job.words.end();
        const bool goesOn = std::find(job.words.begin(), job.words.end(), "--continue") != job.words.end();
        if (wasCutOff && job.words.front() == "run" && !resumes && !goesOn) {
            command.emplace_back("--continue");
        }
        return command;
    }

    JobState perform()
    {
        const BatchJob& job = status_.jobs()[at_];
        JobRecord& record = status_.record(at_);
        const std::vector<std::string> command = commandOf(job, record.state == JobState::CutOff);
        const std::optional<double> remaining = expected();
        const std::optional<double> before = record.seconds;
        fs::create_directories(logs_);
        record = {JobState::Running, {}, now(), {}, before, (logs_ / (job.name + ".log")).string()};
        const std::string line = "mho " + shellLine({command.begin() + 1, command.end()});
        std::ofstream(record.log, std::ios::app) << fmt::format("== {} {}\n", record.begun, line);
        status_.keep();
        say(fmt::format("({}){}", line, remaining ? fmt::format(", about {} left", durationText(*remaining)) : ""));
        const auto begin = Clock::now();
        const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
        const int code = runProcesses({{command, record.log, job.folder}}, 1, [&](std::size_t) { return show(seconds(), remaining); }).front();
        record.ended = now();
        record.exitCode = code;
        ranNow_[at_] = true;
        record.state = code == kDone ? JobState::Done : wasInterrupted() ? JobState::CutOff : JobState::Failed;
        if (record.state != JobState::CutOff) {
            record.seconds = seconds();
        }
        status_.keep();
        if (record.state == JobState::Failed) {
            say(fmt::format("failed with exit code {}; its log: {}", code, record.log));
        } else if (record.state == JobState::Done) {
            say(fmt::format("done in {}", durationText(*record.seconds)));
        }
        return record.state;
    }

    Verdict show(double seconds, std::optional<double> remaining)
    {
        const auto all = static_cast<double>(status_.jobs().size());
        const std::optional<double> own = status_.expectedSeconds(at_);
        Progress progress;
        progress.stage = fmt::format("job {}/{}", at_ + 1, status_.jobs().size());
        progress.totalFraction = (static_cast<double>(at_) + (own && *own > 0.0 ? std::min(1.0, seconds / *own) : 0.0)) / all;
        progress.remainingS = remaining ? std::max(0.0, *remaining - seconds) : -1.0;
        return display_.progress(progress);
    }

    const Options& options_;
    BatchStatus status_;
    fs::path logs_;
    std::vector<bool> ranNow_;  ///< Per job, in this call.
    std::size_t at_ = 0;
    ProgressDisplay display_;
};

int batch(const Options& options)
{
    std::vector<BatchJob> jobs = readBatch(options.file, faultOf);
    const std::string path = statusPath(options);
    if (fs::exists(path) && fs::equivalent(path, options.file)) {
        throw WrongUse("--status names the batch itself");
    }
    // The jobs hold the lock too: one that outlives a killed batch keeps a second one from starting beside it.
    std::optional<FileLock> lock;
    if (!options.dryRun) {
        lock.emplace(path + ".lock", FileLock::Heirs::Processes);
        if (!lock->held()) {
            throw Error(ErrorCode::InputOutput, MHO_TEXT("This batch is at work already, or a job of one that was ended still is; wait for its end"), {}, path);
        }
    }
    BatchStatus status(path, fs::absolute(options.file).string(), std::move(jobs));
    if (options.renew) {
        status.reopen();
    }
    Batch work(options, std::move(status));
    if (options.dryRun) {
        writeReport(options.json, [&] { return work.commands(); }, [&] { return work.json(); });
        return kDone;
    }
    watchSignals();
    const int code = work.run();
    if (code == kCancelled) {
        fmt::print(stderr, "mho: cancelled; go on with: mho batch {}\n", shellLine({options.file}));
    }
    writeReport(options.json, [&] { return work.table(); }, [&] { return work.json(); });
    return code;
}

}  // namespace

void addBatch(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("batch", "Run a list of commands one after the other; goes on where it was left");
    const auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "JSON file of jobs: {\"jobs\": [{\"command\": \"run lenet5-digits\"}, ...]}")->required();
    command->add_option("--status", options->status, "File that keeps how far the batch is, with the jobs' logs in a folder beside it; default FILE.status.json")
        ->type_name("FILE.json");
    command->add_flag("--keep-going", options->keepGoing, "Go on after a job that failed; those that need it are skipped");
    command->add_flag("--renew", options->renew, "Run again what is done");
    command->add_flag("--dry-run", options->dryRun, "Check the batch and print its commands, and run none");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = batch(*options); });
}

}  // namespace mho::cli
