// SPDX-License-Identifier: GPL-3.0-or-later
// What ADMM with two constraints (filter, filter-shape) on every weight layer costs over plain training: time per step, per
// round and per epoch of the real data, and peak memory of a whole run. One JSON line per figure.
// usage: bench-admm [--threads N] [--cpu-time] [NETWORK...]
// Networks: vgg16-cifar10, lenet5 (both when none is named); needs MHO_RESOURCE_DIR.
// --cpu-time counts the processor's time instead of the clock's: with one thread, what a machine of one's own would take.
#include "core/learn/admm.h"
#include "core/learn/learner.h"
#include "core/network/zoo.h"
#include "tests/bench/admm_case.h"
#include "tests/bench/admm_memory.h"

#include <fmt/format.h>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

using namespace mho;

namespace {

constexpr double kRho = 1e-3;

int threads = 0;  // 0 = all cores
clockid_t timer = CLOCK_MONOTONIC;

double now()
{
    timespec time{};
    clock_gettime(timer, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

/// Seconds of the steps of each epoch, and of one call of train() around them.
struct Timed {
    std::vector<double> plain;
    std::vector<double> admm;
    double plainSetUp = 0.0;
    double admmSetUp = 0.0;

    /// Of an epoch's steps; paired, so that a machine that drifts hits both alike.
    double extra() const
    {
        std::vector<double> differences;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            differences.push_back(admm[i] - plain[i]);
        }
        return median(differences);
    }
};

Timed timeSteps(LearnSession& session, const Network& network, const std::vector<Penalty>& penalties, std::int64_t batch,
                std::int64_t steps, int pairs)
{
    const DataSet data = greyImages(network, batch * steps);
    TrainingOptions options;
    options.batchSize = batch;
    options.learningRate = 1e-3;
    const TrainingTerms none;
    TrainingTerms penalised;
    penalised.penalties = penalties;
    const auto train = [&](const TrainingTerms& terms, std::int64_t epochs) {
        options.epochs = epochs;
        session.beginStage();
        const double begin = now();
        session.train(
            data, options, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
        return now() - begin;
    };
    const auto setUp = [&](const TrainingTerms& terms) {
        std::vector<double> seconds(9);
        std::generate(seconds.begin(), seconds.end(), [&] { return train(terms, 0); });
        return median(seconds);
    };
    train(none, 1);  // warms up
    Timed timed;
    timed.plainSetUp = setUp(none);
    timed.admmSetUp = setUp(penalised);
    for (int pair = 0; pair < pairs; ++pair) {
        // The order changes, so that neither always has the other's caches.
        const bool plainFirst = pair % 2 == 0;
        for (const bool plain : {plainFirst, !plainFirst}) {
            const double seconds = train(plain ? none : penalised, 1) - (plain ? timed.plainSetUp : timed.admmSetUp);
            (plain ? timed.plain : timed.admm).push_back(seconds);
        }
    }
    return timed;
}

void reportTime(const AdmmCase& wanted)
{
    const Network network = makeZooNetwork(wanted.network);
    const ExecutionOptions options = withThreads(threads);
    const auto session = learner().open(network, options);
    session->initialize(1);
    Admm admm(network, twoConstraints(network), {}, {});
    admm.start(*session);
    const Timed real = timeSteps(*session, network, admm.penalties(kRho), wanted.batch, wanted.steps, wanted.pairs);
    const Timed small =
        timeSteps(*session, network, admm.penalties(kRho), wanted.smallBatch, wanted.smallSteps, wanted.smallPairs);
    constexpr int kRounds = 5;
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = now();
        admm.update(*session);
        admm.penalties(kRho);
        admm.state();
        rounds.push_back(now() - begin);
    }
    const double setUp = real.admmSetUp - real.plainSetUp;
    const double update = median(rounds);
    const double plainStep = median(real.plain) / static_cast<double>(wanted.steps);
    const double extraStep = small.extra() / static_cast<double>(wanted.smallSteps);
    fmt::print(
        "{{\"figure\": \"steps\", \"clock\": \"{}\", \"network\": \"{}\", \"batch\": {}, \"threads\": {}, \"precision\": "
        "\"{}\", \"plain_step_s\": {:.6f}, "
        "\"admm_step_s\": {:.6f}, \"overhead_percent\": {:.2f}, \"is\": \"medians of {} epochs of {} steps, in turn\"}}\n",
        timer == CLOCK_MONOTONIC ? "wall" : "processor", wanted.network, wanted.batch, options.threads,
        options.precision == Precision::BFloat16 ? "bfloat16" : "float32", plainStep,
        median(real.admm) / static_cast<double>(wanted.steps), 100.0 * real.extra() / median(real.plain), wanted.pairs,
        wanted.steps);
    fmt::print(
        "{{\"figure\": \"penalty\", \"network\": \"{}\", \"batch\": {}, \"plain_step_s\": {:.6f}, \"penalty_step_s\": {:.6f}, "
        "\"is\": \"what the penalties add to a step, whatever its batch: median difference of {} epochs of {} steps, in "
        "turn\"}}\n",
        wanted.network, wanted.smallBatch, median(small.plain) / static_cast<double>(wanted.smallSteps), extraStep,
        wanted.smallPairs, wanted.smallSteps);
    fmt::print(
        "{{\"figure\": \"round\", \"network\": \"{}\", \"update_s\": {:.6f}, \"set_up_s\": {:.6f}, \"is\": \"projections, "
        "duals and residuals; "
        "penalties made ready for the steps\"}}\n",
        wanted.network, update, setUp);
    const std::int64_t steps = (wanted.images + wanted.batch - 1) / wanted.batch;
    const double plain = static_cast<double>(steps) * plainStep;
    const double extra = static_cast<double>(steps) * extraStep + update + setUp;
    fmt::print(
        "{{\"figure\": \"epoch\", \"network\": \"{}\", \"images\": {}, \"batch\": {}, \"steps\": {}, \"plain_s\": {:.2f}, "
        "\"admm_s\": {:.2f}, "
        "\"overhead_percent\": {:.2f}, \"is\": \"composed, one epoch a round: plain = steps * plain_step_s; ADMM = plain + "
        "steps * penalty_step_s + "
        "update_s + set_up_s\"}}\n",
        wanted.network, wanted.images, wanted.batch, steps, plain, plain + extra, 100.0 * extra / plain);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char* argv[])
{
    std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        if (arguments.size() == 5 && arguments[0] == "--memory") {
            threads = std::atoi(arguments[4].c_str());
            measureMemory(arguments[1], admmCase(arguments[2]), arguments[3], threads);
            return 0;
        }
        if (arguments.size() > 1 && arguments[0] == "--threads") {
            threads = std::atoi(arguments[1].c_str());
            arguments.erase(arguments.begin(), arguments.begin() + 2);
        }
        if (!arguments.empty() && arguments[0] == "--cpu-time") {
            timer = CLOCK_PROCESS_CPUTIME_ID;
            arguments.erase(arguments.begin());
        }
        for (const AdmmCase& wanted : admmCases()) {
            if (arguments.empty() || std::find(arguments.begin(), arguments.end(), wanted.network) != arguments.end()) {
                reportAdmmMemory(wanted, threads);
                reportTime(wanted);
            }
        }
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 1;
    }
    return 0;
}
