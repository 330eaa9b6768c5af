// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_painter.h"

#include "core/base/module.h"

#include <algorithm>

namespace mho {
FigurePainter::~FigurePainter() = default;

FigurePainter& figurePainter()
{
    static FigurePainter& instance = *reinterpret_cast<FigurePainter* (*)()>(moduleSymbol("libmho_figures.so", "mhoFigurePainter", "MHO_STUDIO"))();
    return instance;
}

FigureStyle styleInReport(const ReportFigure& figure, const FigureStyle& style)
{
    FigureStyle result = style;
    result.widthMm = kColumnMm;
    result.heightMm = 64.0;
    if (const auto* heat = std::get_if<HeatFigure>(&figure.content)) {
        const double wide = static_cast<double>(heat->columns) / static_cast<double>(std::max<std::int64_t>(heat->rows, 1));
        result.widthMm = wide > 2.0 ? kPageMm : kColumnMm;
        result.heightMm = wide > 2.0 ? std::clamp(kPageMm / wide * 1.6 + 30.0, 56.0, 90.0) : 78.0;
    } else if (const auto* bars = std::get_if<BarFigure>(&figure.content); bars != nullptr && bars->categories.size() > 8) {
        result.widthMm = kPageMm;
    }
    return result;
}

}  // namespace mho
