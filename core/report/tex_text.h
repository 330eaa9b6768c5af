// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>

namespace mho {

/// UTF-8 as text for pdflatex: what TeX reads otherwise is escaped, signs beyond Latin letters are commands, and words may break after
/// "/", "_", ":" and a "." before a letter. Characters that no usual font of pdflatex has stand as their code point, "U+4E2D".
MHO_API std::string texText(std::string_view text);

}  // namespace mho
