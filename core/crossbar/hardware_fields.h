// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/crossbar/hardware.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mho {

enum class HardwareFieldKind {
    Whole,       ///< std::int64_t in least..most.
    Quantity,    ///< double above 0, at most `most`, in SI units.
    Choice,      ///< std::string, one of choices(); a preset or law may also be the path of a file (.json).
    Quantities,  ///< std::vector<double>
    Copies       ///< std::vector<Replication>
};

/// What a field of Hardware holds: the alternative that its kind names.
using HardwareValue = std::variant<std::int64_t, double, std::string, std::vector<double>, std::vector<Replication>>;

struct HardwareChoice {
    std::string name;     ///< As in files.
    std::string meaning;  ///< English, one line (MHO_TEXT); empty for resource files, which tell it themselves.
};

/// One field of Hardware: what it is called in files and in windows, what it may be, what it means, and where that is from.
/// Texts are English (MHO_TEXT).
struct MHO_API HardwareField {
    const char* name;   ///< As in files and --with: "crossbar.rows".
    const char* label;  ///< "Rows"
    const char* group;  ///< What it belongs to: "Arrays". Fields of one group follow each other.
    HardwareFieldKind kind;
    const char* unit;  ///< "S", "V", "bit"; empty for counts and names.
    std::int64_t least;
    std::int64_t most;     ///< Whole, and Quantity in its unit.
    const char* zero;      ///< What 0 or nothing stands for; empty where it is no special value.
    const char* meaning;   ///< One or two sentences.
    const char* source;    ///< Of the meaning and of Hardware's default: paper and section, or the page of the documentation.
    const char* constant;  ///< The preset's constant that gives its own value, "hardware.rows"; empty = another place.
    const char* folder;    ///< Choices that are resource files (base/resources.h); else empty.
    HardwareValue (*value)(const Hardware&);
    /// `value` holds the kind's alternative. Throws Error NotFound for a choice of an enumeration that does not exist; other
    /// texts and numbers are taken as they are, for Hardware::validate() to judge.
    void (*set)(Hardware&, const HardwareValue& value);
    /// Named choices; empty for resource files.
    std::vector<HardwareChoice> (*named)();

    /// All choices, in order: the named ones, or the resource files there are, with "" before them where nothing stands for
    /// the preset's own. Empty for other kinds.
    std::vector<HardwareChoice> choices() const;
    /// "1 to 4096", "above 0, at most 10", "two-arrays, offset, ..."; what 0 stands for included.
    std::string rangeText() const;
};

/// Every field, in the order in which windows show them; Hardware::validate() takes the ranges from here.
MHO_API const std::vector<HardwareField>& hardwareFields();
/// The field of that name, or the one that a problem's field lies in ("crossbar.replication[0].layer"); nullptr = none.
MHO_API const HardwareField* findHardwareField(std::string_view name);
/// The fields that differ, in order.
MHO_API std::vector<const HardwareField*> differingFields(const Hardware& one, const Hardware& other);

}  // namespace mho
