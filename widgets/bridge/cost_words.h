// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/cost_report.h"

#include <QString>

#include <string>

namespace mho {

/// What a window shows of a cost report.
enum class CostQuantity { Energy, Power, Area };

double valueOf(const CostItem& item, CostQuantity quantity);
/// False where the architecture's figures do not give it: the report then holds 0, which is no value.
bool isStated(const CostReport& cost, CostQuantity quantity);
/// "1.67 pJ", "0.372 mm²"
QString costText(double value, CostQuantity quantity);
/// What stands in place of a value that is not stated.
QString notKnownText();
/// One sentence on why the hardware preset does not give it.
QString notKnownReason(CostQuantity quantity, const std::string& preset);

}  // namespace mho
