// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/data_source.h"
#include "app/cli/network_source.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/base/version.h"
#include "core/data/data_set.h"
#include "core/explore/one_shot.h"
#include "core/learn/learner.h"
#include "core/project/present_design.h"
#include "core/project/project.h"
#include "core/run/compressed_arrays.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho::cli {
namespace {

struct EvalOptions {
    NetworkSource source;
    std::string point;
    std::string data;
    std::string mean;
    std::string deviation;
    std::string json;
};

/// What a finished run left, or a network that came with weights.
Network finalNetwork(const Project& project)
{
    const Network network = project.network();
    if (const auto arrays = project.resultArrays()) {
        return *fromArrays(*arrays, network).network;
    }
    if (!network.hasWeights()) {
        throw Error(
            ErrorCode::InvalidArgument,
            MHO_TEXT("The project's network has no weights yet; finish its run first (mho run --resume --project FILE)"), {},
            project.path());
    }
    return network;
}

/// The plan projected at once, as the window measures it.
Network plannedNetwork(const Project& project)
{
    const PresentDesign design = presentDesign(project);
    if (!design.usesWeights) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The project's network has no weights yet; train it first (mho run --network FILE)"), {},
                    project.path());
    }
    return oneShotNetwork(design.compressed);
}

Network networkOf(const EvalOptions& options)
{
    const NetworkSource& source = options.source;
    const bool project = source.what.ends_with(".mho");
    if (!options.point.empty() && (!project || !source.weights.empty())) {
        throw WrongUse(fmt::format("{}: --point is a design of a project (FILE.mho) on the project's weights", source.what));
    }
    if (options.point == "plan") {
        return plannedNetwork(*Project::openToRead(source.what));
    }
    if (!source.weights.empty() || isNetworkFile(source.what)) {
        return startNetwork(source);
    }
    if (!project) {
        throw WrongUse(fmt::format(
            "{}: a project (FILE.mho) or a trained network (FILE.onnx, or a file of weights) is needed, or --weights FILE for a network by name",
            source.what));
    }
    return finalNetwork(*Project::openToRead(source.what));
}

/// The project's; a network by name is measured in float32, whatever the processor could do faster.
ExecutionOptions executionOf(const NetworkSource& source)
{
    if (source.what.ends_with(".mho")) {
        return Project::openToRead(source.what)->recipe().execution;
    }
    ExecutionOptions execution;
    execution.precision = Precision::Float32;
    return execution;
}

int evaluate(const EvalOptions& options)
{
    const Network network = networkOf(options);
    // A folder given by hand may hold any data of the right shape, not only the kind the recipe is for.
    const DataSet data = dataFor(options.source.what, options.data, network);
    const Normalization normalization = normalizationOf(data, options.mean, options.deviation, options.source);
    warnOfSlowBlas(learner().environment());
    watchSignals();
    ProgressDisplay display;
    const auto session = learner().open(network, executionOf(options.source).resolved());
    const Evaluation result =
        session->evaluate(*data.test, normalization, {}, [&](const Progress& progress) { return display.progress(progress); });
    if (result.cancelled) {
        return kCancelled;
    }
    const auto text = [&] {
        return fmt::format("{}{} on {}: top-1 {:.2f} % ({} of {} test images), mean loss {:.4f}\n", network.name(),
                           options.point == "plan" ? " (plan, projected at once)" : "", data.name, result.top1Percent,
                           countText(result.correct), countText(result.samples), result.meanLoss);
    };
    const auto json = [&] {
        nlohmann::ordered_json object{{"tool", {{"version", kVersion}}},
                                      {"network", {{"name", network.name()}, {"hash", networkHash(network)}}},
                                      {"data", {{"name", data.name}, {"sha256", data.sha256}}},
                                      {"accuracy", {{"top1", result.top1Percent}}},
                                      {"loss", result.meanLoss},
                                      {"correct", result.correct},
                                      {"samples", result.samples}};
        if (!options.point.empty()) {
            object["network"]["point"] = options.point;
        }
        return object.dump(2) + "\n";
    };
    writeReport(options.json, text, json);
    return kDone;
}

}  // namespace

void addEval(CLI::App& app, int& exitCode)
{
    CLI::App* command = app.add_subcommand("eval", "Measure the accuracy of a network on test images");
    const auto options = std::make_shared<EvalOptions>();
    command
        ->add_option("FILE|NAME", options->source.what,
                     "A project (FILE.mho): its final network; a trained network (FILE.onnx, or a file of weights); or a network's name (see `mho list`), with --weights")
        ->required();
    command
        ->add_option("--weights", options->source.weights,
                     "Weights instead of the project's: safetensors, torch.save, TorchScript, NPZ, or a folder of NPY files")
        ->type_name("FILE");
    command
        ->add_option("--point", options->point,
                     "Design of a project: run (its final network, the default), or plan (its plan projected at once on its weights, "
                     "as the studio's Evaluate; nothing is retrained)")
        ->check(CLI::IsMember({"run", "plan"}));
    command->add_option("--data", options->data, "Folder of the data set; default the project's")->type_name("DIR");
    command->add_option("--mean", options->mean, "Mean per channel of pixels in 0..1; default the data set's")
        ->type_name("R,G,B");
    command->add_option("--std", options->deviation, "Deviation per channel; default the data set's")->type_name("R,G,B");
    addJsonOption(*command, options->json);
    command->callback([options, &exitCode] { exitCode = evaluate(*options); });
}

}  // namespace mho::cli
