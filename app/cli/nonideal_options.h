// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/nonideal/monte_carlo.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mho::cli {

/// The options of a Monte Carlo study as the command line gives them.
struct NonIdealOptions {
    NonIdealities effects;
    std::string variationKind = "lognormal";
    bool finiteOnOff = false;
    double wireOhm = 0.0;
    std::size_t runs = 50;
    std::uint64_t seed = 1;
    std::vector<const CLI::Option*> all;  ///< To see whether one was given.
};

/// Adds --variation, --stuck-on, ..., --runs and --seed. `options` must outlive the parsing.
void addNonIdealOptions(CLI::App& command, const std::shared_ptr<NonIdealOptions>& options);

/// The study, where one of the options was given; its `simulation` is left to the caller.
std::optional<MonteCarloOptions> studyOf(const NonIdealOptions& options, const Hardware& hardware);

}  // namespace mho::cli
