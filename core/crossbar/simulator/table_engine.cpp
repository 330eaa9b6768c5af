// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/table_engine.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <limits>

namespace mho {
namespace {

constexpr std::size_t kVector = 64;  // bytes: the widest kernel's

/// Scratch of one thread; kept between calls.
struct Scratch {
    std::vector<std::uint8_t> tableBytes;
    std::vector<std::uint16_t> inputSums;
    alignas(kVector) std::array<std::int32_t, kChunkPositions> accumulator{};

    std::uint8_t* tables(std::size_t bytes)
    {
        tableBytes.resize(bytes + kVector);
        const auto address = reinterpret_cast<std::uintptr_t>(tableBytes.data());
        return tableBytes.data() + (kVector - address % kVector) % kVector;
    }
};

Scratch& scratch()
{
    thread_local const auto mine = std::make_unique<Scratch>();
    return *mine;
}

/// What the kernel needs to know of one conversion.
struct Line {
    int inputFactor = 0;
    int slice = 0;
    std::int32_t filter = 0;
    int array = 0;
    std::int64_t coefficient = 0;
};

/// Clamping and rounding of one slice's ADC, in terms of sums.
struct SliceAdc {
    bool isSigned = false;
    int sumLow = 0;
    int sumHigh = 0;
    std::vector<std::int32_t> codes;  ///< Of sumLow..sumHigh; empty = the sum itself.
};

/// Cycles whose codes fit one 32-bit accumulator together.
struct Segment {
    std::vector<TableCycle> cycles;
    int firstCycle = 0;
    int shift = 0;
};

class TableEngine final : public TileEngine {
public:
    TableEngine(const TileCells& cells, const LayerConversion& conversion, TableKernel kernel)
        : kernel_(kernel),
          conversion_(conversion),
          filters_(cells.filters),
          reads_(cells.reads),
          unitCoefficients_(cells.unitCoefficients),
          fragmentSigns_(cells.fragmentSigns)
    {
        for (const RowRange& read : reads_) {
            groups_ += static_cast<int>((read.end - read.begin + 3) / 4);
            readEnds_.push_back(groups_);
        }
        addLines(cells);
        addAdcs();
        cutCycles();
    }

    /// False where a sum needs more than 16 bits.
    static bool fits(const TileCells& cells, const LayerConversion& conversion)
    {
        const bool subtracts = std::any_of(cells.conversions.begin(), cells.conversions.end(),
                                           [](const Conversion& entry) { return entry.minus >= 0; });
        const std::vector<SumRange> ranges =
            cells.programmedRanges(static_cast<int>(conversion.adcs.size()), topInput(conversion));
        for (std::size_t slice = 0; slice < ranges.size(); ++slice) {
            const bool isSigned = subtracts || conversion.adcs[slice].lowest < 0;
            const std::int64_t most =
                isSigned ? std::numeric_limits<std::int16_t>::max() : std::numeric_limits<std::uint16_t>::max();
            if (ranges[slice].high > most || -ranges[slice].low > most) {
                return false;
            }
        }
        return true;
    }

    void accumulate(const TileInputs& inputs, std::int64_t* sums, ConversionStatistics& statistics) const override
    {
        Scratch& mine = scratch();
        TableJob job;
        job.tables = mine.tables(static_cast<std::size_t>(planes_ * groups_) * 16);
        job.planes = planes_;
        job.groups = groups_;
        job.flushGroups = flushGroups_;
        job.readEnds = readEnds_.data();
        job.reads = static_cast<int>(reads_.size());
        job.nibbles = inputs.nibbles;
        job.stride = kChunkPositions;
        job.positions = inputs.positions;
        if (needsInputSums_) {
            sumInputs(inputs, mine.inputSums);
        }
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            convertLine(i, job, mine, sums);
        }
        statistics.conversions +=
            static_cast<std::int64_t>(lines_.size() * conversion_.cycles.size() * reads_.size() * inputs.positions);
        statistics.clipped += job.clipped;
        statistics.sums.include({job.smallest, job.largest});
    }

private:
    static std::int64_t topInput(const LayerConversion& conversion)
    {
        std::int64_t top = 1;
        for (const InputCycle& cycle : conversion.cycles) {
            top = std::max(top, cycle.top());
        }
        return top;
    }

    void addLines(const TileCells& cells)
    {
        std::uint32_t largest = 1;
        for (const Conversion& entry : cells.conversions) {
            const int factor = factorOf(cells, entry);
            lines_.push_back({factor, entry.slice, entry.filter, entry.array, entry.coefficient});
            needsInputSums_ = needsInputSums_ || factor != 0;
            for (std::size_t row = 0; row < cells.rows; ++row) {
                largest = std::max(largest, valueAt(cells, entry, factor, row));
            }
        }
        while ((largest >> static_cast<unsigned>(planes_ * kPlaneBits)) != 0) {
            ++planes_;
        }
        const std::uint32_t plane = planes_ > 1 ? (1U << kPlaneBits) - 1 : largest;
        flushGroups_ = static_cast<int>(255 / (4 * plane));
        digits_.resize(lines_.size() * static_cast<std::size_t>(planes_ * groups_) * 4, 0);
        std::uint8_t* out = digits_.data();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            for (int plane6 = 0; plane6 < planes_; ++plane6) {
                for (const RowRange& read : reads_) {
                    for (std::size_t row = read.begin; row < read.end; ++row) {
                        const std::uint32_t value = valueAt(cells, cells.conversions[i], lines_[i].inputFactor, row);
                        out[row - read.begin] = static_cast<std::uint8_t>(
                            (value >> static_cast<unsigned>(plane6 * kPlaneBits)) & ((1U << kPlaneBits) - 1));
                    }
                    out += (read.end - read.begin + 3) / 4 * 4;
                }
            }
        }
    }

    /// Table entries cannot be negative, so a line that is subtracted enters as (factor - value), and factor times the sum of
    /// inputs is taken off again.
    static int factorOf(const TileCells& cells, const Conversion& entry)
    {
        if (entry.minus < 0) {
            return 0;
        }
        const auto minus = cells.valuesOf(static_cast<std::size_t>(entry.minus));
        return minus.empty() ? 0 : static_cast<int>(*std::max_element(minus.begin(), minus.end()));
    }

    static std::uint32_t valueAt(const TileCells& cells, const Conversion& entry, int factor, std::size_t row)
    {
        std::uint32_t value = cells.valuesOf(static_cast<std::size_t>(entry.line))[row];
        if (entry.minus >= 0) {
            value += static_cast<std::uint32_t>(factor) - cells.valuesOf(static_cast<std::size_t>(entry.minus))[row];
        }
        return value;
    }

    void addAdcs()
    {
        for (const Adc& adc : conversion_.adcs) {
            SliceAdc slice;
            slice.isSigned = adc.lowest < 0 || needsInputSums_;
            const std::int64_t least = slice.isSigned ? std::numeric_limits<std::int16_t>::min() : 0;
            const std::int64_t most =
                slice.isSigned ? std::numeric_limits<std::int16_t>::max() : std::numeric_limits<std::uint16_t>::max();
            slice.sumLow = static_cast<int>(edge(adc, least));
            slice.sumHigh = static_cast<int>(edge(adc, most));
            if (adc.step() != 1.0) {
                for (int sum = slice.sumLow; sum <= slice.sumHigh; ++sum) {
                    slice.codes.push_back(static_cast<std::int32_t>(adc.code(sum)));
                }
            }
            adcs_.push_back(std::move(slice));
        }
    }

    /// The sum nearest to `end` whose code is within the ADC's codes.
    static std::int64_t edge(const Adc& adc, std::int64_t end)
    {
        std::int64_t inside = 0;
        std::int64_t outside = end < 0 ? end - 1 : end + 1;
        while (std::abs(outside - inside) > 1) {
            const std::int64_t middle = inside + (outside - inside) / 2;
            (adc.code(middle) == adc.unclamped(middle) ? inside : outside) = middle;
        }
        return inside;
    }

    void cutCycles()
    {
        constexpr std::int64_t kMost = std::int64_t{1} << 30;
        const std::int64_t mostCode = std::int64_t{std::numeric_limits<std::uint16_t>::max()} + 1;
        std::int64_t room = 0;
        for (int i = 0; i < static_cast<int>(conversion_.cycles.size()); ++i) {
            const InputCycle& cycle = conversion_.cycles[static_cast<std::size_t>(i)];
            const int shift = segments_.empty() ? 0 : cycle.shift - segments_.back().shift;
            const std::int64_t need = (mostCode * static_cast<std::int64_t>(reads_.size())) << static_cast<unsigned>(shift);
            room -= need;
            if (segments_.empty() || room < 0) {
                segments_.push_back({.cycles = {}, .firstCycle = i, .shift = cycle.shift});
                room = kMost - mostCode * static_cast<std::int64_t>(reads_.size());
            }
            segments_.back().cycles.push_back({.firstBit = cycle.shift,
                                               .width = cycle.width,
                                               .shift = cycle.shift - segments_.back().shift,
                                               .negative = cycle.negative});
        }
    }

    void sumInputs(const TileInputs& inputs, std::vector<std::uint16_t>& sums) const
    {
        sums.assign(conversion_.cycles.size() * reads_.size() * kChunkPositions, 0);
        std::uint16_t* out = sums.data();
        for (const InputCycle& cycle : conversion_.cycles) {
            for (const RowRange& read : reads_) {
                for (std::size_t row = read.begin; row < read.end; ++row) {
                    const std::uint16_t* values = inputs.values + row * kChunkPositions;
                    for (std::size_t position = 0; position < kChunkPositions; ++position) {
                        const std::size_t byte = kernelByte(position);
                        std::uint16_t& sum = out[byte % 2 * (kChunkPositions / 2) + byte / 2];
                        sum = static_cast<std::uint16_t>(sum + ((values[position] >> cycle.shift) & cycle.top()));
                    }
                }
                out += kChunkPositions;
            }
        }
    }

    void convertLine(std::size_t index, TableJob& job, Scratch& mine, std::int64_t* sums) const
    {
        const Line& line = lines_[index];
        const SliceAdc& adc = adcs_[static_cast<std::size_t>(line.slice)];
        job.digits = digits_.data() + index * static_cast<std::size_t>(planes_ * groups_) * 4;
        job.readSigns = fragmentSigns_.empty() ? nullptr : fragmentSigns_.data() + index * reads_.size();
        job.inputFactor = line.inputFactor;
        job.isSigned = adc.isSigned;
        job.sumLow = adc.sumLow;
        job.sumHigh = adc.sumHigh;
        job.codes = adc.codes.empty() ? nullptr : adc.codes.data();
        job.accumulator = line.filter < 0 ? mine.accumulator.data() : nullptr;
        for (const Segment& segment : segments_) {
            job.cycles = segment.cycles.data();
            job.cycleCount = static_cast<int>(segment.cycles.size());
            job.inputSums =
                mine.inputSums.data() + static_cast<std::size_t>(segment.firstCycle) * reads_.size() * kChunkPositions;
            if (line.filter >= 0) {
                // Coefficients of filters are +-2^n.
                const auto magnitude = static_cast<std::uint64_t>(std::abs(line.coefficient));
                job.sums = sums + static_cast<std::size_t>(line.filter) * kChunkPositions;
                job.sumShift = std::countr_zero(magnitude) + segment.shift;
                job.sumNegative = line.coefficient < 0;
            }
            kernel_(job);
            if (line.filter < 0) {
                addUnitColumn(line.array, segment.shift, job.accumulator, sums);
            }
        }
    }

    void addUnitColumn(int array, int shift, const std::int32_t* codes, std::int64_t* sums) const
    {
        for (std::size_t filter = 0; filter < filters_; ++filter) {
            const std::int64_t coefficient = unitCoefficients_[static_cast<std::size_t>(array) * filters_ + filter];
            const std::int64_t factor = coefficient * (std::int64_t{1} << static_cast<unsigned>(shift));
            for (std::size_t position = 0; coefficient != 0 && position < kChunkPositions; ++position) {
                sums[filter * kChunkPositions + position] += factor * codes[position];
            }
        }
    }

    TableKernel kernel_;
    const LayerConversion& conversion_;
    std::size_t filters_;
    std::vector<RowRange> reads_;
    std::vector<std::int64_t> unitCoefficients_;
    std::vector<std::int8_t> fragmentSigns_;
    int groups_ = 0;
    int planes_ = 1;
    int flushGroups_ = 1;
    bool needsInputSums_ = false;
    std::vector<int> readEnds_;
    std::vector<Line> lines_;
    std::vector<std::uint8_t> digits_;
    std::vector<SliceAdc> adcs_;
    std::vector<Segment> segments_;
};

class TableFactory final : public TileEngineFactory {
public:
    explicit TableFactory(TableKernel kernel) : kernel_(kernel) {}

    std::unique_ptr<TileEngine> make(const TileIdentity& tile, const TileCells& cells,
                                     const LayerConversion& conversion) const override
    {
        if (!TableEngine::fits(cells, conversion)) {
            return plainEngines().make(tile, cells, conversion);
        }
        return std::make_unique<TableEngine>(cells, conversion, kernel_);
    }

private:
    TableKernel kernel_;
};

}  // namespace

const std::vector<TableKernelChoice>& tableKernels()
{
    static const std::vector<TableKernelChoice> kernels = [] {
        std::vector<TableKernelChoice> found{{"x86-64", &tableKernelBaseline}};
#if defined(MHO_KERNEL_VARIANTS)
        __builtin_cpu_init();
        if (__builtin_cpu_supports("x86-64-v3")) {
            found.push_back({"x86-64-v3", &tableKernelV3});
        }
        if (__builtin_cpu_supports("x86-64-v4")) {
            found.push_back({"x86-64-v4", &tableKernelV4});
        }
#endif
        return found;
    }();
    return kernels;
}

std::unique_ptr<TileEngineFactory> tableEngines(const TableKernelChoice& kernel)
{
    return std::make_unique<TableFactory>(kernel.run);
}

const TileEngineFactory& exactEngines()
{
    static const TableFactory factory(tableKernels().back().run);
    return factory;
}

}  // namespace mho
