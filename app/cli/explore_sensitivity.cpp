// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_source.h"
#include "app/cli/explore.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/resources.h"
#include "core/learn/learner.h"
#include "core/report/exploration_report.h"

#include <fmt/format.h>

#include <filesystem>

namespace mho::cli {
namespace {

struct Options {
    ExploreSource source;
    SensitivityOptions measured;
    std::string data;
    std::string mean;
    std::string deviation;
    std::string out;
    int threads = 0;
    std::string json;
};

DataSet dataOf(const Options& options, const Explored& explored)
{
    DataSet data = dataFor(options.source.network.what, options.data, *explored.network);
    data.normalization = normalizationOf(data, options.mean, options.deviation, options.source.network);
    return data;
}

/// The table that an earlier call of the same inputs left, finished or not.
std::optional<SensitivityTable> earlier(const Options& options, const Explored& explored)
{
    if (!options.out.empty() && std::filesystem::exists(options.out)) {
        return sensitivityFromJson(readTextFile(options.out), options.out);
    }
    const auto json = explored.project ? explored.project->sensitivityJson() : std::nullopt;
    return json ? std::optional<SensitivityTable>(sensitivityFromJson(*json, explored.project->path())) : std::nullopt;
}

std::string text(const SensitivityTable& table)
{
    return fmt::format("{}, {} held-out training images: top-1 {:.2f} %, loss {:.4f}. Rise of the loss with one layer compressed:\n\n{}",
                       table.network, table.options.images, table.top1Percent, table.meanLoss, tableText(sensitivityTableOf(table)));
}

int measure(const Options& options)
{
    const Explored what = explored(options.source);
    if (!what.project && options.out.empty()) {
        throw WrongUse(fmt::format("{} is no project that could keep the table; name a file for it (--out FILE.json)",
                                   options.source.network.what));
    }
    const DataSet data = dataOf(options, what);
    ExecutionOptions execution = what.project ? what.project->recipe().execution : ExecutionOptions{};
    execution.precision = Precision::Float32;
    if (options.threads > 0) {
        execution.threads = options.threads;
    }
    const std::optional<SensitivityTable> known = earlier(options, what);
    const auto keep = [&](const SensitivityTable& table) {
        if (!options.out.empty()) {
            writeOutput(options.out, sensitivityToJson(table));
        } else {
            what.project->setSensitivityJson(sensitivityToJson(table));
        }
    };
    warnOfSlowBlas(learner().environment());
    watchSignals();
    SensitivityTable table;
    {
        ProgressDisplay display;
        table = measureSensitivity(what.network, what.asked, data, what.target, options.measured, execution, known ? &*known : nullptr,
                                   keep, [&](const Progress& progress) { return display.progress(progress); });
    }
    keep(table);
    writeReport(options.json, [&] { return text(table); }, [&] { return sensitivityToJson(table); });
    return kDone;
}

}  // namespace

void addExploreSensitivity(CLI::App& explore, int& exitCode)
{
    CLI::App* command =
        explore.add_subcommand("sensitivity", "Accuracy and loss with each layer alone pruned or on levels, on held-out training images");
    const auto options = std::make_shared<Options>();
    addExploreSource(*command, options->source);
    SensitivityOptions& measured = options->measured;
    command->add_option("--data", options->data, "Folder of the data set; default the project's")->type_name("DIR");
    command->add_option("--mean", options->mean, "Mean per channel of pixels in 0..1; default the recipe's or the data set's")
        ->type_name("R,G,B");
    command->add_option("--std", options->deviation, "Deviation per channel; default the recipe's or the data set's")->type_name("R,G,B");
    command->add_option("--ratios", measured.ratios, "Ratios to try, weights / weights kept")->delimiter(',')->allow_extra_args(false)->capture_default_str();
    command->add_option("--bits", measured.levelBits, "Level bits to try")->delimiter(',')->allow_extra_args(false)->capture_default_str();
    command->add_option("--levels", measured.levels, "Quantiser of the bits")->type_name("NAME")->capture_default_str();
    command->add_option("--images", measured.images, "Held-out training images that judge")->capture_default_str();
    command->add_option("--recalibrate", measured.recalibrationImages, "Take batch-norm statistics anew from so many training images")
        ->type_name("IMAGES")
        ->capture_default_str();
    command->add_option("--recover", measured.recoveryImages, "Train the masked network on so many training images before it is judged")
        ->type_name("IMAGES")
        ->capture_default_str();
    command->add_option("--recover-rate", measured.recovery.learningRate, "Learning rate of that training")->capture_default_str();
    command->add_option("--probes", measured.probes, "Random plans that tell how far single layers' losses add up")->capture_default_str();
    command->add_option("--seed", measured.seed, "Of the held-out images and the probes")->capture_default_str();
    command->add_option("--threads", options->threads, "Compute threads; default the project's, else all cores");
    command->add_option("--out", options->out, "Keep the table in this file instead of the project")->type_name("FILE.json");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = measure(*options); });
}

}  // namespace mho::cli
