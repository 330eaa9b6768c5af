// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/constants.h"
#include "core/crossbar/hardware.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// One kind of component as a file names it. Its numbers are the constants "LEVEL.NAME.count", ".power", ".area", ".energy",
/// ".leakage" and ".factor_per_dac_bit".
struct ComponentEntry {
    std::string name;             ///< Part of its constants' names: "adc".
    std::string label;            ///< What it is called in reports; components of one label are one line: "ADC".
    std::string per = "unit";     ///< What it is counted by (architecture.h, CountBasis).
    std::string action;           ///< What its energy is counted by (architecture.h, Action); empty = it takes none.
    bool betweenChips = false;    ///< Only there when a network takes several chips.
    bool drivesTogether = false;  ///< One drives the lines it is shared by at the same time, not one after the other.
};

/// A level of the hierarchy, from the one that holds the crossbars up: "ima", "tile", "chip".
struct LevelEntry {
    std::string name;
    std::vector<ComponentEntry> components;
};

/// resources/hardware/NAME.json: an architecture's components. Formulas and each preset's origin: docs/presets.md.
struct MHO_API ComponentFile {
    std::string name;
    std::string description;
    std::string weakness;    ///< What to know when reading its figures.
    std::string adcLaw;      ///< Default ADC law; empty where arrays are priced whole, ADCs included.
    std::string allocation;  ///< architecture.h, Allocation.
    std::vector<LevelEntry> levels;
    CrossbarOptions layout;    ///< The texts among its hardware: sign scheme, slices, mapping, compaction, ADC rule.
    std::string layoutSource;  ///< Where they come from.
    std::vector<Constant> constants;
    std::string sha256;  ///< Of the file's bytes: names exactly which constants a cost comes from.

    /// Value of a constant; throws Error NotFound (file and constant) and checks the unit (BadFormat).
    double value(std::string_view constant, std::string_view unit) const;
};

/// Reads a preset by name from the resource folders, or a path ending in .json. Throws Error NotFound, BadFormat, or
/// InvalidArgument for constants without unit or source.
MHO_API ComponentFile loadComponents(const std::string& nameOrPath);
/// Reads a file of constants without a component tree (engines): name, description, constants, digest. Throws as
/// loadComponents().
MHO_API ComponentFile loadConstantFile(const std::string& path);
/// Names of the presets found.
MHO_API std::vector<std::string> presetNames();

/// Device and crossbar the preset stands for (its constants "hardware.*" and its layout); `preset` is `components.name`.
/// Throws Error NotFound or BadFormat for a constant that is missing, and InvalidArgument for values out of range.
MHO_API Hardware presetHardware(const ComponentFile& components);

}  // namespace mho
