// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/run/recipe.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mho {

/// Test images put through a finished network's crossbars, bit by bit.
struct CrossbarCheck {
    std::int64_t images = 0;
    std::int64_t correct = 0;
    std::int64_t identical = 0;  ///< Outputs equal to integer arithmetic without crossbars, to the bit.
};

/// The text of a result file: the run's JSON (docs/result-json.md), where images were simulated with an object
/// "crossbar_check".
MHO_API std::string resultFileText(const std::string& resultJson, const std::optional<CrossbarCheck>& check);

/// What a result file says, as far as published rows are concerned.
struct SeedResult {
    std::uint64_t seed = 0;
    std::map<std::string, double> values;                      ///< By measure; a missing one was not measured.
    std::vector<std::pair<std::string, std::int64_t>> epochs;  ///< Per stage, in order.
    double trainingSeconds = 0.0;                              ///< Over all epochs, those before an interruption included.
    int threads = 1;
    std::string device;                                        ///< "cpu", "cuda"
    std::string machine;                                       ///< System, architecture, threads, libraries.
    std::string version;                                       ///< Of Mho.
    std::string storage;                                       ///< How the weights are stored, layer by layer, and how many bits that takes; empty = not known.
    std::optional<Recipe> recipe;  ///< None where the present version cannot read the one in the file.
};

/// Reads one result file. Throws Error NotFound, BadFormat (file and field): not a finished run of recipe `row`, or not one at
/// all.
MHO_API SeedResult readSeedResult(const std::string& path, const std::string& row);

}  // namespace mho
