// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/export_figure.h"
#include "core/base/error.h"
#include "widgets/figure/heat_map_painter.h"
#include "widgets/figure/vector_cells.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

namespace mho {
namespace {

HeatMap chessboard()
{
    HeatMap map;
    map.title = QStringLiteral("conv1");
    map.rowLabel = QStringLiteral("word line");
    map.columnLabel = QStringLiteral("bit line");
    map.valueLabel = QStringLiteral("conductance (µS)");
    map.rows = 8;
    map.columns = 8;
    for (int i = 0; i < 64; ++i) {
        map.values.push_back(static_cast<float>((i / 8 + i) % 2));
    }
    return map;
}

void paintChessboard(QPainter& painter, const QRectF& area)
{
    const HeatMap map = chessboard();
    paintHeatMap(painter, area, map, HeatMapImages(map, 0), QRectF(0, 0, 8, 8), paperStyle(11));
}

/// The most that one of the channels differs.
int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// An SVG file on white, `scale` pixels a unit.
QImage shown(const QByteArray& svg, double scale)
{
    QSvgRenderer renderer(svg);
    REQUIRE(renderer.isValid());
    QImage image((renderer.viewBoxF().size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(0, 0), renderer.viewBoxF().size() * scale));
    return image;
}

TEST_CASE("A heat map exported as SVG, PDF and PNG loads again at its size")
{
    const QTemporaryDir folder;
    const QSizeF size(88, 60);
    for (const char* ending : {"svg", "pdf", "png"}) {
        exportFigure(folder.filePath(QStringLiteral("map.") + QLatin1String(ending)), size, QStringLiteral("map"),
                     paintChessboard);
    }
    QSvgRenderer svg(folder.filePath(QStringLiteral("map.svg")));
    REQUIRE(svg.isValid());
    CHECK(svg.viewBoxF().width() == Approx(88 * 96 / 25.4));
    QFile text(folder.filePath(QStringLiteral("map.svg")));
    REQUIRE(text.open(QIODevice::ReadOnly));
    const QByteArray content = text.readAll();
    CHECK(content.contains("word line"));
    CHECK_FALSE(content.contains("<image"));

    const QImage png(folder.filePath(QStringLiteral("map.png")));
    CHECK(png.width() == qRound(88 / 25.4 * 300));
    CHECK(png.height() == qRound(60 / 25.4 * 300));

    QFile pdf(folder.filePath(QStringLiteral("map.pdf")));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    const QByteArray pages = pdf.readAll();
    CHECK(pages.startsWith("%PDF-"));
    CHECK_FALSE(pages.contains("/Subtype /Image"));
}

TEST_CASE("Cells on paper have their colours and meet without gaps, however a viewer scales them")
{
    // Dark cells of several colours in a corner of white ones: paper between them would show.
    HeatMap map;
    map.rows = 64;
    map.columns = 64;
    map.values.assign(64 * 64, std::numeric_limits<float>::quiet_NaN());
    const auto valueOf = [](int row, int column) { return 0.02F * static_cast<float>((row * 3 + column * 5) % 7); };
    for (int row = 0; row < 30; ++row) {
        for (int column = 0; column < 40; ++column) {
            map.values[static_cast<std::size_t>(row * 64 + column)] = valueOf(row, column);
        }
    }
    HeatMapGeometry geometry;
    const QByteArray svg = figureBytes(QStringLiteral("svg"), QSizeF(88, 60), {}, [&](QPainter& painter, const QRectF& area) {
        geometry = paintHeatMap(painter, area, map, HeatMapImages(map, qRgb(255, 255, 255)), QRectF(0, 0, 64, 64), paperStyle(11));
    });
    constexpr double kScale = 3.7;
    const QImage image = shown(svg, kScale);
    for (int row = 0; row < 64; ++row) {
        for (int column = 0; column < 64; ++column) {
            CAPTURE(row, column);
            const QRgb seen = image.pixel((geometry.rectOf({row, column}).center() * kScale).toPoint());
            const bool dark = row < 30 && column < 40;
            CHECK(difference(seen, dark ? colourAt(map.colours, static_cast<double>(valueOf(row, column))) : qRgb(255, 255, 255)) <= 2);
        }
    }
    const QRect corner((geometry.rectOf({0, 0}).center() * kScale).toPoint(), (geometry.rectOf({29, 39}).center() * kScale).toPoint());
    int lightest = 0;
    for (int y = corner.top(); y <= corner.bottom(); ++y) {
        for (int x = corner.left(); x <= corner.right(); ++x) {
            lightest = std::max(lightest, qGray(image.pixel(x, y)));
        }
    }
    CHECK(lightest <= qGray(colourAt(map.colours, 0.12)) + 3);
}

TEST_CASE("A part of a map on paper fills the plot and nothing beside it")
{
    QImage cells(5, 4, QImage::Format_RGB32);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 5; ++x) {
            cells.setPixel(x, y, qRgb(50 * x, 60 * y, (x + y) % 2 * 200));
        }
    }
    const QRectF plot(30, 20, 250, 160);
    const QRectF part(0.75, 1.5, 3.125, 2.0);
    const QByteArray svg = figureBytes(QStringLiteral("svg"), QSizeF(88, 60), {}, [&](QPainter& painter, const QRectF& /*area*/) {
        paintCells(painter, plot, cells, part);
    });
    const QImage image = shown(svg, 1.0);
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            CAPTURE(x, y);
            const QPointF pixel(x + 0.5, y + 0.5);
            // A cell is 80 pixels a side.
            const QPointF cell = part.topLeft() + (pixel - plot.topLeft()) / 80.0;
            const auto onEdge = [](double at) { return std::abs(at - std::round(at)) * 80.0 < 1.0; };
            if (!onEdge(cell.x()) && !onEdge(cell.y())) {
                const bool inside = plot.contains(pixel);
                const QRgb there = inside ? cells.pixel(static_cast<int>(cell.x()), static_cast<int>(cell.y())) : qRgb(255, 255, 255);
                CHECK(difference(image.pixel(x, y), there) <= 2);
            }
        }
    }
}

TEST_CASE("A figure written twice gives the same bytes; its PDF tells no present time")
{
    const QTemporaryDir folder;
    for (const char* ending : {"svg", "pdf", "png"}) {
        CAPTURE(ending);
        QByteArray written[2];
        for (int i = 0; i < 2; ++i) {
            const QString path = folder.filePath(QStringLiteral("map%1.").arg(i) + QLatin1String(ending));
            exportFigure(path, QSizeF(88, 60), QStringLiteral("map"), paintChessboard);
            QFile file(path);
            REQUIRE(file.open(QIODevice::ReadOnly));
            written[i] = file.readAll();
        }
        CHECK(written[0] == written[1]);
        CHECK(written[0].contains("/CreationDate (D:19700101000000Z)") == (ending == std::string("pdf")));
    }
}

TEST_CASE("Another ending is refused and leaves no file")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.tiff"));
    CHECK_THROWS_AS(exportFigure(path, QSizeF(88, 60), {}, paintChessboard), Error);
    CHECK_FALSE(QFile::exists(path));
}

}  // namespace
}  // namespace mho
