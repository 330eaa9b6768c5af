// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure_value.h"

#include <string>

namespace mho {

/// FigurePainter::inLanguage().
ReportFigure figureInLanguage(ReportFigure figure, const std::string& language);

}  // namespace mho
