// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/report_figure.h"

#include "core/report/design_report.h"
#include "widgets/figure/export_figure.h"
#include "widgets/figure/pdf_date.h"
#include "widgets/figure/pdf_report.h"

#include <QImage>
#include <QPainter>

#include <catch2/catch.hpp>

#include <limits>

namespace mho {
namespace {

ReportFigure bars(std::size_t categories)
{
    BarFigure figure;
    figure.value = figureAxis("Energy", "J", 4e-6);
    for (std::size_t i = 0; i < categories; ++i) {
        figure.categories.push_back("component " + std::to_string(i));
    }
    figure.series = {{"dense", std::vector<double>(categories, 4e-6)}, {"compressed", std::vector<double>(categories, 1e-6)}};
    return {"bars", "Bars", "Some bars.", figure};
}

ReportFigure curves()
{
    XyFigure figure;
    figure.x = figureAxis("Epoch", "", 0);
    figure.y = figureAxis("Residual", "", 0);
    figure.y.logarithmic = true;
    figure.series = {{"primal", XyFigure::Kind::Line, {1, 2, 3}, {1.0, 0.1, 0.01}, {}}, {"points", XyFigure::Kind::Points, {1, 3}, {0.5, 0.5}, {"a", "b"}}};
    return {"curves", "Curves", "Some curves.", figure};
}

ReportFigure matrix()
{
    HeatFigure figure;
    figure.rowTitle = "Word line";
    figure.columnTitle = "Bit line";
    figure.emptyTitle = "not programmed";
    figure.value = figureAxis("Conductance", "S", 1e-6);
    figure.rows = 8;
    figure.columns = 4;
    figure.values.assign(32, 5e-7F);
    figure.values[3] = std::numeric_limits<float>::quiet_NaN();
    figure.low = 1e-7;
    figure.high = 1e-6;
    return {"matrix", "Matrix", "A matrix.", figure};
}

/// Pixels of a margin that something was painted on.
int inkOnEdge(const ReportFigure& figure, const QSizeF& sizeMm, const FigureStyle& style)
{
    const QByteArray png = figureBytes(QStringLiteral("png"), sizeMm, QString(), [&](QPainter& painter, const QRectF& area) { paintReportFigure(painter, area, figure, style, true); });
    const QImage image = QImage::fromData(png, "PNG");
    REQUIRE_FALSE(image.isNull());
    int ink = 0;
    int all = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool edge = x < 2 || y < 2 || x >= image.width() - 2 || y >= image.height() - 2;
            const bool dark = qGray(image.pixel(x, y)) < 200;
            ink += edge && dark ? 1 : 0;
            all += dark ? 1 : 0;
        }
    }
    CHECK(all > 500);
    return ink;
}

}  // namespace

TEST_CASE("Figures of reports stay within their size, small and large")
{
    for (const ReportFigure& figure : {bars(3), bars(14), curves(), matrix()}) {
        CAPTURE(figure.key);
        CHECK(inkOnEdge(figure, QSizeF(88, 66), FigureStyle{}) == 0);
        FigureStyle large;
        large.fontPt = 12;
        CHECK(inkOnEdge(figure, QSizeF(180, 90), large) == 0);
    }
}

TEST_CASE("A PDF has the date that it is given and nothing of the present")
{
    const QByteArray pdf = figureBytes(QStringLiteral("pdf"), QSizeF(88, 66), QStringLiteral("t"), [](QPainter&, const QRectF&) {});
    const QByteArray dated = withPdfDate(pdf, "2026-11-26T06:24:37Z");
    CHECK(dated.size() == pdf.size());
    CHECK(dated.contains("/CreationDate (D:20261126062437Z)"));
    CHECK(withPdfDate(pdf, "no date").contains("/CreationDate (D:19700101000000Z)"));
}

TEST_CASE("A report's PDF repeats a long table's titles and is the same each time")
{
    DesignReport report;
    report.title = "Title";
    report.date = "2026-11-26T06:24:37Z";
    ReportTable table;
    table.key = "long";
    table.caption = "A long table.";
    table.columns = {{"a", "Name", "", Align::Left, false}, {"b", "Words", "", Align::Left, true}};
    for (int i = 0; i < 200; ++i) {
        table.rows.push_back({textCell("row " + std::to_string(i)), textCell("some words that are many and go on and on until the line is full and then some")});
    }
    report.sections = {{"one", "One", {table, bars(3), curves(), matrix()}}, {"two", "Two", {ReportText{"Words."}}}};
    const QByteArray pdf = reportPdf(report, FigureStyle{});
    CHECK(pdf.startsWith("%PDF"));
    CHECK(pdf.count("/Type /Page\n") + pdf.count("/Type /Page\r") >= 5);
    CHECK(reportPdf(report, FigureStyle{}) == pdf);
}

}  // namespace mho
