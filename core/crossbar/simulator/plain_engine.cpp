// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/tile_engine.h"

namespace mho {
namespace {

class PlainEngine final : public TileEngine {
public:
    PlainEngine(const TileCells& cells, const LayerConversion& conversion) : cells_(cells), conversion_(conversion)
    {
        for (const Conversion& entry : cells.conversions) {
            const auto plus = cells.valuesOf(static_cast<std::size_t>(entry.line));
            for (std::size_t row = 0; row < cells.rows; ++row) {
                const std::int32_t minus = entry.minus < 0 ? 0 : cells.valuesOf(static_cast<std::size_t>(entry.minus))[row];
                values_.push_back(static_cast<std::int32_t>(plus[row]) - minus);
            }
        }
    }

    void accumulate(const TileInputs& inputs, std::int64_t* sums, ConversionStatistics& statistics) const override
    {
        for (std::size_t position = 0; position < inputs.positions; ++position) {
            for (std::size_t i = 0; i < cells_.conversions.size(); ++i) {
                const std::int64_t codes = convert(i, inputs.values + position, statistics);
                const Conversion& entry = cells_.conversions[i];
                if (entry.filter >= 0) {
                    sums[static_cast<std::size_t>(entry.filter) * kChunkPositions + position] += entry.coefficient * codes;
                    continue;
                }
                for (std::size_t filter = 0; filter < cells_.filters; ++filter) {
                    sums[filter * kChunkPositions + position] +=
                        cells_.unitCoefficients[static_cast<std::size_t>(entry.array) * cells_.filters + filter] * codes;
                }
            }
        }
    }

private:
    /// Codes of one conversion, shifted and added over cycles and reads.
    std::int64_t convert(std::size_t index, const std::uint16_t* inputs, ConversionStatistics& statistics) const
    {
        const Adc& adc = conversion_.adcs[static_cast<std::size_t>(cells_.conversions[index].slice)];
        const std::int32_t* values = values_.data() + index * cells_.rows;
        std::int64_t total = 0;
        for (const InputCycle& cycle : conversion_.cycles) {
            for (std::size_t read = 0; read < cells_.reads.size(); ++read) {
                std::int64_t sum = 0;
                for (std::size_t row = cells_.reads[read].begin; row < cells_.reads[read].end; ++row) {
                    sum += ((inputs[row * kChunkPositions] >> cycle.shift) & cycle.top()) * values[row];
                }
                const std::int64_t code = adc.code(sum);
                ++statistics.conversions;
                statistics.clipped += code != adc.unclamped(sum) ? 1 : 0;
                statistics.sums.include({sum, sum});
                const bool minus =
                    !cells_.fragmentSigns.empty() && cells_.fragmentSigns[index * cells_.reads.size() + read] < 0;
                total += (minus ? -1 : 1) * cycle.weight() * code;
            }
        }
        return total;
    }

    TileCells cells_;
    const LayerConversion& conversion_;
    std::vector<std::int32_t> values_;  ///< conversions x rows
};

class PlainFactory final : public TileEngineFactory {
public:
    std::unique_ptr<TileEngine> make(const TileIdentity& /*tile*/, const TileCells& cells,
                                     const LayerConversion& conversion) const override
    {
        return std::make_unique<PlainEngine>(cells, conversion);
    }
};

}  // namespace

TileEngine::~TileEngine() = default;
TileEngineFactory::~TileEngineFactory() = default;

const TileEngineFactory& plainEngines()
{
    static const PlainFactory factory;
    return factory;
}

}  // namespace mho
