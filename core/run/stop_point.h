// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mho {

/// Where a run was stopped and kept: before a step of training. Written "STAGE:ROUND:STEP", e.g. "retrain:0:1170".
struct StopPoint {
    std::string stage;       ///< stageName()
    std::int64_t round = 0;  ///< Rounds, steps or periods done before it in that stage.
    std::int64_t step = 0;   ///< Steps of training done in that round; of a regularised training in all its periods.
    bool operator==(const StopPoint&) const = default;
};
MHO_API std::string stopPointText(const StopPoint& point);
/// Throws Error InvalidArgument for a text that is none, or a stage that does not train.
MHO_API StopPoint stopPointOf(std::string_view text);

}  // namespace mho
