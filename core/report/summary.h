// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/table.h"
#include "core/run/run.h"

#include <string>

namespace mho {

/// One row per weight layer and a total: matrix, weights kept, ratio, crossbars before and after, ADC bits, occupancy, and
/// the layer's share of the compressed energy. The result's compressed, mapped and cost parts must name the same layers.
MHO_API Table layerTable(const RunResult& result);

/// Dense, compressed and reduction in percent: weights, crossbars, energy per inference, power, area, latency, throughput.
/// A reduction is 100 * (1 - compressed / dense), negative where compressing
/// costs more, "-" where dense is 0; throughput has none.
MHO_API Table totalsTable(const RunResult& result);

/// Test accuracy after each stage, with the loss against the original network; "-" where a stage was not reached.
MHO_API Table accuracyTable(const RunResult& result);

/// A percentage with two digits, "99.17 %"; "-" when it is negative (not measured).
MHO_API std::string percentText(double percent);

/// Everything a person wants to know of a run: what ran on what, and the three tables, as plain text.
MHO_API std::string summaryText(const RunResult& result);

/// The same as Markdown.
MHO_API std::string summaryMarkdown(const RunResult& result);

}  // namespace mho
