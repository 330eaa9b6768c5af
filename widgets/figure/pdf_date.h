// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>

namespace mho {

/// A PDF of QPdfWriter with another creation date, so that equal content gives equal bytes; nothing else in it moves.
/// @param date ISO 8601, UTC ("2026-11-26T06:24:37Z"); anything else gives the first second of 1970
QByteArray withPdfDate(QByteArray pdf, const std::string& date);

}  // namespace mho
