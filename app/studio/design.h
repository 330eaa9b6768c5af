// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"
#include "core/run/stages.h"

#include <set>
#include <string>

namespace mho {

/// What a person edits and undoes.
struct Design {
    Plan plan;
    Hardware hardware;
    std::set<std::string> locked = {};  ///< Layers whose entries of the plan no edit changes; no part of runs.
    Stages stages = {};                 ///< How a run of it trains.
    bool operator==(const Design&) const = default;
};

}  // namespace mho
