// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/nonideal/non_idealities.h"
#include "core/crossbar/nonideal/run_statistics.h"
#include "core/crossbar/simulator/simulate.h"
#include "core/network/compressed_network.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mho {

struct MHO_API MonteCarloOptions {
    NonIdealities nonIdealities;
    std::size_t runs = 50;   ///< 1..100,000. FORMS averages over 50.
    std::uint64_t seed = 1;  ///< Run r takes the devices of {seed, r}: a longer study begins with the runs of a shorter one.
    SimulationOptions simulation;  ///< Its engines and references are not used.

    /// All fields out of range at once.
    std::vector<Problem> validate(const Device& device) const;
};

/// The network programmed once.
struct MonteCarloRun {
    std::uint64_t run = 0;
    std::int64_t correct = 0;
    double accuracyPercent = 0.0;
    double clippedShare = 0.0;  ///< Conversions beyond the ADC's range, over all layers, 0..1.
};

struct MonteCarloResult {
    std::size_t images = 0;
    std::uint64_t seed = 0;
    double idealPercent = 0.0;  ///< Accuracy with ideal devices through the same ADCs (exactEngines()).
    std::vector<MonteCarloRun> runs;
    /// Of accuracyPercent over the runs: what devices do, on these images. That other images would give other accuracies is not
    /// in the interval.
    RunStatistics accuracy;
    bool stopped = false;  ///< Ended by StopAndKeep before all runs.
    double seconds = 0.0;  ///< Wall time of the runs.
};

/// Programs the network into new devices for each run and measures its accuracy on the same labelled images. ADC and input
/// ranges are those of ideal devices. Results do not depend on the number of threads. Progress counts the ideal run and the
/// runs; StopAndKeep keeps the runs that are finished. Throws Error: InvalidArgument (options, hardware, images without
/// labels), Cancelled after Abort, and after StopAndKeep when no run is finished yet; and what simulate() throws.
MHO_API MonteCarloResult monteCarlo(const CompressedNetwork& network, const Hardware& hardware,
                                    const MonteCarloOptions& options, const ImageSource& calibration, const ImageSource& images,
                                    const ProgressCallback& progress = ignoreProgress);

}  // namespace mho
