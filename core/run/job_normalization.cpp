// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/run/job.h"
#include "core/run/recipe_data.h"

namespace mho {

/// A network's weights mean nothing without the normalisation that they were trained with, and their file does not tell it.
void Job::tellNormalization() const
{
    if (start_.hasWeights() && recipe_.mean.empty()) {
        callbacks_.log(phrase(
            MHO_TEXT("the given weights are taken as trained on pixels normalised as usual for %1 (%2); where they were not, "
                     "give mean and deviation"),
            data_.name, normalizationText(data_.normalization)));
    }
    if (!state_.teacherHash.empty() && recipe_.straightThrough.teacherMean.empty()) {
        callbacks_.log(phrase(
            MHO_TEXT("the teacher %1 is taken as trained on pixels normalised as the network's (%2); where it was not, give "
                     "teacher_mean and teacher_deviation"),
            recipe_.straightThrough.teacher, normalizationText(data_.normalization)));
    }
}

std::optional<Normalization> Job::teacherNormalization() const
{
    const StraightThroughOptions& options = recipe_.straightThrough;
    if (options.teacherMean.empty()) {
        return std::nullopt;
    }
    return Normalization{{options.teacherMean.begin(), options.teacherMean.end()},
                         {options.teacherDeviation.begin(), options.teacherDeviation.end()}};
}

}  // namespace mho
