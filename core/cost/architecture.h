// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/adc_law.h"
#include "core/cost/component_file.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// What a component is counted by.
enum class CountBasis {
    Unit,      ///< `count` in each unit of its level.
    Array,     ///< One for each array the network takes.
    Adc,       ///< Arrays * ADCs per array; priced by the ADC law.
    Row,       ///< Word lines of those arrays, in use or not.
    Cell,      ///< Cells of those arrays, in use or not.
    WordLine,  ///< Word lines in use.
    BitLine    ///< Bit lines in use.
};

/// What a component's energy is counted by, per inference.
enum class Action {
    None,
    Busy,        ///< Time: its power for as long as the layer works.
    Conversion,  ///< ADC conversions.
    RowDrive,    ///< Word lines driven in an input cycle.
    ArrayRead,   ///< Array activations; of a component counted by rows or cells, those of the whole array.
    CellRead,    ///< Cells in use, once each input cycle.
    BitIn,       ///< Activation bits read: positions * word lines needed * input bits.
    BitOut,      ///< Activation bits written: positions * filters * input bits.
    BitMoved     ///< Both.
};

/// How arrays are given to layers.
enum class Allocation {
    Cores,  ///< Whole cores a layer, whole tiles for the network (ISAAC).
    Tiles   ///< Whole tiles a layer, of two kinds: by kernel position, and for matrices (NeuroSim).
};

/// A component with its numbers; power and area of one, energy of one action.
struct ArchitecturePart {
    std::string name;       ///< "tile.edram"
    std::size_t label = 0;  ///< Index into Architecture::labels.
    std::size_t level = 0;  ///< Index into Architecture::levels.
    CountBasis per = CountBasis::Unit;
    Action action = Action::None;
    bool betweenChips = false;
    bool drivesTogether = false;
    double count = 0.0;  ///< In one unit of its level: the component tree's; may be a fraction (a shared router).
    /// `count` over what the arrays of a unit have of its basis: less than 1 where arrays share (a DAC that drives the word
    /// lines of all slices). An estimate's power and area are multiplied by it, energy too with drivesTogether. 1 for Unit.
    double share = 1.0;
    std::optional<double> powerW;  ///< Missing: made from energy and time, which only a network gives.
    double areaMm2 = 0.0;
    double energyJ = 0.0;  ///< Of one action: the file's, else power * read cycle. Not for ADCs (law) and Busy (power * time).
    double leakageW = 0.0;
    double factorPerDacBit = 1.0;
};

struct ArchitectureLevel {
    std::string name;
    double holds = 0.0;  ///< Units of the level below in one of this; arrays in one of the lowest.
};

/// A component file with all its constants looked up and checked.
struct MHO_API Architecture {
    std::string name;
    std::vector<std::string> labels;
    std::vector<ArchitectureLevel> levels;  ///< Lowest first; at least one.
    std::vector<ArchitecturePart> parts;
    Allocation allocation = Allocation::Cores;
    std::int64_t rows = 0;                 ///< Of the arrays the constants are stated for.
    std::int64_t columns = 0;              ///< Of those arrays.
    std::optional<double> readCycleS;      ///< Missing: the architecture states no times, so a network has no latency.
    std::optional<double> adcColumns;      ///< Bit lines an ADC serves. Missing: ADCs are part of a whole array's price.
    std::optional<AdcContext> adcContext;  ///< Node and rate for the laws; there when adcColumns is.
    int adcBits = 0;                       ///< Of the component tree's ADC.
    /// Allocation::Tiles: a tile for kernel positions holds `tileCores` cores of coreRows x coreColumns cells, one for
    /// matrices gemmRows x gemmColumns cells.
    double tileCores = 0.0, coreRows = 0.0, coreColumns = 0.0, gemmRows = 0.0, gemmColumns = 0.0;

    /// Throws Error BadFormat or InvalidArgument that lists all problems at once: constants that are missing, in another unit,
    /// out of range, or used by nothing (a misspelt name), unknown bases and actions.
    explicit Architecture(const ComponentFile& components);
    bool hasAdc() const { return adcColumns.has_value(); }
};

/// One level of the component tree: everything in one unit of it, lower levels included.
struct LevelTotal {
    std::string name;
    double powerW = 0.0;
    double areaMm2 = 0.0;
    bool powerStated = true;              ///< False where a component's power follows from a network only.
    std::optional<double> printedPowerW;  ///< What its publication prints ("printed.LEVEL.power"), to compare.
    std::optional<double> printedAreaMm2;
};

/// The component tree's totals, lowest level first.
/// @param adc prices the ADCs instead of the file's constants, e.g. a law's figures at other bits
MHO_API std::vector<LevelTotal> levelTotals(const ComponentFile& components, const std::optional<AdcFigures>& adc = {});

}  // namespace mho
