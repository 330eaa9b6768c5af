// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/vector_cells.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace mho {
namespace {

/// Pixels as colours in the order in which they are painted: the most frequent first.
struct PaintedColours {
    QRect pixels;  ///< Of the image.
    std::vector<QRgb> colours;
    std::vector<int> places;  ///< Into `colours`, row by row.

    int placeAt(const QPoint& pixel) const
    {
        const QPoint inside = pixel - pixels.topLeft();
        return places[static_cast<std::size_t>(inside.y() * pixels.width() + inside.x())];
    }
};

PaintedColours paintedColours(const QImage& image, const QRect& pixels)
{
    std::map<QRgb, int> counts;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            ++counts[image.pixel(x, y)];
        }
    }
    PaintedColours painted{pixels, {}, {}};
    for (const auto& [colour, count] : counts) {
        painted.colours.push_back(colour);
    }
    std::stable_sort(painted.colours.begin(), painted.colours.end(), [&](QRgb a, QRgb b) { return counts[a] > counts[b]; });
    std::map<QRgb, int> places;
    for (const QRgb colour : painted.colours) {
        places.emplace(colour, static_cast<int>(places.size()));
    }
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            painted.places.push_back(places[image.pixel(x, y)]);
        }
    }
    return painted;
}

/// The pixels that each colour is painted on, row by row: its own, and those beside them that are painted over later. Edges that only
/// met would let what is below shine through.
std::vector<std::vector<QPoint>> paintedPixels(const PaintedColours& painted)
{
    std::vector<std::vector<QPoint>> pixels(painted.colours.size());
    for (int y = painted.pixels.top(); y <= painted.pixels.bottom(); ++y) {
        for (int x = painted.pixels.left(); x <= painted.pixels.right(); ++x) {
            const int own = painted.placeAt({x, y});
            std::set<int> places{own};
            const QRect around = QRect(x - 1, y - 1, 3, 3).intersected(painted.pixels);
            for (int row = around.top(); row <= around.bottom(); ++row) {
                for (int column = around.left(); column <= around.right(); ++column) {
                    places.insert(std::min(own, painted.placeAt({column, row})));
                }
            }
            for (const int place : places) {
                pixels[static_cast<std::size_t>(place)].emplace_back(x, y);
            }
        }
    }
    return pixels;
}

/// The same pixels as few rectangles: runs of a row, equal ones below each other as one.
std::vector<QRect> blocksOf(const std::vector<QPoint>& pixels)
{
    std::vector<QRect> blocks;
    std::map<std::pair<int, int>, std::size_t> lowest;  // block by its first and last column
    for (std::size_t first = 0; first < pixels.size();) {
        std::size_t last = first;
        while (last + 1 < pixels.size() && pixels[last + 1] == pixels[last] + QPoint(1, 0)) {
            ++last;
        }
        const QRect run(pixels[first], pixels[last]);
        const auto above = lowest.find({run.left(), run.right()});
        if (above != lowest.end() && blocks[above->second].bottom() + 1 == run.top()) {
            blocks[above->second].setBottom(run.bottom());
        } else {
            lowest[{run.left(), run.right()}] = blocks.size();
            blocks.push_back(run);
        }
        first = last + 1;
    }
    return blocks;
}

}  // namespace

bool paintsShapes(const QPainter& painter)
{
    const QPaintEngine::Type type = painter.paintEngine()->type();
    return type == QPaintEngine::Pdf || type == QPaintEngine::SVG;
}

void paintCells(QPainter& painter, const QRectF& plot, const QImage& image, const QRectF& part)
{
    const PaintedColours painted = paintedColours(image, part.toAlignedRect().intersected(image.rect()));
    const std::vector<std::vector<QPoint>> pixels = paintedPixels(painted);
    const auto onPlot = [&](const QPoint& corner) {
        return QPointF(plot.left() + (corner.x() - part.left()) / part.width() * plot.width(),
                       plot.top() + (corner.y() - part.top()) / part.height() * plot.height());
    };
    // A path a colour: an SVG file repeats the whole state with each change of colour.
    for (std::size_t place = 0; place < painted.colours.size(); ++place) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        if (place == 0) {
            path.addRect(plot);
        } else {
            for (const QRect& block : blocksOf(pixels[place])) {
                path.addRect(QRectF(onPlot(block.topLeft()), onPlot(block.bottomRight() + QPoint(1, 1))).intersected(plot));
            }
        }
        painter.fillPath(path, QColor(painted.colours[place]));
    }
}

}  // namespace mho
