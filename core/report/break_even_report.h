// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/break_even_plan.h"
#include "core/report/table.h"

#include <string>

namespace mho {

/// Layer by layer: ratio asked and its speed-up against dense, break-even ratio, new ratio and its speed-up, what was decided.
/// The last row has the whole network.
MHO_API Table breakEvenPlanTable(const BreakEvenPlan& plan);

/// Dense, asked and new plan: weights kept, ratio, operations of kept weights, time on the engine, speed-up,
/// storage without and with index.
MHO_API Table breakEvenTotalsTable(const BreakEvenPlan& plan);

/// "left dense: pays from 2.41x", "pushed from 2.00x", "as asked", "dense as asked",
/// "no ratio to move".
MHO_API std::string decisionText(const BreakEvenLayer& layer);

/// One JSON object (format: docs/engines.md, "JSON").
MHO_API std::string breakEvenPlanToJson(const BreakEvenPlan& plan);

}  // namespace mho
