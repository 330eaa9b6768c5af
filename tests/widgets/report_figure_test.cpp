// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/report_figure.h"

#include "core/report/design_report.h"
#include "widgets/figure/export_figure.h"
#include "widgets/figure/pdf_date.h"
#include "widgets/figure/pdf_report.h"

#include <QImage>
#include <QPainter>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

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

/// A figure as a printer without colour has it.
QImage inGrey(const ReportFigure& figure)
{
    const QByteArray png = figureBytes(QStringLiteral("png"), QSizeF(88, 66), {}, [&](QPainter& painter, const QRectF& area) {
        paintReportFigure(painter, area, figure, FigureStyle{}, false);
    });
    return QImage::fromData(png, "PNG").convertToFormat(QImage::Format_Grayscale8);
}

/// Where two pictures of one size differ.
QRect changed(const QImage& a, const QImage& b)
{
    QRect rect;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y)) {
                rect |= QRect(x, y, 1, 1);
            }
        }
    }
    return rect;
}

/// Two groups of bars: the first has all series, the second only this one.
ReportFigure barsWith(std::size_t shown, std::size_t count)
{
    BarFigure figure;
    figure.value = figureAxis("Energy", "J", 4e-6);
    figure.categories = {"all", "one"};
    for (std::size_t i = 0; i < count; ++i) {
        figure.series.push_back({"series", {4e-6, i == shown ? 4e-6 : 0.0}});
    }
    return {"bars", "Bars", "Bars.", figure};
}

/// Curves of which only this one has points, level in the middle between two marks.
ReportFigure curvesWith(std::size_t shown, std::size_t count)
{
    XyFigure figure;
    figure.x = figureAxis("Epoch", "", 0);
    figure.y = figureAxis("Residual", "", 0);
    for (std::size_t i = 0; i < count; ++i) {
        figure.series.push_back({"series", XyFigure::Kind::Line, {}, {}, {}});
    }
    if (shown < count) {
        figure.series[shown].x = {0.5, 9.5};
        figure.series[shown].y = {1, 1};
    }
    figure.series.push_back({"marks", XyFigure::Kind::Points, {0, 10}, {0, 2}, {}});
    return {"curves", "Curves", "Curves.", figure};
}

/// How a line looks along its middle.
struct GreyLine {
    double grey = 0.0;   ///< Of its dashes.
    double drawn = 0.0;  ///< Share of it.
    int dashes = 0;
};

GreyLine greyLine(const QImage& image, const QImage& without)
{
    const QRect line = changed(image, without);
    const int y = line.center().y();
    const int from = line.left() + line.width() / 8;
    const int to = line.right() - line.width() / 8;
    GreyLine look;
    int pixels = 0;
    bool inked = false;
    for (int x = from; x <= to; ++x) {
        const bool ink = qGray(without.pixel(x, y)) - qGray(image.pixel(x, y)) > 60;
        look.dashes += ink && !inked ? 1 : 0;
        inked = ink;
        pixels += ink ? 1 : 0;
        look.grey += ink ? qGray(image.pixel(x, y)) : 0;
    }
    look.grey /= pixels;
    look.drawn = static_cast<double>(pixels) / (to - from + 1);
    return look;
}

}  // namespace

TEST_CASE("Bars are told apart in grey: each series is clearly lighter or darker than the others, or hatched")
{
    constexpr std::size_t kSeries = 3;
    const QImage without = inGrey(barsWith(kSeries, kSeries));
    struct Look {
        double mean = 0.0;
        double texture = 0.0;  ///< Standard deviation.
    };
    std::vector<Look> looks;
    for (std::size_t series = 0; series < kSeries; ++series) {
        const QImage image = inGrey(barsWith(series, kSeries));
        const QRect bar = changed(image, without).adjusted(8, 8, -8, -8);
        REQUIRE(bar.width() > 20);
        double sum = 0.0;
        double squares = 0.0;
        for (int y = bar.top(); y <= bar.bottom(); ++y) {
            for (int x = bar.left(); x <= bar.right(); ++x) {
                const double grey = qGray(image.pixel(x, y));
                sum += grey;
                squares += grey * grey;
            }
        }
        const double pixels = static_cast<double>(bar.width()) * bar.height();
        looks.push_back({sum / pixels, std::sqrt(std::max(0.0, squares / pixels - sum / pixels * sum / pixels))});
    }
    for (std::size_t a = 0; a < kSeries; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            CAPTURE(a, b, looks[a].mean, looks[b].mean, looks[a].texture, looks[b].texture);
            CHECK((std::abs(looks[a].mean - looks[b].mean) > 40 || std::abs(looks[a].texture - looks[b].texture) > 10));
        }
    }
}

TEST_CASE("Curves are told apart in grey: by how dark they are or by their dashes")
{
    constexpr std::size_t kSeries = 6;
    const QImage without = inGrey(curvesWith(kSeries, kSeries));
    std::vector<GreyLine> looks;
    for (std::size_t series = 0; series < kSeries; ++series) {
        looks.push_back(greyLine(inGrey(curvesWith(series, kSeries)), without));
        REQUIRE(looks.back().dashes > 0);
    }
    for (std::size_t a = 0; a < kSeries; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            CAPTURE(a, b, looks[a].grey, looks[b].grey, looks[a].drawn, looks[b].drawn, looks[a].dashes, looks[b].dashes);
            const bool byGrey = std::abs(looks[a].grey - looks[b].grey) > 40;
            const bool byDashes = std::max(looks[a].dashes, looks[b].dashes) > 1.25 * std::min(looks[a].dashes, looks[b].dashes);
            const bool byGaps = std::abs(looks[a].drawn - looks[b].drawn) > 0.1;
            CHECK((byGrey || byDashes || byGaps));
        }
    }
}

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
