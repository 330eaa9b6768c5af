// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/admm_memory.h"

#include "core/learn/admm.h"
#include "core/learn/learner.h"
#include "core/network/zoo.h"
#include "core/project/project.h"
#include "core/run/run.h"

#include <fmt/format.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <vector>

namespace mho {
namespace {

constexpr double kMiB = 1024.0 * 1024.0;

Recipe recipeOf(const AdmmCase& wanted, const Network& network, bool admm, int threads)
{
    Recipe recipe;
    recipe.name = "bench";
    recipe.execution = withThreads(threads);
    recipe.network = wanted.network;
    recipe.plan = admm ? twoConstraints(network) : densePlan(network);
    for (TrainingOptions* training : {&recipe.train, &recipe.admm.training, &recipe.retrain, &recipe.finetune}) {
        training->batchSize = wanted.batch;
        training->learningRate = 1e-3;
        training->epochs = 1;
    }
    // As many epochs in all: plain training 4; ADMM 1, 2 rounds of 1, 1 retrained.
    recipe.train.epochs = admm ? 1 : 4;
    recipe.retrain.epochs = admm ? 1 : 0;
    recipe.admm.rounds = admm ? 2 : 0;
    recipe.quantize.rounds = 0;
    return recipe;
}

/// The most memory this process has had resident. getrusage() would count the parent's before exec too.
double peakOfThisProcessMiB()
{
    const std::string field = "VmHWM:";
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field)) {
            return std::strtod(line.c_str() + field.size(), nullptr) / 1024.0;
        }
    }
    throw std::runtime_error("/proc/self/status has no VmHWM");
}

double peakMiB(const std::string& kind, const AdmmCase& wanted, const std::string& folder, int threads)
{
    const pid_t child = fork();
    if (child == 0) {
        execl("/proc/self/exe", "bench-admm", "--memory", kind.c_str(), wanted.network.c_str(), folder.c_str(),
              std::to_string(threads).c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    double peak = 0.0;
    if (status != 0 || !(std::ifstream(folder + "/peak") >> peak)) {
        throw std::runtime_error("the measurement of " + kind + " failed");
    }
    return peak;
}

double tensorsMiB(const std::vector<Tensor>& tensors)
{
    double values = 0.0;
    for (const Tensor& tensor : tensors) {
        values += static_cast<double>(tensor.values().size());
    }
    return values * sizeof(float) / kMiB;
}

}  // namespace

void measureMemory(const std::string& kind, const AdmmCase& wanted, const std::string& folder, int threads)
{
    const Network network = makeZooNetwork(wanted.network);
    const DataSet data = greyImages(network, 2 * wanted.batch);
    if (kind == "module") {
        learner();
    } else if (kind == "training") {
        const Recipe recipe = recipeOf(wanted, network, false, threads);
        const auto session = learner().open(network, withThreads(threads));
        session->initialize(1);
        session->train(
            data, recipe.train, {}, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    } else {
        const Recipe recipe = recipeOf(wanted, network, kind == "admm-run", threads);
        const auto project = Project::create(folder + "/" + kind + ".mho", recipe, network);
        project->beginRun(recipe);
        const RunResult result = runRecipe(recipe, network, data, project.get(), {});
        if (result.metrics.size() != 4) {
            throw std::runtime_error("the run did not train its four epochs");
        }
    }
    std::ofstream(folder + "/peak") << peakOfThisProcessMiB();
}

void reportAdmmMemory(const AdmmCase& wanted, int threads)
{
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("bench-admm-{}", getpid());
    std::filesystem::create_directories(folder);
    std::map<std::string, double> peaks;
    for (const char* kind : {"module", "training", "plain-run", "admm-run"}) {
        peaks[kind] = peakMiB(kind, wanted, folder.string(), threads);
    }
    std::filesystem::remove_all(folder);
    const Network network = makeZooNetwork(wanted.network);
    const auto session = learner().open(network, withThreads(threads));
    Admm admm(network, twoConstraints(network), {}, {});
    admm.start(*session);
    const double copies = tensorsMiB(admm.state());
    fmt::print(
        "{{\"figure\": \"memory\", \"network\": \"{}\", \"batch\": {}, \"module_mib\": {:.0f}, \"plain_training_mib\": {:.0f}, "
        "\"plain_run_mib\": {:.0f}, \"admm_run_mib\": {:.0f}, \"copies_and_duals_mib\": {:.0f}, \"ratio\": {:.3f}, "
        "\"ratio_without_module\": {:.3f}, \"is\": \"(ADMM run - copies and duals) / plain training\"}}\n",
        wanted.network, wanted.batch, peaks["module"], peaks["training"], peaks["plain-run"], peaks["admm-run"], copies,
        (peaks["admm-run"] - copies) / peaks["training"],
        (peaks["admm-run"] - copies - peaks["module"]) / (peaks["training"] - peaks["module"]));
    std::fflush(stdout);
}

}  // namespace mho
