// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/hardware_fields.h"

#include <QString>

#include <optional>

namespace mho {

/// A field's value as its control shows it: "128", "100 nS", "100 nS; 1 µS", "conv1=2; fc1=3", a choice's name.
QString hardwareValueText(const HardwareField& field, const HardwareValue& value);

/// The inverse for a field that is typed as a text (Quantities, Copies). Nothing where a part cannot be read; `wrong` is then
/// that part.
std::optional<HardwareValue> readHardwareValue(const HardwareField& field, const QString& text, QString& wrong);

/// Translated texts of core's table.
QString fieldLabel(const HardwareField& field);
/// As it stands behind a number; empty for a field without one.
QString unitText(const HardwareField& field);
/// What the field means, its range, unit and source, for a tool tip and What's This.
QString fieldTip(const HardwareField& field);
/// Names an edit for Undo (edit_words.h): "Change Rows of the Crossbar", "Change ADC rule" of a single field, "Change Hardware"
/// of several.
QString hardwareEditText(const Hardware& before, const Hardware& after);

}  // namespace mho
