// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/batch_jobs.h"

#include <optional>
#include <string>
#include <vector>

namespace mho::cli {

enum class JobState {
    Open,     ///< Not begun.
    Running,  ///< Begun; also what a batch that was killed leaves.
    Done,
    Failed,
    CutOff,   ///< Begun and not ended.
    Skipped   ///< Not begun, since a job that it needs failed.
};

/// What is known of a job.
struct JobRecord {
    JobState state = JobState::Open;
    std::optional<int> exitCode;
    std::string begun;  ///< ISO 8601, UTC.
    std::string ended;
    std::optional<double> seconds;  ///< That its last run to an end took.
    std::string log;                ///< Absolute path.
};

/// How far a batch is, in a file beside it, so that one that was cut off goes on.
class BatchStatus {
public:
    /// Takes up what the file says of jobs that have the same name, words and folder; a file that is not there says nothing.
    /// Throws Error BadFormat where the file is no status.
    BatchStatus(std::string path, std::string batch, std::vector<BatchJob> jobs);

    const std::vector<BatchJob>& jobs() const { return jobs_; }
    const JobRecord& record(std::size_t job) const { return records_[job]; }
    JobRecord& record(std::size_t job) { return records_[job]; }
    /// Every job is open again; what jobs took stays known.
    void reopen();

    /// Seconds that a job may take: what it took before, else the mean of jobs with the same command that are done.
    std::optional<double> expectedSeconds(std::size_t job) const;

    std::string json() const;
    /// Writes the file whole. Throws Error InputOutput.
    void keep() const;

private:
    std::string path_;
    std::string batch_;
    std::vector<BatchJob> jobs_;
    std::vector<JobRecord> records_;
};

/// "cut off"
const char* stateText(JobState state);

}  // namespace mho::cli
