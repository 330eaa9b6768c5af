// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>

namespace mho {

/// UTF-8 as text of one line of Markdown (CommonMark, GitHub's): what it reads otherwise is escaped. "_" and "#" between letters and
/// digits mean nothing there and stay, so that addresses stay links; "|" means something in tables alone, where tableMarkdown()
/// escapes it.
MHO_API std::string markdownText(std::string_view text);

}  // namespace mho
