// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <string_view>
#include <vector>

namespace mho {

/// Text of core (UTF-8) for the window.
inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The error in the user's language, with the object it concerns.
QString errorText(const Error& error);

/// Problems one a line, each with its field; empty when there are none.
QString problemsText(const std::vector<Problem>& problems);

/// A name of files ("column-proportional", "non_zeros") as a label: "Column-proportional", "Non zeros".
QString labelText(std::string_view name);

}  // namespace mho
