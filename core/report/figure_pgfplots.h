// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/figure_style.h"
#include "core/report/report_writers.h"

#include <string>
#include <vector>

namespace mho {

/// A figure as a tikzpicture for pgfplots 1.18 in NAME.tex, and its data in NAME-N.dat, divided by the axes' factors. To be read by \input in a
/// document that loads pgfplots; the first file is the picture.
/// @param name without ending  @param folder how the document finds the data, "figures/" or ""
MHO_API std::vector<OutputFile> figurePgfplots(const ReportFigure& figure, const FigureStyle& style, const std::string& name, const std::string& folder);

}  // namespace mho
