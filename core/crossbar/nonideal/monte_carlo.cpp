// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/monte_carlo.h"

#include "core/base/phrasing.h"
#include "core/crossbar/nonideal/analog_engine.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace mho {
namespace {

constexpr std::size_t kMostRuns = 100'000;

double percent(std::int64_t correct, std::size_t images)
{
    return 100.0 * static_cast<double>(correct) / static_cast<double>(images);
}

class Study {
public:
    Study(const CompressedNetwork& network, const Hardware& hardware, const MonteCarloOptions& options,
          const ImageSource& calibration, const ImageSource& images, const ProgressCallback& progress)
        : network_(network),
          hardware_(hardware),
          options_(options),
          calibration_(calibration),
          images_(images),
          progress_(progress),
          begun_(std::chrono::steady_clock::now())
    {
    }

    MonteCarloResult run()
    {
        MonteCarloResult result;
        result.seed = options_.seed;
        const SimulationResult ideal = simulateWith(nullptr);
        if (ideal.images == images_.count) {
            result.images = ideal.images;
            result.idealPercent = percent(ideal.crossbars.correct, ideal.images);
            ++finished_;
            const auto start = std::chrono::steady_clock::now();
            while (result.runs.size() < options_.runs && !stopped_) {
                addRun(result);
            }
            result.seconds = secondsSince(start);
        }
        if (result.runs.empty()) {
            throw Error(ErrorCode::Cancelled, MHO_TEXT("The study was stopped before its first run was finished"));
        }
        result.stopped = result.runs.size() < options_.runs;
        std::vector<double> accuracies;
        for (const MonteCarloRun& run : result.runs) {
            accuracies.push_back(run.accuracyPercent);
        }
        result.accuracy = runStatistics(accuracies);
        return result;
    }

private:
    static double secondsSince(std::chrono::steady_clock::time_point start)
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    SimulationResult simulateWith(const TileEngineFactory* engines)
    {
        SimulationOptions simulation = options_.simulation;
        simulation.engines = engines;
        simulation.floatReference = false;
        simulation.integerReference = false;
        simulation.keepLogits = false;
        return simulate(network_, hardware_, simulation, calibration_, images_,
                        [this](const Progress& inner) { return report(inner); });
    }

    Verdict report(const Progress& inner)
    {
        Progress outer = inner;
        outer.stage = finished_ == 0 ? std::string("Ideal devices") : fmt::format("Run {} of {}", finished_, options_.runs);
        outer.stageFraction = inner.totalFraction;
        outer.totalFraction =
            (static_cast<double>(finished_) + inner.totalFraction) / (static_cast<double>(options_.runs) + 1.0);
        outer.elapsedS = secondsSince(begun_);
        // The ideal run is faster than the others and says nothing about them.
        outer.remainingS = finished_ == 0 ? -1.0 : outer.elapsedS * (1.0 - outer.totalFraction) / outer.totalFraction;
        outer.accuracyPercent = lastPercent_;
        const Verdict verdict = progress_(outer);
        stopped_ = stopped_ || verdict == Verdict::StopAndKeep;
        return verdict;
    }

    void addRun(MonteCarloResult& result)
    {
        const auto run = static_cast<std::uint64_t>(result.runs.size());
        const AnalogEngines engines(network_, hardware_, options_.nonIdealities, {.seed = options_.seed, .run = run});
        const SimulationResult simulated = simulateWith(&engines);
        if (simulated.images < images_.count) {
            return;
        }
        ConversionStatistics all;
        for (const SimulatedLayer& layer : simulated.layers) {
            all.add(layer.statistics);
        }
        const std::int64_t correct = simulated.crossbars.correct;
        lastPercent_ = percent(correct, simulated.images);
        result.runs.push_back({.run = run,
                               .correct = correct,
                               .accuracyPercent = lastPercent_,
                               .clippedShare = all.conversions > 0
                                                   ? static_cast<double>(all.clipped) / static_cast<double>(all.conversions)
                                                   : 0.0});
        ++finished_;
    }

    const CompressedNetwork& network_;
    const Hardware& hardware_;
    const MonteCarloOptions& options_;
    const ImageSource& calibration_;
    const ImageSource& images_;
    const ProgressCallback& progress_;
    std::chrono::steady_clock::time_point begun_;
    std::size_t finished_ = 0;  ///< The ideal run included.
    double lastPercent_ = -1.0;
    bool stopped_ = false;
};

}  // namespace

std::vector<Problem> MonteCarloOptions::validate(const Device& device) const
{
    std::vector<Problem> problems = nonIdealities.validate(device);
    if (runs < 1 || runs > kMostRuns) {
        problems.push_back({"runs", phrase(MHO_TEXT("%1 is not in 1 to %2"), runs, kMostRuns)});
    }
    for (Problem& problem : simulation.validate()) {
        problems.push_back(std::move(problem));
    }
    return problems;
}

MonteCarloResult monteCarlo(const CompressedNetwork& network, const Hardware& hardware, const MonteCarloOptions& options,
                            const ImageSource& calibration, const ImageSource& images, const ProgressCallback& progress)
{
    std::vector<Problem> problems = hardware.validate();
    for (Problem& problem : options.validate(hardware.device)) {
        problems.push_back(std::move(problem));
    }
    if (images.labels.size() != images.count || images.count == 0) {
        problems.push_back({"images", MHO_TEXT("an accuracy needs images with labels, at least one")});
    }
    throwIfProblems(problems, "non-idealities");
    return Study(network, hardware, options, calibration, images, progress).run();
}

}  // namespace mho
