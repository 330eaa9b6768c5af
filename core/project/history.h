// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <cstdint>
#include <vector>

namespace mho {

struct EarlierDesign {
    Plan plan;
    Hardware hardware;
    Stages stages;
};

/// The act was one on the project: not a measurement, nor a file that was written of it (Project::noteAct()).
MHO_API bool changesProject(const JournalEntry& entry);

/// Acts after which plan, hardware and stages can be had again, oldest first: those that changed them, from the one on that brought
/// the present network.
MHO_API std::vector<JournalEntry> earlierPoints(const std::vector<JournalEntry>& journal);

/// Plan, hardware and stages as they were once the act `id` was done: all that came after it is taken back from those of `present`.
/// @param journal all of it, with the present design as its end  @param id of earlierPoints()
/// Throws Error NotFound for another id; BadFormat for entries that are none.
MHO_API EarlierDesign designAfter(const std::vector<JournalEntry>& journal, std::int64_t id, const Recipe& present);

}  // namespace mho
