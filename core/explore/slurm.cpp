// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/slurm.h"

#include "core/base/phrasing.h"
#include "core/base/process.h"
#include "core/base/resources.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <sstream>
#include <string_view>

namespace mho {
namespace {

namespace fs = std::filesystem;

/// Runs one of Slurm's commands; its output.
std::string asked(std::vector<std::string> command)
{
    if (!findProgram(command.front())) {
        throw Error(ErrorCode::Unsupported,
                    MHO_TEXT("Slurm is not installed here (there is no %1); call this on a machine that submits to the cluster, or use --engine local"),
                    {command.front()}, "slurm");
    }
    const ProcessEnd end = runProcess(command);
    if (end.exitCode != 0) {
        throw Error(ErrorCode::InputOutput, MHO_TEXT("%1 said: %2"), {command.front(), end.errors.empty() ? end.output : end.errors}, "slurm");
    }
    return end.output;
}

/// For sh: everything between single quotes stays as it is.
std::string quoted(const std::string& text)
{
    std::string result = "'";
    for (const char character : text) {
        result += character == '\'' ? std::string("'\\''") : std::string(1, character);
    }
    return result + "'";
}

bool isPlain(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0 || std::string_view("-_:.,+").find(static_cast<char>(c)) != std::string_view::npos; });
}

std::string jobsPath(const std::string& folder)
{
    return (fs::path(folder) / "slurm" / "jobs").string();
}

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty()) {
            result.push_back(line);
        }
    }
    return result;
}

}  // namespace

std::vector<Problem> SlurmOptions::validate() const
{
    std::vector<Problem> problems;
    const auto plain = [&](const char* field, const std::string& value) {
        if (!isPlain(value)) {
            problems.push_back({field, phrase(MHO_TEXT("\"%1\" holds a character that no Slurm option has"), value)});
        }
    };
    plain("partition", partition);
    plain("account", account);
    plain("time", time);
    plain("memory", memory);
    const auto atLeast = [&](const char* field, std::int64_t value, std::int64_t least) {
        if (value < least) {
            problems.push_back({field, phrase(MHO_TEXT("%1 must be at least %2"), value, least)});
        }
    };
    atLeast("cpus", cpus, 1);
    atLeast("gpus", gpus, 0);
    atLeast("at_once", atOnce, 0);
    return problems;
}

std::string arrayText(const std::vector<std::size_t>& points)
{
    std::string text;
    for (std::size_t first = 0; first < points.size();) {
        std::size_t last = first;
        while (last + 1 < points.size() && points[last + 1] == points[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : ",") + std::to_string(points[first]);
        text += last > first ? "-" + std::to_string(points[last]) : "";
        first = last + 1;
    }
    return text;
}

std::string slurmScript(const std::string& program, const std::string& folder, const std::vector<std::size_t>& points,
                        const SlurmOptions& options)
{
    std::string text = "#!/bin/sh\n#SBATCH --job-name=mho\n#SBATCH --requeue\n#SBATCH --open-mode=append\n";
    text += fmt::format("#SBATCH --array={}{}\n", arrayText(points), options.atOnce > 0 ? fmt::format("%{}", options.atOnce) : std::string());
    text += fmt::format("#SBATCH --cpus-per-task={}\n", options.cpus);
    const auto option = [&](const char* name, const std::string& value) {
        if (!value.empty()) {
            text += fmt::format("#SBATCH --{}={}\n", name, value);
        }
    };
    option("partition", options.partition);
    option("account", options.account);
    option("time", options.time);
    option("mem", options.memory);
    option("gpus", options.gpus > 0 ? std::to_string(options.gpus) : std::string());
    text += fmt::format("exec {} explore point {} \"$SLURM_ARRAY_TASK_ID\" --threads {}{}\n", quoted(program), quoted(folder), options.cpus,
                        options.gpus > 0 ? " --device cuda" : "");
    return text;
}

std::string submitToSlurm(const std::string& program, const std::string& folder, const std::vector<std::size_t>& points,
                          const SlurmOptions& options)
{
    throwIfProblems(options.validate(), "slurm");
    const fs::path own = fs::path(folder) / "slurm";
    fs::create_directories(own);
    const std::string script = (own / "job.sh").string();
    writeFileWhole(script, slurmScript(program, fs::absolute(folder).string(), points, options));
    std::string job = asked({"sbatch", "--parsable", "--output=" + (fs::absolute(own) / "%A_%a.log").string(), script});
    job.erase(std::find_if(job.begin(), job.end(), [](unsigned char c) { return std::isdigit(c) == 0; }), job.end());
    std::vector<std::string> jobs = slurmJobs(folder);
    jobs.push_back(job);
    writeFileWhole(jobsPath(folder), fmt::format("{}\n", fmt::join(jobs, "\n")));
    return job;
}

std::vector<std::string> slurmJobs(const std::string& folder)
{
    return fs::exists(jobsPath(folder)) ? lines(readTextFile(jobsPath(folder))) : std::vector<std::string>();
}

std::map<std::size_t, std::string> slurmStates(const std::string& folder)
{
    std::map<std::size_t, std::string> states;
    const std::vector<std::string> jobs = slurmJobs(folder);
    if (jobs.empty()) {
        return states;
    }
    // Asked for by user and not by job: squeue fails for jobs that it has forgotten. -r: a line for each task.
    for (const std::string& line : lines(asked({"squeue", "--me", "-h", "-r", "-o", "%F %K %T"}))) {
        std::istringstream stream(line);
        std::string job;
        std::string task;
        std::string state;
        stream >> job >> task >> state;
        std::size_t point = 0;
        const bool isNumber = std::from_chars(task.data(), task.data() + task.size(), point).ec == std::errc();
        if (isNumber && std::find(jobs.begin(), jobs.end(), job) != jobs.end()) {
            states[point] = state;
        }
    }
    return states;
}

void cancelSlurm(const std::string& folder)
{
    std::vector<std::string> command{"scancel"};
    const std::vector<std::string> jobs = slurmJobs(folder);
    command.insert(command.end(), jobs.begin(), jobs.end());
    if (!jobs.empty()) {
        asked(std::move(command));
    }
}

}  // namespace mho
