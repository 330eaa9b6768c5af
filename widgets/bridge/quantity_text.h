// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace mho {

/// The shortest text with an SI prefix that readQuantity() reads back as exactly the same number: (1e-7, "S") -> "100 nS".
/// Numbers whose prefix is not f to P, and those that are not finite, come without one. C locale.
QString exactQuantityText(double value, const QString& unit);

/// Reads "100 nS", "0.1u", "1e-7 S", "1e-7"; the unit may be missing, a decimal comma is taken too. Nothing where the text is
/// no finite number, or of another unit.
std::optional<double> readQuantity(const QString& text, const QString& unit);

}  // namespace mho
