// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/run/job.h"

#include <utility>

namespace mho {

void Job::takeUpCheckpoint()
{
    const auto saved = store_ != nullptr ? store_->loadCheckpoint() : std::nullopt;
    if (!saved) {
        return;
    }
    RunState state = fromCheckpoint(*saved);
    // Fields that an older version did not know have their defaults.
    if (recipeToJson(recipeFromJson(state.recipeJson, "checkpoint")) != state_.recipeJson) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The unfinished run was started with other settings; resume it with the same recipe, seed, threads "
                             "and device, or start anew"),
                    {}, recipe_.name);
    }
    if (state.dataSha256 != data_.sha256) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The unfinished run was started with other data; point Mho at the same data set, or start anew"), {}, data_.name);
    }
    if (state.componentsSha256 != components_.sha256) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The component file has changed since the run was started; put the old one back, or start anew"), {},
                    recipe_.hardware.preset);
    }
    if (state.startHash != state_.startHash) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The unfinished run was started from other weights; give it the same ones, or start anew"), {}, recipe_.network);
    }
    if (state.teacherHash != state_.teacherHash) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The unfinished run learns from another teacher; give it the same weights, or start anew"), {},
                    recipe_.straightThrough.teacher);
    }
    state_ = std::move(state);
    stopped_ = state_.stopped;
    metrics_ = store_->metrics();
    callbacks_.log(phrase(MHO_TEXT("resuming at stage %1, round %2, epoch %3"), stageName(state_.stage), state_.round,
                          state_.training.epoch));
}

void Job::save(const std::vector<EpochMetric>& newMetrics)
{
    state_.training = session_->state();
    state_.stopped = stopped_;
    if (store_ != nullptr) {
        store_->saveCheckpoint(toCheckpoint(state_), newMetrics);
    }
    dropTrainingArrays();
}

void Job::dropTrainingArrays()
{
    state_.training.parameters.clear();
    state_.training.moments.clear();
}

}  // namespace mho
