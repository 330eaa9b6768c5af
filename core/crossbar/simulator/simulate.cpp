// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/simulate.h"

#include "core/base/phrasing.h"
#include "core/crossbar/mapped_network.h"
#include "core/crossbar/simulator/batch_runner.h"
#include "core/crossbar/simulator/crossbar_product.h"
#include "core/crossbar/simulator/layer_adc.h"
#include "core/crossbar/simulator/reference_product.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>
#include <numeric>

namespace mho {
namespace {

std::int32_t largestOf(const float* values, std::size_t count)
{
    return static_cast<std::int32_t>(std::max_element(values, values + count) - values);
}

class Simulation {
public:
    Simulation(const CompressedNetwork& network, const Hardware& hardware, const SimulationOptions& options,
               const ImageSource& calibration, const ImageSource& images, const ProgressCallback& progress)
        : network_(network),
          hardware_(hardware),
          options_(options),
          calibration_(calibration),
          images_(images),
          executor_(network),
          floats_(network),
          outputs_(static_cast<std::size_t>(elementCount(network.network->outputShape()))),
          imageSize_(static_cast<std::size_t>(elementCount(network.network->inputShape()))),
          watch_(progress, work())
    {
    }

    SimulationResult run()
    {
        const MappedNetwork mapped = mapNetwork(network_, hardware_);
        for (std::size_t layer = 0; layer < network_.layers.size(); ++layer) {
            weights_.push_back(integerWeights(network_.layers[layer], network_.weights(layer), hardware_));
        }
        calibrateInputs();
        chooseAdcs(mapped);
        const auto product = crossbars();
        SimulationResult result;
        result.labelled = !images_.labels.empty();
        watch_.stage("Simulate");
        const auto start = std::chrono::steady_clock::now();
        result.images = runInto(*product, images_.count, result.crossbars, true);
        result.crossbarSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        describe(mapped, *product, result);
        if (options_.integerReference) {
            watch_.stage("Integers");
            result.integers.emplace();
            runInto(IntegerProduct(network_, formats_, weights_), result.images, *result.integers, true);
            result.identicalImages = identical(result.crossbars, *result.integers, result.images);
        }
        if (options_.floatReference) {
            watch_.stage("Floats");
            result.floats.emplace();
            runInto(floats_, result.images, *result.floats, false);
        }
        dropLogits(result);
        return result;
    }

private:
    std::size_t work() const
    {
        const std::size_t passes = 1 + (options_.integerReference ? 1 : 0) + (options_.floatReference ? 1 : 0);
        const std::size_t calibrations = 1 + (options_.inputPercentile < 100.0 ? 1 : 0) + (observes() ? 1 : 0);
        return passes * images_.count + calibrations * calibration_.count;
    }
    bool observes() const { return options_.adcRange == AdcRange::Calibrated; }

    void calibrateInputs()
    {
        watch_.stage("Calibrate");
        RangeRecorder recorder(floats_, network_.layers.size());
        const auto ignore = [](std::size_t, std::size_t, const std::vector<float>&) {};
        runBatches(executor_, recorder, calibration_, imageSize_, options_.threads, watch_, ignore);
        const bool counts = options_.inputPercentile < 100.0;
        if (counts) {
            recorder.startCounting();
            runBatches(executor_, recorder, calibration_, imageSize_, options_.threads, watch_, ignore);
        }
        for (std::size_t layer = 0; layer < network_.layers.size(); ++layer) {
            const ActivationRange& range = recorder.ranges()[layer];
            const double largest = counts ? range.percentile(options_.inputPercentile) : range.largest;
            formats_.push_back(
                inputFormatFor(range.lowest, largest, hardware_.crossbar.inputBits, network_.layers[layer].layer.name));
        }
    }

    void chooseAdcs(const MappedNetwork& mapped)
    {
        conversions_.resize(network_.layers.size());
        for (std::size_t layer = 0; layer < network_.layers.size(); ++layer) {
            limits_.push_back(layerLimits(network_.layers[layer], mapped.layers[layer], hardware_, weights_[layer]));
            LayerConversion& conversion = conversions_[layer];
            conversion.layer = network_.layers[layer].layer.name;
            conversion.index = layer;
            conversion.input = formats_[layer];
            conversion.cycles = formats_[layer].cycles(hardware_.crossbar.dacBits);
            conversion.adcs = losslessAdcs(limits_[layer]);
        }
        std::vector<SumRange> seen(network_.layers.size());
        if (observes()) {
            const auto ideal = crossbars(exactEngines());
            runBatches(executor_, *ideal, calibration_, imageSize_, options_.threads, watch_,
                       [](std::size_t, std::size_t, const std::vector<float>&) {});
            for (std::size_t layer = 0; layer < seen.size(); ++layer) {
                seen[layer] = ideal->statistics(layer).sums;
            }
        }
        for (std::size_t layer = 0; layer < network_.layers.size(); ++layer) {
            conversions_[layer].adcs =
                layerAdcs(limits_[layer], options_.adcMode, observes() ? std::optional(seen[layer]) : std::nullopt);
        }
    }

    std::unique_ptr<CrossbarProduct> crossbars() const
    {
        return crossbars(options_.engines != nullptr ? *options_.engines : exactEngines());
    }
    std::unique_ptr<CrossbarProduct> crossbars(const TileEngineFactory& engines) const
    {
        std::vector<std::unique_ptr<CrossbarLayer>> layers;
        for (std::size_t layer = 0; layer < network_.layers.size(); ++layer) {
            layers.push_back(
                std::make_unique<CrossbarLayer>(network_, layer, hardware_, weights_[layer], conversions_[layer], engines));
            watch_.poll();
        }
        return std::make_unique<CrossbarProduct>(std::move(layers), [this] { watch_.poll(); });
    }

    std::size_t runInto(const LayerProduct& product, std::size_t count, Outcome& outcome, bool logits)
    {
        ImageSource source = images_;
        source.count = count;
        outcome.classes.resize(count);
        const bool keep = logits || options_.keepLogits;
        outcome.logits.resize(keep ? count * outputs_ : 0);
        const std::size_t done =
            runBatches(executor_, product, source, imageSize_, options_.threads, watch_,
                       [&](std::size_t first, std::size_t images, const std::vector<float>& outputs) {
                           for (std::size_t i = 0; i < images; ++i) {
                               outcome.classes[first + i] = largestOf(outputs.data() + i * outputs_, outputs_);
                           }
                           if (keep) {
                               std::copy(outputs.begin(), outputs.end(),
                                         outcome.logits.begin() + static_cast<std::ptrdiff_t>(first * outputs_));
                           }
                       });
        outcome.classes.resize(done);
        outcome.logits.resize(keep ? done * outputs_ : 0);
        for (std::size_t i = 0; i < done && !images_.labels.empty(); ++i) {
            outcome.correct += outcome.classes[i] == images_.labels[i] ? 1 : 0;
        }
        return done;
    }

    std::size_t identical(const Outcome& a, const Outcome& b, std::size_t images) const
    {
        std::size_t same = 0;
        for (std::size_t i = 0; i < std::min(images, b.classes.size()); ++i) {
            same += std::memcmp(a.logits.data() + i * outputs_, b.logits.data() + i * outputs_, outputs_ * sizeof(float)) == 0;
        }
        return same;
    }

    void dropLogits(SimulationResult& result) const
    {
        if (!options_.keepLogits) {
            result.crossbars.logits = {};
            if (result.integers) {
                result.integers->logits = {};
            }
        }
    }

    void describe(const MappedNetwork& mapped, const CrossbarProduct& product, SimulationResult& result) const
    {
        for (std::size_t layer = 0; layer < network_.layers.size(); ++layer) {
            const LayerConversion& conversion = conversions_[layer];
            const IntegerWeights& weights = weights_[layer];
            SimulatedLayer entry;
            entry.name = conversion.layer;
            entry.tiles = product.layer(layer).tiles();
            entry.inputBits = conversion.input.bits;
            entry.inputsSigned = conversion.input.isSigned;
            entry.inputScale = conversion.input.scale;
            entry.inputCycles = conversion.cycles.size();
            entry.weightBits = weights.bits;
            entry.weightUnit = weights.unit;
            entry.cellMaximum = limits_[layer].cellMaximum;
            entry.requantised = weights.requantised;
            entry.largestWeightError = weights.largestError;
            entry.ruleBits = mapped.layers[layer].adcBits;
            entry.adcBits = conversion.adcs.front().bits;
            entry.losslessBits = losslessBits(limits_[layer]);
            for (const SumRange& range : product.layer(layer).programmedRanges()) {
                entry.programmedBits = std::max(entry.programmedBits, bitsFor(range));
            }
            entry.adcStep = conversion.adcs.front().step();
            entry.statistics = product.statistics(layer);
            result.layers.push_back(std::move(entry));
        }
    }

    const CompressedNetwork& network_;
    const Hardware& hardware_;
    const SimulationOptions& options_;
    const ImageSource& calibration_;
    const ImageSource& images_;
    Executor executor_;
    FloatProduct floats_;
    std::size_t outputs_;
    std::size_t imageSize_;
    mutable JobWatch watch_;
    std::vector<IntegerWeights> weights_;
    std::vector<InputFormat> formats_;
    std::vector<LayerLimits> limits_;
    std::vector<LayerConversion> conversions_;
};

}  // namespace

ImageSource imageSource(const ImageSet& set, const Normalization& normalization, std::size_t count)
{
    ImageSource source;
    source.count = count == 0 ? set.count() : std::min(count, set.count());
    source.labels.assign(set.labels.begin(), set.labels.begin() + static_cast<std::ptrdiff_t>(source.count));
    source.fill = [&set, normalization](std::size_t first, std::size_t images, float* out) {
        std::vector<std::uint32_t> indices(images);
        std::iota(indices.begin(), indices.end(), static_cast<std::uint32_t>(first));
        fillBatch(set, normalization, {}, indices, {}, out);
    };
    return source;
}

std::vector<Problem> SimulationOptions::validate() const
{
    std::vector<Problem> problems;
    if (!(inputPercentile > 50.0 && inputPercentile <= 100.0)) {
        problems.push_back({"input_percentile", phrase(MHO_TEXT("%1 is not above 50 and at most 100"), inputPercentile)});
    }
    if (adcRange == AdcRange::Calibrated && adcMode == AdcMode::Clip) {
        problems.push_back(
            {"adc_range", MHO_TEXT("a clipping ADC has steps of one unit, so there is nothing to calibrate; choose "
                                   "rounding, or the full range")});
    }
    return problems;
}

SimulationResult simulate(const CompressedNetwork& network, const Hardware& hardware, const SimulationOptions& options,
                          const ImageSource& calibration, const ImageSource& images, const ProgressCallback& progress)
{
    std::vector<Problem> problems = options.validate();
    if (!network.network->hasWeights()) {
        problems.push_back({"network", MHO_TEXT("it has no weights; train it, or give a file of weights")});
    }
    if (calibration.count == 0 || images.count == 0) {
        problems.push_back({"images", MHO_TEXT("at least one image is needed to calibrate on and one to simulate")});
    }
    throwIfProblems(problems, "simulation");
    throwIfProblems(hardware.validate(), "hardware");
    return Simulation(network, hardware, options, calibration, images, progress).run();
}

}  // namespace mho
