// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/report/design_report.h"
#include "core/report/figure_style.h"

#include <string>

namespace mho {

enum class FigureFormat { Svg, Pdf, Png };

/// What paints figures: the module of widgets/figure, which knows Qt. All calls from one thread, the one that made the first.
class MHO_API FigurePainter {
public:
    virtual ~FigurePainter();
    /// The file's bytes, the same for the same figure. Throws Error Unsupported where its title has Chinese letters and no font has them. @param style valid  @param date ISO 8601, UTC: that of a PDF
    /// @param titled writes the figure's title above it
    virtual std::string paint(const ReportFigure& figure, const FigureStyle& style, FigureFormat format, const std::string& date, bool titled) = 0;
    /// The figure with titles and names in a language ("en", "de", "zh_CN") of the studio's translations; names of layers and stages stay, and so
    /// do captions. Throws Error InvalidArgument for another.
    virtual ReportFigure inLanguage(const ReportFigure& figure, const std::string& language) = 0;
    /// The report as PDF: A4, fonts embedded, a contents page; its date is the report's.
    virtual std::string reportPdf(const DesignReport& report, const FigureStyle& style) = 0;
};

/// Loads libmho_figures.so at first use. Throws Error Unsupported where it is missing or cannot be loaded.
MHO_API FigurePainter& figurePainter();

/// `style` with width and height as a report draws this figure: matrices long one way take the page's width, others a column.
MHO_API FigureStyle styleInReport(const ReportFigure& figure, const FigureStyle& style);

}  // namespace mho
