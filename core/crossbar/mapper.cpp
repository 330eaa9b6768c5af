// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/integers.h"
#include "core/base/phrasing.h"
#include "core/crossbar/bit_line_adc.h"
#include "core/crossbar/column_cells.h"
#include "core/crossbar/layer_tiling.h"
#include "core/crossbar/mapped_network.h"
#include "core/network/dead_channels.h"
#include "core/network/layer_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace mho {
namespace {

/// Lines of one copy that work in one input cycle.
struct LineCounts {
    std::int64_t wordLines = 0;    ///< Over all arrays.
    std::int64_t bitLines = 0;     ///< Over all arrays, unit columns included.
    std::int64_t conversions = 0;  ///< Bit lines, or pairs subtracted before the ADC, times reads.
    std::int64_t arrayReads = 0;
};

/// What the mapper takes out of a layer with these dead columns.
std::span<const std::uint8_t> takenOut(std::span<const std::uint8_t> deadColumns, const Hardware& hardware)
{
    return hardware.crossbar.compaction == Compaction::None ? std::span<const std::uint8_t>{} : deadColumns;
}

class LayerMapper {
public:
    LayerMapper(const CompressedLayer& layer, const Hardware& hardware, std::span<const std::uint8_t> deadColumns)
        : layer_(layer),
          hardware_(hardware),
          layout_(cellLayout(layer, hardware)),
          deadColumns_(deadColumns),
          tiling_(tileLayer(layer.layer, layer.mask, takenOut(deadColumns, hardware), layout_.tiling(hardware.crossbar)))
    {
    }

    MappedLayer map()
    {
        const CrossbarOptions& crossbar = hardware_.crossbar;
        describeWeights();
        for (const FilterBlock& block : tiling_.blocks) {
            addBlock(block);
        }
        mapped_.rowBlocks += groupRowBlocks_;
        mapped_.wordLines += groupWordLines_;
        mapped_.channels += groupChannels_;
        mapped_.copies = copiesOf(crossbar);
        mapped_.crossbars = mapped_.tiles * mapped_.arraysPerTile * mapped_.copies;
        const bool sparse = layout_.scheme->zeroIsZeroCurrent();
        const BitLineAdc adc(layout_, hardware_, mostRows_);
        const ColumnCells kept = columnCells(tiling_, layer_.mask, std::max<std::int64_t>(1, adc.rowsAtOnce()));
        mapped_.columnCells = sparse ? kept.most : adc.rowsAtOnce();
        countWeights(kept.weights);
        mapped_.macsPerInference = kept.weights * mapped_.outputPositions;
        mapped_.adcBits = adc.bits(mapped_.columnCells);
        const std::int64_t cellsPerWeight = std::int64_t{layout_.slices} * layout_.scheme->parts();
        mapped_.usedCells = usedWeightCells_ * cellsPerWeight * mapped_.copies;
        mapped_.programmedCells = sparse ? mapped_.weightsMapped * layout_.slices * mapped_.copies : mapped_.usedCells;
        mapped_.wordLinesDriven = lines_.wordLines * mapped_.copies;
        mapped_.bitLinesRead = lines_.bitLines * mapped_.copies;
        const std::int64_t cycles = mapped_.outputPositions * mapped_.inputCycles;
        mapped_.conversions = cycles * lines_.conversions;
        mapped_.rowDrives = cycles * lines_.wordLines;
        mapped_.arrayReads = cycles * lines_.arrayReads;
        const auto cells = static_cast<double>(mapped_.crossbars * crossbar.rows * crossbar.columns);
        if (cells > 0.0) {
            mapped_.occupancy = static_cast<double>(mapped_.programmedCells) / cells;
            mapped_.utilisation = static_cast<double>(mapped_.usedCells) / cells;
        }
        return std::move(mapped_);
    }

private:
    void describeWeights()
    {
        const WeightLayer& layer = layer_.layer;
        mapped_.name = layer.name;
        mapped_.weightsTotal = layer.weights();
        mapped_.weightBits = layout_.weightBits;
        mapped_.slices = layout_.slices;
        mapped_.signs = layout_.scheme->parts();
        mapped_.levelsInCells = layout_.levelsInCells;
        mapped_.arraysPerTile = layout_.arraysPerTile;
        mapped_.signArrays = layout_.scheme->arrays();
        mapped_.sliceArrays = static_cast<int>(layout_.arraysPerTile) / mapped_.signArrays;
        mapped_.kernelPositions = layer.kernelPositions();
        mapped_.byKernelPosition = isCutByKernelPosition(layer, layout_.tiling(hardware_.crossbar));
        mapped_.outputPositions = layer.outputPositions;
        mapped_.inputCycles = static_cast<int>(ceilDivide(hardware_.crossbar.inputBits, hardware_.crossbar.dacBits));
        mapped_.denseMacsPerInference = mapped_.weightsTotal * mapped_.outputPositions;
    }

    /// @param inTiles weights of the mask that lie in a tile
    void countWeights(std::int64_t inTiles)
    {
        mapped_.weightsMapped = inTiles;
        const bool anyDead = std::find(deadColumns_.begin(), deadColumns_.end(), std::uint8_t{1}) != deadColumns_.end();
        const bool deadInTiles = takenOut(deadColumns_, hardware_).empty();
        // Without dead columns every kept weight lies in a tile, and a pass over the weights is saved.
        mapped_.weightsInMask = anyDead && !deadInTiles ? layer_.mask.keptWeights() : inTiles;
        mapped_.weightsKept = anyDead && deadInTiles ? liveWeights(layer_.mask, deadColumns_) : inTiles;
    }

    void addBlock(const FilterBlock& block)
    {
        const WordLines& lines = tiling_.wordLinesOf(block);
        const auto filters = static_cast<std::int64_t>(block.filters.size());
        if (block.group != group_) {
            mapped_.rowBlocks += groupRowBlocks_;
            mapped_.wordLines += groupWordLines_;
            mapped_.channels += groupChannels_;
            groupRowBlocks_ = groupWordLines_ = groupChannels_ = 0;
            group_ = block.group;
        }
        if (lastLines_ != &lines) {
            groupChannels_ = std::max(groupChannels_, channelsOf(lines));
            lastLines_ = &lines;
        }
        groupRowBlocks_ = std::max(groupRowBlocks_, static_cast<std::int64_t>(lines.pieces()));
        groupWordLines_ = std::max(groupWordLines_, static_cast<std::int64_t>(lines.columns.size()));
        mapped_.columnBlocks = std::max(mapped_.columnBlocks, block.column + 1);
        mapped_.filters += filters;
        for (std::size_t p = 0; p < lines.pieces(); ++p) {
            addTile(static_cast<std::int64_t>(lines.piece(p).size()), filters);
        }
    }

    std::int64_t channelsOf(const WordLines& lines) const
    {
        std::vector<std::uint8_t> seen(static_cast<std::size_t>(layer_.layer.channels), 0);
        for (const std::int64_t column : lines.columns) {
            seen[static_cast<std::size_t>(column / layer_.layer.kernelPositions())] = 1;
        }
        return std::count(seen.begin(), seen.end(), std::uint8_t{1});
    }

    void addTile(std::int64_t rows, std::int64_t filters)
    {
        const SignScheme& scheme = *layout_.scheme;
        const std::int64_t bitLines = filters * layout_.linesPerWeight;
        const std::int64_t converted = scheme.subtractsBeforeAdc() ? bitLines / scheme.linesPerCode() : bitLines;
        const std::int64_t reads = scheme.byFragments() ? ceilDivide(rows, hardware_.crossbar.fragmentRows) : 1;
        ++mapped_.tiles;
        mostRows_ = std::max(mostRows_, rows);
        mapped_.readsPerCycle = std::max(mapped_.readsPerCycle, reads);
        usedWeightCells_ += rows * filters;
        lines_.wordLines += rows * layout_.arraysPerTile;
        lines_.bitLines += (bitLines + scheme.unitColumns()) * layout_.arraysPerTile;
        lines_.conversions += (converted + scheme.unitColumns()) * layout_.arraysPerTile * reads;
        lines_.arrayReads += layout_.arraysPerTile * reads;
    }

    std::int64_t copiesOf(const CrossbarOptions& crossbar) const
    {
        for (const Replication& entry : crossbar.replication) {
            if (entry.layer == layer_.layer.name) {
                return entry.copies;
            }
        }
        return crossbar.pipelinePositions > 0 ? ceilDivide(layer_.layer.outputPositions, crossbar.pipelinePositions) : 1;
    }

    const CompressedLayer& layer_;
    const Hardware& hardware_;
    CellLayout layout_;
    std::span<const std::uint8_t> deadColumns_;
    Tiling tiling_;
    MappedLayer mapped_;
    LineCounts lines_;
    std::int64_t group_ = -1;
    std::int64_t groupRowBlocks_ = 0;
    std::int64_t groupWordLines_ = 0;
    std::int64_t groupChannels_ = 0;
    const WordLines* lastLines_ = nullptr;
    std::int64_t mostRows_ = 0;
    std::int64_t usedWeightCells_ = 0;  ///< Crossings of word lines and filters over all tiles of one copy.
};

std::vector<Problem> replicationProblems(const CompressedNetwork& network, const CrossbarOptions& crossbar)
{
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < crossbar.replication.size(); ++i) {
        const std::string& name = crossbar.replication[i].layer;
        if (std::none_of(network.layers.begin(), network.layers.end(),
                         [&](const CompressedLayer& layer) { return layer.layer.name == name; })) {
            problems.push_back({fmt::format("crossbar.replication[{}].layer", i),
                                phrase(MHO_TEXT("the network has no weight layer \"%1\""), name)});
        }
    }
    return problems;
}

void checkHardware(const CompressedNetwork& network, const Hardware& hardware)
{
    std::vector<Problem> problems = hardware.validate();
    for (Problem& problem : replicationProblems(network, hardware.crossbar)) {
        problems.push_back(std::move(problem));
    }
    throwIfProblems(problems, "hardware");
}

void countCrossbars(MappedNetwork& mapped)
{
    mapped.crossbars = 0;
    for (const MappedLayer& layer : mapped.layers) {
        mapped.crossbars += layer.crossbars;
    }
}

}  // namespace

MappedLayer mapLayer(const CompressedLayer& layer, const Hardware& hardware, std::span<const std::uint8_t> deadColumns)
{
    return LayerMapper(layer, hardware, deadColumns).map();
}

MappingFollower::MappingFollower(const CompressedNetwork& network, const Hardware& hardware)
{
    checkHardware(network, hardware);
    mapped_.hardware = hardware;
    deadColumns_ = deadChannels(network).columns;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        mapped_.layers.push_back(mapLayer(network.layers[i], hardware, deadColumns_[i]));
    }
    countCrossbars(mapped_);
}

const MappedNetwork& MappingFollower::follow(const CompressedNetwork& network, const std::vector<std::uint8_t>& changed)
{
    std::vector<std::vector<std::uint8_t>> dead = deadChannels(network).columns;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        if (changed[i] != 0 || dead[i] != deadColumns_[i]) {
            mapped_.layers[i] = mapLayer(network.layers[i], mapped_.hardware, dead[i]);
        }
    }
    deadColumns_ = std::move(dead);
    countCrossbars(mapped_);
    return mapped_;
}

MappedNetwork mapNetwork(const CompressedNetwork& network, const Hardware& hardware)
{
    return MappingFollower(network, hardware).mapped();
}

MappedNetwork mapDense(const Network& network, const Hardware& hardware)
{
    return mapNetwork(uncompressed(std::make_shared<const Network>(network)), hardware);
}

}  // namespace mho
