// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mho {

/// What a cluster is asked for, per point. Empty and 0 = as the cluster has it by default. (sbatch, Slurm 22.05.)
struct MHO_API SlurmOptions {
    std::string partition;      ///< --partition
    std::string account;        ///< --account
    std::string time;           ///< --time: "30", "2:00:00", "1-12"
    std::string memory;         ///< --mem: "4G"
    std::int64_t cpus = 1;      ///< --cpus-per-task, also the threads of each point.
    std::int64_t gpus = 0;      ///< --gpus
    std::int64_t atOnce = 0;    ///< Points that may run at once; 0 = no limit of ours.

    std::vector<Problem> validate() const;
};

/// The points in Slurm's form: {0, 1, 2, 5} -> "0-2,5". @param points ascending
MHO_API std::string arrayText(const std::vector<std::size_t>& points);

/// The batch script of an array job whose task N works on point N: "PROGRAM explore point FOLDER N". A task that is cut off or requeued goes on from
/// its checkpoint. Its log goes to FOLDER/slurm/JOB_N.log.
MHO_API std::string slurmScript(const std::string& program, const std::string& folder, const std::vector<std::size_t>& points,
                                const SlurmOptions& options);

/// Writes FOLDER/slurm/job.sh, submits it and returns the job's number, which is also kept in FOLDER/slurm/jobs.
/// Throws Unsupported where there is no sbatch, InputOutput with what sbatch said.
MHO_API std::string submitToSlurm(const std::string& program, const std::string& folder, const std::vector<std::size_t>& points,
                                  const SlurmOptions& options);

/// Jobs that were submitted for this folder, oldest first.
MHO_API std::vector<std::string> slurmJobs(const std::string& folder);

/// What squeue says of the folder's jobs: state ("PENDING", "RUNNING", ...) per point; points it does not name are not there.
/// Throws as submitToSlurm().
MHO_API std::map<std::size_t, std::string> slurmStates(const std::string& folder);

/// scancel of the folder's jobs. Throws as submitToSlurm().
MHO_API void cancelSlurm(const std::string& folder);

}  // namespace mho
