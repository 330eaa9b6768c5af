// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/simulate.h"
#include "app/cli/data_source.h"
#include "app/cli/network_source.h"
#include "app/cli/nonideal_options.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/error.h"
#include "core/report/monte_carlo_report.h"
#include "core/report/simulation_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace mho::cli {
namespace {

struct SimulateOptions {
    NetworkSource source;
    SimulationOptions simulation;
    std::shared_ptr<NonIdealOptions> nonIdeal = std::make_shared<NonIdealOptions>();
    std::string data;
    std::string mean;
    std::string deviation;
    std::size_t images = 0;
    std::size_t calibrationImages = 256;
    std::string adcMode = "clip";
    std::string adcRange = "full";
    bool noReferences = false;
    std::string json;
};

/// Options that stand for a hardware field of --with.
struct Shorthand {
    const char* option;
    const char* field;
    const char* help;
};
constexpr std::array<Shorthand, 9> kShorthands{{
    {"--bits", "crossbar.adc_bits", "ADC bits of all layers; 0, the default: by the hardware's rule, layer by layer"},
    {"--input-bits", "crossbar.input_bits", "Bits of an activation"},
    {"--weight-bits", "crossbar.baseline_bits", "Bits of weights without levels, sign included"},
    {"--rows", "crossbar.rows", "Word lines of an array"},
    {"--columns", "crossbar.columns", "Bit lines of an array"},
    {"--cell-bits", "device.cell_bits", "Bits a cell holds"},
    {"--dac-bits", "crossbar.dac_bits", "Input bits fed in one cycle"},
    {"--sign-scheme", "crossbar.sign_scheme", "How negative weights are held"},
    {"--adc-rule", "crossbar.adc_rule", "ADC bits from the sums of a layer: exact, isaac or flipped"},
}};

/// Ctrl-C keeps the runs that are finished.
int runStudy(const SimulateOptions& options, const MonteCarloOptions& study, const CompressedNetwork& network,
             const Hardware& hardware, const DataSet& data, const Normalization& normalization)
{
    MonteCarloReport report;
    {
        ProgressDisplay display;
        report.result =
            monteCarlo(network, hardware, study, imageSource(*data.train, normalization, options.calibrationImages),
                       imageSource(*data.test, normalization, options.images), [&](const Progress& progress) {
                           return display.progress(progress) == Verdict::Continue ? Verdict::Continue : Verdict::StopAndKeep;
                       });
    }
    report.network = network.network.get();
    report.hardware = hardware;
    report.options = study;
    report.dataName = data.name;
    report.dataSha256 = data.sha256;
    report.calibrationImages = std::min(options.calibrationImages, data.train->count());
    writeReport(options.json, [&] { return monteCarloText(report); }, [&] { return monteCarloToJson(report); });
    return report.result.stopped ? kCancelled : kDone;
}

int simulateNetwork(SimulateOptions options)
{
    const Hardware hardware = hardwareOf(options.source);
    const LoadedNetwork loaded = loadNetwork(options.source, hardware);
    options.simulation.adcMode = options.adcMode == "clip" ? AdcMode::Clip : AdcMode::Round;
    options.simulation.adcRange = options.adcRange == "full" ? AdcRange::Full : AdcRange::Calibrated;
    options.simulation.integerReference = options.simulation.floatReference = !options.noReferences;
    std::optional<MonteCarloOptions> study = studyOf(*options.nonIdeal, hardware);
    if (study) {
        study->simulation = options.simulation;
        throwIfProblems(study->validate(hardware.device), "simulate");
        const NonIdealities& effects = study->nonIdealities;
        if ((effects.driftNu > 0.0 || effects.driftNuSigma > 0.0) && effects.driftTimeS <= effects.driftReferenceS) {
            throw WrongUse(fmt::format("--drift-nu does nothing without --drift-time above {} s", effects.driftReferenceS));
        }
    }
    throwIfProblems(options.simulation.validate(), "simulate");
    const DataSet data = dataFor(options.source.what, options.data, *loaded.network.network);
    const Normalization normalization = normalizationOf(data, options.mean, options.deviation, options.source);
    watchSignals();
    if (study) {
        return runStudy(options, *study, loaded.network, hardware, data, normalization);
    }
    SimulationReport report;
    {
        ProgressDisplay display;
        report.result = simulate(loaded.network, hardware, options.simulation,
                                 imageSource(*data.train, normalization, options.calibrationImages),
                                 imageSource(*data.test, normalization, options.images),
                                 [&](const Progress& progress) { return display.progress(progress); });
    }
    report.network = loaded.network.network.get();
    report.hardware = hardware;
    report.options = options.simulation;
    report.dataName = data.name;
    report.dataSha256 = data.sha256;
    report.calibrationImages = std::min(options.calibrationImages, data.train->count());
    writeReport(options.json, [&] { return simulationText(report); }, [&] { return simulationToJson(report); });
    return kDone;
}

}  // namespace

void addSimulate(CLI::App& app, int& exitCode)
{
    CLI::App* command =
        app.add_subcommand("simulate", "Run test images through the crossbars of a network, bit by bit, and measure accuracy");
    const auto options = std::make_shared<SimulateOptions>();
    addNetworkOptions(*command, options->source);
    addPresetOption(*command, options->source);
    command->add_option("--data", options->data, "Folder of the data set, or synthetic-digits; default the project's")
        ->type_name("DIR");
    command->add_option("--mean", options->mean, "Mean per channel of pixels in 0..1; default the data set's")
        ->type_name("R,G,B");
    command->add_option("--std", options->deviation, "Deviation per channel; default the data set's")->type_name("R,G,B");
    command->add_option("--images", options->images, "Simulate the first N test images only; default all")
        ->check(CLI::Range(1, 1'000'000'000))
        ->type_name("N");
    command->add_option("--calibration-images", options->calibrationImages, "Training images that set the ranges; default 256")
        ->check(CLI::Range(1, 1'000'000'000))
        ->type_name("N");
    command
        ->add_option("--input-percentile", options->simulation.inputPercentile,
                     "Share of activations that the input range holds, percent; default 100")
        ->type_name("P");
    command->add_option("--adc-mode", options->adcMode, "Sums beyond the ADC's codes are clipped, or all sums rounded to codes")
        ->check(CLI::IsMember({"clip", "round"}))
        ->type_name("clip|round");
    command->add_option("--adc-range", options->adcRange, "What a rounding ADC's codes cover: all sums, or those seen")
        ->check(CLI::IsMember({"full", "calibrated"}))
        ->type_name("full|calibrated");
    for (const Shorthand& entry : kShorthands) {
        const std::string field = entry.field;
        command
            ->add_option_function<std::string>(
                entry.option,
                [options, field](const std::string& value) { options->source.settings.push_back(field + "=" + value); },
                entry.help)
            ->type_name("VALUE");
    }
    command->add_option("--threads", options->simulation.threads, "Compute threads; default all cores")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    command->add_flag("--no-references", options->noReferences, "Leave out the whole-number and float32 references");
    addNonIdealOptions(*command, options->nonIdeal);
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = simulateNetwork(*options); });
}

}  // namespace mho::cli
