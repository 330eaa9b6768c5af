// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/reproduction.h"

#include <string>
#include <vector>

namespace mho {

/// docs/reproduction.md.
MHO_API std::string reproductionPage(const PublishedTables& tables, const std::vector<ReproducedRow>& rows);

}  // namespace mho
