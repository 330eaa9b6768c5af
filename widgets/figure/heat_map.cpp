// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/heat_map.h"

#include "widgets/bridge/quantity_text.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

QRectF keptInside(QRectF visible, std::int64_t rows, std::int64_t columns)
{
    const auto width = static_cast<double>(columns);
    const auto height = static_cast<double>(rows);
    visible.moveLeft(std::clamp(visible.left(), 0.0, std::max(0.0, width - visible.width())));
    visible.moveTop(std::clamp(visible.top(), 0.0, std::max(0.0, height - visible.height())));
    return visible;
}

}  // namespace

QPointF HeatMapGeometry::toCells(const QPointF& pixel) const
{
    return {visible.left() + (pixel.x() - plot.left()) / plot.width() * visible.width(),
            visible.top() + (pixel.y() - plot.top()) / plot.height() * visible.height()};
}

QPointF HeatMapGeometry::toPixels(const QPointF& cells) const
{
    return {plot.left() + (cells.x() - visible.left()) / visible.width() * plot.width(),
            plot.top() + (cells.y() - visible.top()) / visible.height() * plot.height()};
}

std::optional<HeatMapCell> HeatMapGeometry::cellAt(const QPointF& pixel, std::int64_t rows, std::int64_t columns) const
{
    const bool inside =
        pixel.x() >= plot.left() && pixel.x() < plot.right() && pixel.y() >= plot.top() && pixel.y() < plot.bottom();
    if (!inside || plot.isEmpty()) {
        return std::nullopt;
    }
    const QPointF cells = toCells(pixel);
    const HeatMapCell cell{static_cast<std::int64_t>(std::floor(cells.y())), static_cast<std::int64_t>(std::floor(cells.x()))};
    if (cell.row < 0 || cell.row >= rows || cell.column < 0 || cell.column >= columns) {
        return std::nullopt;
    }
    return cell;
}

QRectF HeatMapGeometry::rectOf(const HeatMapCell& cell) const
{
    const QPointF corner(static_cast<double>(cell.column), static_cast<double>(cell.row));
    return {toPixels(corner), toPixels(corner + QPointF(1, 1))};
}

QRectF zoomed(const QRectF& visible, double factor, const QPointF& anchor, std::int64_t rows, std::int64_t columns)
{
    const auto width = static_cast<double>(columns);
    const auto height = static_cast<double>(rows);
    const double closest = std::max(std::min(4.0, width) / visible.width(), std::min(4.0, height) / visible.height());
    const double widest = std::max(width / visible.width(), height / visible.height());
    const double scale = std::clamp(1.0 / factor, std::min(closest, 1.0), std::max(widest, 1.0));
    const QSizeF size(std::min(visible.width() * scale, width), std::min(visible.height() * scale, height));
    const QPointF corner(anchor.x() - (anchor.x() - visible.left()) / visible.width() * size.width(),
                         anchor.y() - (anchor.y() - visible.top()) / visible.height() * size.height());
    return keptInside(QRectF(corner, size), rows, columns);
}

QRectF panned(const QRectF& visible, const QPointF& cells, std::int64_t rows, std::int64_t columns)
{
    return keptInside(visible.translated(cells), rows, columns);
}

QImage colourImage(const HeatMap& map, QRgb emptyColour)
{
    QImage image(static_cast<int>(map.columns), static_cast<int>(map.rows), QImage::Format_RGB32);
    const auto& table = colourTable(map.colours);
    const ColourScale scale = map.scale();
    const double step = 255.0 / (map.high - map.low);
    const auto placeOf = [&](double of) {
        return map.logarithmic ? 255.0 * scale.share(of) : std::clamp((of - map.low) * step, 0.0, 255.0);
    };
    const float* value = map.values.data();
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++value) {
            line[x] = std::isnan(*value) ? emptyColour : table[static_cast<std::size_t>(placeOf(static_cast<double>(*value)) + 0.5)];
        }
    }
    return image;
}

HeatMapImages::HeatMapImages(const HeatMap& map, QRgb emptyColour) : emptyColour_(emptyColour)
{
    images_[{0, 0}] = colourImage(map, emptyColour);
}

const QImage& HeatMapImages::halved(int across, int down) const
{
    const auto found = images_.find({across, down});
    if (found != images_.end()) {
        return found->second;
    }
    // The longer way first: what comes after it has less to do.
    const bool columns = across > 0 && (down == 0 || across >= down);
    const QImage& larger = columns ? halved(across - 1, down) : halved(across, down - 1);
    const QSize size(columns ? std::max(1, larger.width() / 2) : larger.width(),
                     columns ? larger.height() : std::max(1, larger.height() / 2));
    return images_[{across, down}] =
               larger.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

const QImage& HeatMapImages::at(double columnsPerPixel, double rowsPerPixel) const
{
    const auto halvings = [](double cells, int most) {
        int count = 0;
        for (; cells >= 2.0 && most >= 2; cells /= 2.0, most /= 2) {
            ++count;
        }
        return count;
    };
    const QImage& full = images_.at({0, 0});
    return halved(halvings(columnsPerPixel, full.width()), halvings(rowsPerPixel, full.height()));
}

QString valueText(double value)
{
    const double magnitude = std::abs(value);
    if (magnitude >= 100.0 || magnitude == 0.0) {
        return fixedText(value, 0);
    }
    return fixedText(value, magnitude >= 10.0 ? 1 : (magnitude >= 0.1 ? 2 : 3));
}

}  // namespace mho
