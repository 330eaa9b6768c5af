// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace mho {

/// A text of core with numbers (units.h), for the window: with the decimal point of the user's language ("1,67 pJ").
QString inLanguage(const std::string& text);
QString inLanguage(const QString& text);
/// A number of so many decimals, with the decimal point of the user's language.
QString fixedText(double value, int decimals);
/// A number of so many digits at most, likewise.
QString shortText(double value, int digits);

/// The shortest text with an SI prefix that readQuantity() reads back as exactly the same number: (1e-7, "S") -> "100 nS".
/// Numbers whose prefix is not f to P, and those that are not finite, come without one. With the
/// decimal point of the user's language.
QString exactQuantityText(double value, const QString& unit);

/// Reads "100 nS", "0.1u", "1e-7 S", "1e-7"; the unit may be missing, a decimal comma is taken too. Nothing where the text is
/// no finite number, or of another unit.
std::optional<double> readQuantity(const QString& text, const QString& unit);

}  // namespace mho
