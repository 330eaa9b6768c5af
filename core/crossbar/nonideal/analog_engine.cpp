// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/analog_engine.h"

#include "core/base/error.h"
#include "core/base/phrasing.h"
#include "core/base/random.h"
#include "core/crossbar/nonideal/programmed_tile.h"
#include "core/crossbar/nonideal/read_noise_draws.h"
#include "core/crossbar/simulator/integer_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace mho {
namespace {

constexpr auto kLanes = static_cast<std::size_t>(kAnalogLanes);
constexpr std::size_t kWordGroups = 16;  ///< Groups of four rows in a mask word.

struct Scratch {
    std::vector<std::uint64_t> masks;
    std::vector<std::int64_t> totals;  ///< 64-bit, so that both kinds of code fit.
};

Scratch& scratch()
{
    thread_local Scratch mine;
    return mine;
}

/// Conversions of a tile, kAnalogLanes at a time.
struct Block {
    std::vector<Conversion> conversions;  ///< At most kAnalogLanes; further lanes hold nothing.
    std::vector<float> values;            ///< slots x kAnalogLanes; one of the two kinds is filled.
    std::vector<double> wideValues;
    std::vector<float> variances;
    std::vector<double> wideVariances;
    std::array<std::int64_t, kLanes> lowest{};
    std::array<std::int64_t, kLanes> highest{};
    std::vector<std::int8_t> readSigns;
};

class AnalogEngine final : public TileEngine {
public:
    AnalogEngine(const TileCells& cells, const ProgrammedTile& tile, const LayerConversion& conversion, AnalogKernel kernel,
                 const NoiseKey& noise)
        : kernel_(kernel),
          noise_(noise),
          filters_(cells.filters),
          unitCoefficients_(cells.unitCoefficients),
          stepNumerator_(static_cast<double>(conversion.adcs.front().stepNumerator)),
          stepDenominator_(static_cast<double>(conversion.adcs.front().stepDenominator)),
          bits_(conversion.input.bits)
    {
        for (const InputCycle& cycle : conversion.cycles) {
            cycles_.push_back({cycle.shift, cycle.width, cycle.shift, cycle.negative});
        }
        layRows(cells);
        wide_ = needsWide(cells, tile, conversion);
        for (std::size_t first = 0; first < cells.conversions.size(); first += kLanes) {
            blocks_.push_back(makeBlock(cells, tile, conversion, first));
        }
    }

    void accumulate(const TileInputs& inputs, std::int64_t* sums, ConversionStatistics& statistics) const override
    {
        Scratch& mine = scratch();
        fillMasks(inputs, mine.masks);
        mine.totals.resize(kChunkPositions * kLanes);
        AnalogJob job;
        job.wide = wide_;
        job.wordSlots = wordSlots_.data();
        job.masks = mine.masks.data();
        job.words = static_cast<int>(wordSlots_.size());
        job.stride = kChunkPositions;
        job.positions = inputs.positions;
        job.cycles = cycles_.data();
        job.cycleCount = static_cast<int>(cycles_.size());
        job.reads = reads_.data();
        job.readCount = static_cast<int>(reads_.size());
        job.stepNumerator = stepNumerator_;
        job.stepDenominator = stepDenominator_;
        job.totals = mine.totals.data();
        std::size_t converted = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Block& block = blocks_[i];
            converted += block.conversions.size();
            job.values = wide_ ? static_cast<const void*>(block.wideValues.data()) : block.values.data();
            job.readSigns = block.readSigns.empty() ? nullptr : block.readSigns.data();
            job.lowest = block.lowest.data();
            job.highest = block.highest.data();
            NoiseDraws draws(noise_, i, inputs.firstPosition);
            if (!block.variances.empty() || !block.wideVariances.empty()) {
                job.variances = wide_ ? static_cast<const void*>(block.wideVariances.data()) : block.variances.data();
                job.addNoise = wide_ ? &NoiseDraws::add<double> : &NoiseDraws::add<float>;
                job.noiseContext = &draws;
            }
            kernel_(job);
            if (wide_) {
                addTotals(block, static_cast<const std::int64_t*>(job.totals), inputs.positions, sums);
            } else {
                addTotals(block, static_cast<const std::int32_t*>(job.totals), inputs.positions, sums);
            }
        }
        statistics.conversions += static_cast<std::int64_t>(converted * cycles_.size() * reads_.size() * inputs.positions);
        statistics.clipped += job.clipped;
        statistics.sums.include({std::llround(job.smallest), std::llround(job.largest)});
    }

private:
    /// Slots of the rows as TileInputs::nibbles has them: groups of four that do not cross reads; mask words do not either.
    void layRows(const TileCells& cells)
    {
        std::size_t groups = 0;
        for (const RowRange& read : cells.reads) {
            AnalogRead words{.firstWord = static_cast<int>(wordSlots_.size()), .lastWord = 0};
            const std::size_t readGroups = (read.end - read.begin + 3) / 4;
            for (std::size_t row = read.begin; row < read.end; ++row) {
                slotOfRow_.push_back(groups * 4 + (row - read.begin));
            }
            for (std::size_t group = 0; group < readGroups; ++group) {
                if (group % kWordGroups == 0) {
                    wordSlots_.push_back(static_cast<int>((groups + group) * 4));
                }
                groupWords_.push_back(wordSlots_.size() - 1);
                groupShifts_.push_back(static_cast<unsigned>(group % kWordGroups * 4));
            }
            groups += readGroups;
            words.lastWord = static_cast<int>(wordSlots_.size());
            reads_.push_back(words);
        }
    }

    void fillMasks(const TileInputs& inputs, std::vector<std::uint64_t>& masks) const
    {
        const std::size_t groups = groupWords_.size();
        const std::size_t words = wordSlots_.size();
        masks.assign(static_cast<std::size_t>(bits_) * words * kChunkPositions, 0);
        for (std::size_t bit = 0; bit < static_cast<std::size_t>(bits_); ++bit) {
            for (std::size_t group = 0; group < groups; ++group) {
                const std::uint8_t* in = inputs.nibbles + (bit * groups + group) * kChunkPositions;
                std::uint64_t* out = masks.data() + (bit * words + groupWords_[group]) * kChunkPositions;
                const unsigned shift = groupShifts_[group];
                for (std::size_t position = 0; position < kChunkPositions; ++position) {
                    out[position] |= std::uint64_t{in[kernelByte(position)]} << shift;
                }
            }
        }
    }

    /// True where float32 cannot hold whole sums exactly, 32 bits not the codes put together, or the ADC divides.
    static bool needsWide(const TileCells& cells, const ProgrammedTile& tile, const LayerConversion& conversion)
    {
        constexpr double kExactSum = 1 << 23;
        constexpr double kMostTotal = 1 << 30;
        double largest = 0.0;
        for (const double value : tile.values) {
            largest = std::max(largest, std::abs(value));
        }
        double top = 1.0;
        double weights = 0.0;
        for (const InputCycle& cycle : conversion.cycles) {
            top = std::max(top, static_cast<double>(cycle.top()));
            weights += std::abs(static_cast<double>(cycle.weight()));
        }
        double code = 1.0;
        bool divides = false;
        for (const Adc& adc : conversion.adcs) {
            code = std::max({code, static_cast<double>(adc.highest), -static_cast<double>(adc.lowest)});
            divides = divides || adc.stepNumerator != adc.stepDenominator;
        }
        // A subtracted line can add as much again.
        return divides || 2.0 * largest * top * static_cast<double>(cells.rows) > kExactSum ||
               code * weights * static_cast<double>(cells.reads.size()) > kMostTotal;
    }

    Block makeBlock(const TileCells& cells, const ProgrammedTile& tile, const LayerConversion& conversion,
                    std::size_t first) const
    {
        Block block;
        const std::size_t count = std::min(kLanes, cells.conversions.size() - first);
        const std::size_t entries = 4 * groupWords_.size() * kLanes;
        const bool noisy = !tile.readVariances.empty();
        std::vector<double> values(entries, 0.0);
        std::vector<double> variances(noisy ? entries : 0, 0.0);
        for (std::size_t lane = 0; lane < count; ++lane) {
            const Conversion& entry = cells.conversions[first + lane];
            block.conversions.push_back(entry);
            const Adc& adc = conversion.adcs[static_cast<std::size_t>(entry.slice)];
            block.lowest[lane] = adc.lowest;
            block.highest[lane] = adc.highest;
            for (std::size_t row = 0; row < cells.rows; ++row) {
                const std::size_t at = slotOfRow_[row] * kLanes + lane;
                const std::size_t plus = static_cast<std::size_t>(entry.line) * cells.rows + row;
                const std::size_t minus = static_cast<std::size_t>(std::max(0, entry.minus)) * cells.rows + row;
                values[at] = tile.values[plus] - (entry.minus < 0 ? 0.0 : tile.values[minus]);
                if (noisy) {
                    variances[at] = tile.readVariances[plus] + (entry.minus < 0 ? 0.0 : tile.readVariances[minus]);
                }
            }
        }
        if (!cells.fragmentSigns.empty()) {
            block.readSigns.assign(cells.reads.size() * kLanes, 1);
            for (std::size_t lane = 0; lane < count; ++lane) {
                for (std::size_t read = 0; read < cells.reads.size(); ++read) {
                    block.readSigns[read * kLanes + lane] = cells.fragmentSigns[(first + lane) * cells.reads.size() + read];
                }
            }
        }
        if (wide_) {
            block.wideValues = std::move(values);
            block.wideVariances = std::move(variances);
        } else {
            const auto narrow = [](double value) { return static_cast<float>(value); };
            block.values.resize(values.size());
            std::transform(values.begin(), values.end(), block.values.begin(), narrow);
            block.variances.resize(variances.size());
            std::transform(variances.begin(), variances.end(), block.variances.begin(), narrow);
        }
        return block;
    }

    template <typename Code>
    void addTotals(const Block& block, const Code* totals, std::size_t positions, std::int64_t* sums) const
    {
        const auto add = [&](std::size_t lane, std::size_t filter, std::int64_t coefficient) {
            std::int64_t* out = sums + filter * kChunkPositions;
            for (std::size_t position = 0; position < positions; ++position) {
                out[position] += coefficient * totals[position * kLanes + lane];
            }
        };
        for (std::size_t lane = 0; lane < block.conversions.size(); ++lane) {
            const Conversion& entry = block.conversions[lane];
            if (entry.filter >= 0) {
                add(lane, static_cast<std::size_t>(entry.filter), entry.coefficient);
                continue;
            }
            for (std::size_t filter = 0; filter < filters_; ++filter) {
                add(lane, filter, unitCoefficients_[static_cast<std::size_t>(entry.array) * filters_ + filter]);
            }
        }
    }

    AnalogKernel kernel_;
    NoiseKey noise_;
    std::size_t filters_;
    std::vector<std::int64_t> unitCoefficients_;
    double stepNumerator_;
    double stepDenominator_;
    int bits_;
    bool wide_ = false;
    std::vector<AnalogCycle> cycles_;
    std::vector<AnalogRead> reads_;
    std::vector<int> wordSlots_;
    std::vector<std::size_t> slotOfRow_;
    std::vector<std::size_t> groupWords_;
    std::vector<unsigned> groupShifts_;
    std::vector<Block> blocks_;
};

/// Levels that cells hold as such (integerWeights() decides alike); nothing where cells hold digits.
std::optional<RationalGrid> cellGrid(const CompressedLayer& layer, const Hardware& hardware)
{
    return cellLayout(layer, hardware).levelsInCells ? rationalGrid(layer.levels->set) : std::nullopt;
}

std::vector<Problem> problemsOf(const CompressedNetwork& network, const Hardware& hardware, const NonIdealities& options)
{
    std::vector<Problem> problems = options.validate(hardware.device);
    for (const CompressedLayer& layer : network.layers) {
        const auto states = static_cast<std::size_t>(hardware.device.states());
        if (options.deviceLevels && cellGrid(layer, hardware) && layer.levels->set.magnitudes.size() != states) {
            problems.push_back(
                {"device_levels", phrase(MHO_TEXT("layer %1 has %2 levels, but the device's table has %3; quantise to as "
                                                  "many levels, or leave this off"),
                                         layer.layer.name, layer.levels->set.magnitudes.size(), states)});
        }
    }
    return problems;
}

}  // namespace

AnalogEngines::AnalogEngines(const CompressedNetwork& network, const Hardware& hardware, const NonIdealities& options,
                             const DeviceSample& sample)
    : AnalogEngines(network, hardware, options, sample, analogKernels().back())
{
}

AnalogEngines::AnalogEngines(const CompressedNetwork& network, const Hardware& hardware, const NonIdealities& options,
                             const DeviceSample& sample, const AnalogKernelChoice& kernel)
    : hardware_(hardware), options_(options), sample_(sample), kernel_(kernel.run)
{
    throwIfProblems(problemsOf(network, hardware, options), "non-idealities");
    for (const CompressedLayer& layer : network.layers) {
        const std::optional<RationalGrid> cells = cellGrid(layer, hardware);
        if (cells) {
            scales_.push_back({{0.0, cells->unit * hardware.device.gMaxS}, cells->multiples});
        } else {
            scales_.push_back({digitScale(hardware.device), digitValues(hardware.device)});
        }
    }
}

std::unique_ptr<TileEngine> AnalogEngines::make(const TileIdentity& tile, const TileCells& cells,
                                                const LayerConversion& conversion) const
{
    const LayerScale& scale = scales_[tile.layer];
    const ArrayKey key{
        .seed = sample_.seed, .run = sample_.run, .layer = tile.layer, .block = tile.block, .piece = tile.piece, .array = 0};
    const ProgrammedTile programmed = programTile(cells, scale.scale, scale.values, hardware_, options_, key);
    return std::make_unique<AnalogEngine>(cells, programmed, conversion, kernel_, NoiseKey{key});
}

const std::vector<AnalogKernelChoice>& analogKernels()
{
    static const std::vector<AnalogKernelChoice> kernels = [] {
        std::vector<AnalogKernelChoice> found{{"x86-64", &analogKernelBaseline}};
#if defined(MHO_KERNEL_VARIANTS)
        __builtin_cpu_init();
        if (__builtin_cpu_supports("x86-64-v3")) {
            found.push_back({"x86-64-v3", &analogKernelV3});
        }
        if (__builtin_cpu_supports("x86-64-v4")) {
            found.push_back({"x86-64-v4", &analogKernelV4});
        }
#endif
        return found;
    }();
    return kernels;
}

}  // namespace mho
