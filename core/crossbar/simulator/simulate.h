// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/crossbar/hardware.h"
#include "core/crossbar/simulator/adc.h"
#include "core/crossbar/simulator/tile_engine.h"
#include "core/data/data_set.h"
#include "core/network/compressed_network.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// Normalised images, made when they are needed.
struct ImageSource {
    std::size_t count = 0;
    /// Writes images first..first + images - 1 (network input shape each) to `out`; called by several threads at once.
    std::function<void(std::size_t first, std::size_t images, float* out)> fill;
    std::vector<std::int32_t> labels;  ///< `count` labels, or empty: no accuracy.
};

/// The first `count` images of a set (0 = all), unvaried.
MHO_API ImageSource imageSource(const ImageSet& set, const Normalization& normalization, std::size_t count = 0);

/// How the network is simulated; everything about arrays, bits and signs is in Hardware. Formulas: docs/simulator.md.
struct MHO_API SimulationOptions {
    AdcMode adcMode = AdcMode::Clip;
    AdcRange adcRange = AdcRange::Full;
    double inputPercentile = 100.0;  ///< Of |activation| on the calibration images: full scale of the inputs; above 50.
    bool floatReference = true;      ///< Also run the network in float32.
    bool integerReference = true;    ///< Also multiply the same integers without crossbars.
    unsigned threads = 0;            ///< 0 = all cores. Results do not depend on it.
    bool keepLogits = false;         ///< Keep what the network gives for each image.
    const TileEngineFactory* engines = nullptr;  ///< nullptr = exactEngines()

    std::vector<Problem> validate() const;
};

/// One way to run the network over the images.
struct Outcome {
    std::int64_t correct = 0;           ///< Images whose largest output is their label's (the first of equals).
    std::vector<std::int32_t> classes;  ///< Per image.
    std::vector<float> logits;          ///< images x outputs; with keepLogits only.
};

/// What one layer's crossbars did. All of it is exact but for the shares.
struct SimulatedLayer {
    std::string name;
    std::int64_t tiles = 0;
    int inputBits = 0;
    bool inputsSigned = false;
    double inputScale = 1.0;      ///< Activation of input 1.
    std::size_t inputCycles = 0;  ///< One more than the mapper counts where a sign bit needs a cycle of its own (DAC > 1 bit).
    int weightBits = 0;
    double weightUnit = 1.0;          ///< Weight of integer 1.
    std::int32_t cellMaximum = 0;     ///< Largest integer a cell holds.
    bool requantised = false;         ///< Levels that are no multiples of one unit were rounded to weightBits.
    double largestWeightError = 0.0;  ///< |weight - integer * unit|
    int ruleBits = 0;                 ///< ADC bits the mapper prices (MappedLayer::adcBits).
    int adcBits = 0;                  ///< ADC bits simulated: the rule on the integers the cells hold.
    int losslessBits = 0;             ///< That any cell contents with this many active cells may need.
    int programmedBits = 0;           ///< That the cells as they are may need, all inputs at their top.
    double adcStep = 1.0;             ///< Units of charge a code stands for.
    ConversionStatistics statistics;
    double clippedShare() const
    {
        return statistics.conversions > 0
                   ? static_cast<double>(statistics.clipped) / static_cast<double>(statistics.conversions)
                   : 0.0;
    }
};

struct SimulationResult {
    std::size_t images = 0;
    bool labelled = false;
    Outcome crossbars;
    std::optional<Outcome> integers;  ///< The integer reference.
    std::optional<Outcome> floats;    ///< The compressed network in float32.
    /// Images whose outputs through the crossbars equal those of the integer reference to the bit.
    std::size_t identicalImages = 0;
    std::vector<SimulatedLayer> layers;
    double crossbarSeconds = 0.0;  ///< Wall time of the crossbar simulation alone.
};

/// Calibrates input ranges (and ADC ranges) on `calibration`, then runs `images` through the crossbars.
/// Throws Error: InvalidArgument (hardware, options, weights that do not fit, no calibration images), Infeasible (fragments of
/// both signs), Cancelled when `progress` says Abort. StopAndKeep ends early with the images done so far.
MHO_API SimulationResult simulate(const CompressedNetwork& network, const Hardware& hardware, const SimulationOptions& options,
                                  const ImageSource& calibration, const ImageSource& images,
                                  const ProgressCallback& progress = ignoreProgress);

}  // namespace mho
