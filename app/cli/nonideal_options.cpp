// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nonideal_options.h"

#include <algorithm>

namespace mho::cli {

void addNonIdealOptions(CLI::App& command, const std::shared_ptr<NonIdealOptions>& options)
{
    constexpr const char* kGroup = "Real devices: accuracy over runs, each with new devices";
    NonIdealities& effects = options->effects;
    const auto keep = [&](CLI::Option* option, const char* type) {
        option->group(kGroup);
        if (type != nullptr) {
            option->type_name(type);
        }
        options->all.push_back(option);
        return option;
    };
    const auto number = [&](const char* name, double& value, const char* type, const char* help) {
        return keep(command.add_option(name, value, help), type);
    };
    number("--variation", effects.variation, "SIGMA", "Programming variation from device to device");
    keep(command.add_option("--variation-kind", options->variationKind,
                            "Variation as g e^theta (lognormal, default) or g (1 + sigma z)"),
         "lognormal|normal")
        ->check(CLI::IsMember({"lognormal", "normal"}));
    number("--stuck-on", effects.stuckOn, "P", "Share of cells stuck at g_max");
    number("--stuck-off", effects.stuckOff, "P", "Share of cells stuck at g_min");
    number("--drift-time", effects.driftTimeS, "S", "Seconds between programming and reading");
    number("--drift-reference", effects.driftReferenceS, "S", "Seconds at which conductances are as programmed; default 1");
    number("--drift-nu", effects.driftNu, "NU", "Mean exponent of the drift (t / reference)^-nu");
    number("--drift-nu-sigma", effects.driftNuSigma, "SIGMA", "Deviation of the exponent between devices");
    number("--read-noise", effects.readNoise, "SIGMA", "Relative deviation of each conductance at each read");
    number("--level-mismatch", effects.levelMismatch, "SIGMA", "Relative error of each state, shared by an array");
    keep(command.add_flag("--device-levels", effects.deviceLevels, "Conductances of the device's table of levels"), nullptr);
    CLI::Option* off =
        number("--off-conductance", effects.offConductanceS, "S", "Conductance of cells not programmed, siemens");
    keep(command.add_flag("--finite-on-off", options->finiteOnOff, "Cells not programmed leak g_min"), nullptr)->excludes(off);
    keep(command.add_flag("--reference-has-off-cells", effects.referenceHasOffCells,
                          "The ADC's reference takes off the nominal leak of the off cells"),
         nullptr);
    number("--wire-ohm", options->wireOhm, "R", "Wire resistance per cell, word and bit lines, ohm");
    keep(command.add_option("--runs", options->runs, "Runs, each with new devices; default 50"), "N");
    keep(command.add_option("--seed", options->seed, "Seed of the devices; default 1"), "N");
}

std::optional<MonteCarloOptions> studyOf(const NonIdealOptions& options, const Hardware& hardware)
{
    if (std::none_of(options.all.begin(), options.all.end(), [](const CLI::Option* option) { return option->count() > 0; })) {
        return std::nullopt;
    }
    MonteCarloOptions study;
    study.nonIdealities = options.effects;
    study.nonIdealities.variationKind = options.variationKind == "lognormal" ? VariationKind::LogNormal : VariationKind::Normal;
    study.nonIdealities.wordLineOhm = study.nonIdealities.bitLineOhm = options.wireOhm;
    if (options.finiteOnOff) {
        study.nonIdealities.offConductanceS = hardware.device.gMinS;
    }
    study.runs = options.runs;
    study.seed = options.seed;
    return study;
}

}  // namespace mho::cli
