// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_cells.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mho {
namespace {

constexpr double kGridFrom = 8.0;
constexpr double kValuesFrom = 4.2;  ///< Lines of text.

QString words(const char* text)
{
    return QCoreApplication::translate("NetworkPicture", text);
}

/// Rows and columns of an array that are seen, ends exclusive.
QRect cellsSeen(const QRectF& array, const QRectF& visible)
{
    const QRectF seen = (array & visible).translated(-array.topLeft());
    return {QPoint(static_cast<int>(std::floor(seen.left())), static_cast<int>(std::floor(seen.top()))),
            QPoint(static_cast<int>(std::ceil(seen.right())) - 1, static_cast<int>(std::ceil(seen.bottom())) - 1)};
}

/// Whether a side has an array at a place of the floor, as far as is known.
bool hasArray(const PaintedSide& side, int layer, const CrossbarAddress& address)
{
    const LayerSurvey& survey = side.known.arrays->layer(layer);
    if (!survey.shape.holds(address)) {
        return false;
    }
    const ArraySummary& summary = survey.arrays[static_cast<std::size_t>(survey.shape.indexOf(address))];
    return summary.exists || !summary.known;
}

/// What is written in the cells of one array.
class CellTexts {
public:
    CellTexts(const NetworkPicture& picture, const PaintedSide& side, int layer, std::int64_t array)
        : quantity_(picture.quantity), survey_(side.known.arrays->layer(layer)), columns_(picture.floor.columns())
    {
        if (quantity_ == CellQuantity::WireDrop) {
            drops_ = side.known.drops->cells(layer, array);
        } else if (quantity_ == CellQuantity::Conductance || quantity_ == CellQuantity::Level) {
            cells_ = side.known.arrays->cells(layer, array);
        }
    }

    /// NaN where nothing is to be written.
    double value(std::int64_t row, std::int64_t column) const
    {
        if (drops_) {
            return static_cast<double>((*drops_)[static_cast<std::size_t>(row * columns_ + column)]);
        }
        const std::uint16_t code = cells_ ? cells_->codeAt(row, column) : 0;
        if (code == 0 || survey_.conductancesS.empty()) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        return quantity_ == CellQuantity::Level ? code - 1 : 1e6 * static_cast<double>(survey_.conductancesS[code - 1U]);
    }
    QString text(double value) const
    {
        switch (quantity_) {
            case CellQuantity::Level:
                return QString::number(std::lround(value));
            case CellQuantity::WireDrop:
                return words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 %")).arg(valueText(value));
            default:
                return valueText(value);
        }
    }

private:
    CellQuantity quantity_;
    const LayerSurvey& survey_;
    std::int64_t columns_;
    std::shared_ptr<const ArrayCells> cells_;
    std::shared_ptr<const std::vector<float>> drops_;
};

void paintValues(QPainter& painter, const NetworkPicture& picture, const CellTexts& texts, const ColourScale& scale,
                 const QRectF& array, const QRect& seen)
{
    for (int row = seen.top(); row <= seen.bottom(); ++row) {
        for (int column = seen.left(); column <= seen.right(); ++column) {
            const double value = texts.value(row, column);
            if (std::isnan(value)) {
                continue;
            }
            const QRgb fill = colourAt(scale.colours, scale.share(value));
            painter.setPen(qGray(fill) > 128 ? Qt::black : Qt::white);
            painter.drawText(picture.frame.toPixels(QRectF(array.left() + column, array.top() + row, 1, 1)), Qt::AlignCenter,
                             texts.text(value));
        }
    }
}

}  // namespace

QRectF seenIn(const NetworkPicture& picture, const QRectF& part)
{
    return {picture.frame.toCells(part.topLeft()), part.size() / picture.frame.scale};
}

void paintCellGrid(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, const HeatMapStyle& style)
{
    const double cell = picture.frame.scale;
    if (cell < kGridFrom) {
        return;
    }
    QColor thin = style.frame;
    thin.setAlphaF(0.45F);
    const bool values = cell >= kValuesFrom * QFontMetricsF(style.font).height();
    painter.setFont(style.font);
    forArraysSeen(picture, side.part, [&](int layer, const CrossbarAddress& address) {
        if (!hasArray(side, layer, address)) {
            return;
        }
        const QRectF array = picture.floor.arrayRect(layer, address);
        const QRect seen = cellsSeen(array, seenIn(picture, side.part));
        if (seen.isEmpty()) {
            return;
        }
        const QRectF pixels = picture.frame.toPixels(QRectF(array.topLeft() + QPointF(seen.topLeft()), QSizeF(seen.size())));
        QList<QLineF> lines;
        for (int i = 0; i <= seen.width(); ++i) {
            lines.append({pixels.left() + i * cell, pixels.top(), pixels.left() + i * cell, pixels.bottom()});
        }
        for (int i = 0; i <= seen.height(); ++i) {
            lines.append({pixels.left(), pixels.top() + i * cell, pixels.right(), pixels.top() + i * cell});
        }
        painter.setPen(QPen(thin, 1));
        painter.drawLines(lines);
        if (values) {
            const std::int64_t index = side.known.arrays->layer(layer).shape.indexOf(address);
            paintValues(painter, picture, CellTexts(picture, side, layer, index), side.scales[static_cast<std::size_t>(layer)],
                        array, seen);
        }
    });
}

void paintFreed(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, const PaintedSide& other,
                const HeatMapStyle& style)
{
    constexpr double kSmallest = 3.0;  // pixels of an array: smaller outlines run together
    const double edge = static_cast<double>(std::min(picture.floor.rows(), picture.floor.columns())) * picture.frame.scale;
    if (edge < kSmallest) {
        return;
    }
    QList<QRectF> outlines;
    forArraysSeen(picture, side.part, [&](int layer, const CrossbarAddress& address) {
        if (!hasArray(side, layer, address) && hasArray(other, layer, address)) {
            outlines.append(picture.frame.toPixels(picture.floor.arrayRect(layer, address)).adjusted(0.5, 0.5, -0.5, -0.5));
        }
    });
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.frame, 1));
    painter.drawRects(outlines);
}

}  // namespace mho
