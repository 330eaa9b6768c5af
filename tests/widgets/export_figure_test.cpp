// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/export_figure.h"
#include "core/base/error.h"
#include "widgets/figure/heat_map_painter.h"

#include <QFile>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

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
    CHECK(content.count("<image") == 1);

    const QImage png(folder.filePath(QStringLiteral("map.png")));
    CHECK(png.width() == qRound(88 / 25.4 * 300));
    CHECK(png.height() == qRound(60 / 25.4 * 300));

    QFile pdf(folder.filePath(QStringLiteral("map.pdf")));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");
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
