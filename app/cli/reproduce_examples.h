// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/published_rows.h"

#include <string>

namespace mho::cli {

/// Writes FOLDER/ROW.mho for each row that has a result of its present recipe and, in the work folder, the project it came
/// from (mho::writeExample). The first such seed is taken. Networks of more than a million weights are left out: an example is
/// to stay a few megabytes. Returns how many files were written; says on standard error which rows were left out and why.
int writeExamples(const PublishedTables& tables, const std::string& results, const std::string& work,
                  const std::string& folder);

}  // namespace mho::cli
