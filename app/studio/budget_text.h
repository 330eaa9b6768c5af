// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/spread_budget.h"

#include <QString>

namespace mho {

/// "filter 4.00×, tile 2.00×"; "–" for a dense layer.
QString constraintsText(const LayerPlan& plan);
/// How a budget was spread and what comes of it, some lines.
QString budgetText(const SpreadBudget& spread);
/// The kind with a ratio that most layers have; "filter" where none has one.
std::string usualKind(const Plan& plan);

}  // namespace mho
