// SPDX-License-Identifier: GPL-3.0-or-later
/// A list of jobs, and the status that is kept of it.
#include "app/cli/batch_jobs.h"
#include "app/cli/batch_status.h"
#include "app/cli/shell_words.h"
#include "tests/fuzz/fuzz.h"

#include <set>

void mho::fuzz::check(std::string_view input)
{
    const std::string path = fileOf(input, ".json");
    const auto anything = [](const std::vector<std::string>&) { return std::string(); };
    if (const auto jobs = attempt([&] { return cli::readBatch(path, anything); })) {
        require(!jobs->empty() && jobs->size() <= cli::kMostJobs, "a batch has a job, and not too many");
        std::set<std::string> names;
        for (std::size_t i = 0; i < jobs->size(); ++i) {
            const cli::BatchJob& job = (*jobs)[i];
            require(names.insert(job.name).second, "jobs have names of their own");
            require(job.name.find('/') == std::string::npos && !job.name.starts_with('.'), "a job's log lies in the batch's folder");
            require(!job.words.empty(), "a job has a command");
            require(cli::shellWords(cli::shellLine(job.words)).words == job.words, "a command that was printed reads back as the same");
            for (const std::size_t other : job.after) {
                require(other < i, "a job needs earlier ones alone");
            }
        }
    }
    // As the status of a batch of one job.
    const std::vector<cli::BatchJob> own{{"1-map", {"map", "lenet5"}, "/", {}}};
    const auto status = attempt([&] { return cli::BatchStatus(path, "batch.json", own); });
    if (status) {
        require(status->record(0).state != cli::JobState::Running, "nothing runs that another process began");
        const std::string written = status->json();
        require(cli::BatchStatus(fileOf(written, ".status.json"), "batch.json", own).json() == written, "a status that was written reads back as the same");
    }
}
