// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_labels.h"

#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

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

template <typename Visit>
void forArraysSeen(const NetworkPicture& picture, const Visit& visit)
{
    for (const FloorRange& range : picture.floor.rangesIn(picture.frame.visible())) {
        const FloorLayer& layer = picture.floor.layers()[static_cast<std::size_t>(range.layer)];
        for (std::int64_t row = range.rowBegin; row < range.rowEnd; ++row) {
            for (std::int64_t column = range.columnBegin; column < range.columnEnd; ++column) {
                visit(range.layer, CrossbarAddress{row, column, range.plane / layer.signs, range.plane % layer.signs});
            }
        }
    }
}

void paintValues(QPainter& painter, const NetworkPicture& picture, const LayerSurvey& survey, const ArrayCells& cells,
                 const QRectF& array, const QRect& seen)
{
    RasterStyle raster;
    raster.quantity = picture.quantity;
    raster.perLayer = picture.perLayer;
    raster.logarithmic = picture.logarithmic;
    const ColourScale scale = scaleOf(survey, picture.preview->mapped.hardware, raster);
    for (int row = seen.top(); row <= seen.bottom(); ++row) {
        for (int column = seen.left(); column <= seen.right(); ++column) {
            const std::uint16_t code = cells.codeAt(row, column);
            if (code == 0 || survey.conductancesS.empty()) {
                continue;
            }
            const double value =
                picture.quantity == CellQuantity::Level ? code - 1 : 1e6 * static_cast<double>(survey.conductancesS[code - 1U]);
            const QRgb fill = colourAt(scale.colours, scale.share(value));
            painter.setPen(qGray(fill) > 128 ? Qt::black : Qt::white);
            painter.drawText(picture.frame.toPixels(QRectF(array.left() + column, array.top() + row, 1, 1)), Qt::AlignCenter,
                             picture.quantity == CellQuantity::Level ? QString::number(code - 1) : valueText(value));
        }
    }
}

/// Text within a strip, in sight where the strip begins left of it, a little smaller where the strip is lower than a line;
/// nothing where it has no room.
/// @param brief what to write where the text is too long
void paintName(QPainter& painter, const QRectF& strip, const QRectF& plot, const QString& text, const QString& brief)
{
    constexpr double kLeading = 1.25;
    constexpr int kSmallest = 6;  ///< Pixels.
    const QFont font = painter.font();
    double line = QFontMetricsF(font).height();
    QRectF seen = strip & QRectF(plot.left(), strip.top(), plot.width(), strip.height());
    const int pixels = static_cast<int>(strip.height() / kLeading);
    if ((strip.height() < line && pixels < kSmallest) || seen.width() < line) {
        return;
    }
    if (strip.height() < line) {
        QFont smaller = font;
        smaller.setPixelSize(pixels);
        painter.setFont(smaller);
        line = strip.height();
    }
    // What is left of a high strip lies above.
    seen.setTop(seen.bottom() - line);
    const QFontMetricsF metrics(painter.font());
    const QString& fitting = metrics.horizontalAdvance(text) <= seen.width() ? text : brief;
    painter.drawText(seen.translated(0, -1), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(fitting, Qt::ElideRight, seen.width()));
    painter.setFont(font);
}

/// Where one is, when no name is in sight: the layer, slice and sign in the middle of the plot.
void paintPlace(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style)
{
    const QRectF visible = picture.frame.visible();
    const int layer = picture.floor.layerAt(visible.center());
    if (layer < 0 || picture.floor.layerLabel(layer).intersects(visible)) {
        return;
    }
    const FloorLayer& shape = picture.floor.layers()[static_cast<std::size_t>(layer)];
    QString text = toQString(picture.preview->mapped.layers[static_cast<std::size_t>(layer)].name);
    for (int plane = 0; plane < shape.planes(); ++plane) {
        const QString name = planeName(shape, plane / shape.signs, plane % shape.signs);
        if (picture.floor.planeRect(layer, plane).contains(visible.center()) && !name.isEmpty()) {
            text = words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 · %2")).arg(text, name);
        }
    }
    const QFontMetricsF metrics(style.font);
    const QRectF& plot = picture.frame.plot;
    const double wide = std::min(metrics.horizontalAdvance(text) + 14, plot.width());
    const QRectF chip(plot.left(), plot.top(), wide, metrics.height() + 6);
    painter.setFont(style.font);
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(style.background);
    painter.drawRect(chip);
    painter.setPen(style.text);
    painter.drawText(chip.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, wide - 12));
}

QString layerName(const MappedLayer& mapped)
{
    const auto arrays = static_cast<int>(mapped.crossbars / std::max<std::int64_t>(1, mapped.copies));
    const QString text =
        QCoreApplication::translate("NetworkPicture", "%1 · %n crossbars", nullptr, arrays).arg(toQString(mapped.name));
    return mapped.copies > 1 ? words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 in %2 copies")).arg(text).arg(mapped.copies)
                             : text;
}

void paintArrayNames(QPainter& painter, const NetworkPicture& picture, const CrossbarStore::Reader& reader,
                     const HeatMapStyle& style)
{
    const double gap = static_cast<double>(picture.floor.gap()) * picture.frame.scale;
    if (gap < QFontMetricsF(style.font).height() + 2) {
        return;
    }
    const QRectF& plot = picture.frame.plot;
    forArraysSeen(picture, [&](int layer, const CrossbarAddress& address) {
        const LayerSurvey& survey = reader.layer(layer);
        if (address.rowBlock == 0 || !survey.arrays[static_cast<std::size_t>(survey.shape.indexOf(address))].exists) {
            return;  // the first row lies below the plane's name
        }
        const QRectF array = picture.frame.toPixels(picture.floor.arrayRect(layer, address));
        paintName(painter, QRectF(array.left(), array.top() - gap, array.width(), gap), plot,
                  words(QT_TRANSLATE_NOOP("NetworkPicture", "crossbar %1, %2")).arg(address.rowBlock).arg(address.columnBlock),
                  QStringLiteral("%1, %2").arg(address.rowBlock).arg(address.columnBlock));
    });
}

}  // namespace

QString planeName(const FloorLayer& layer, int slice, int sign)
{
    QStringList parts;
    if (layer.slices > 1) {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "slice %1 of %2")).arg(slice + 1).arg(layer.slices));
    }
    if (layer.signs > 1) {
        parts.append(sign == 0 ? words(QT_TRANSLATE_NOOP("NetworkPicture", "positive weights"))
                               : words(QT_TRANSLATE_NOOP("NetworkPicture", "negative weights")));
    }
    return parts.join(QStringLiteral(" · "));
}

void paintCellGrid(QPainter& painter, const NetworkPicture& picture, const CrossbarStore::Reader& reader,
                   const HeatMapStyle& style)
{
    const double cell = picture.frame.scale;
    if (cell < kGridFrom) {
        return;
    }
    QColor thin = style.frame;
    thin.setAlphaF(0.45F);
    const bool values = cell >= kValuesFrom * QFontMetricsF(style.font).height() &&
                        (picture.quantity == CellQuantity::Conductance || picture.quantity == CellQuantity::Level);
    forArraysSeen(picture, [&](int layer, const CrossbarAddress& address) {
        const LayerSurvey& survey = reader.layer(layer);
        const std::int64_t index = survey.shape.indexOf(address);
        if (survey.arrays[static_cast<std::size_t>(index)].known && !survey.arrays[static_cast<std::size_t>(index)].exists) {
            return;
        }
        const QRectF array = picture.floor.arrayRect(layer, address);
        const QRect seen = cellsSeen(array, picture.frame.visible());
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
        if (const auto cells = values ? reader.cells(layer, index) : nullptr) {
            paintValues(painter, picture, survey, *cells, array, seen);
        }
    });
}

void paintNames(QPainter& painter, const NetworkPicture& picture, const CrossbarStore::Reader& reader,
                const HeatMapStyle& style)
{
    const QRectF visible = picture.frame.visible();
    const QRectF& plot = picture.frame.plot;
    QFont bold = style.font;
    bold.setBold(true);
    for (int layer = 0; layer < static_cast<int>(picture.floor.layers().size()); ++layer) {
        if (!picture.floor.layerRect(layer).intersects(visible)) {
            continue;
        }
        painter.setFont(bold);
        painter.setPen(style.text);
        const MappedLayer& mapped = picture.preview->mapped.layers[static_cast<std::size_t>(layer)];
        paintName(painter, picture.frame.toPixels(picture.floor.layerLabel(layer)), plot, layerName(mapped),
                  toQString(mapped.name));
        painter.setFont(style.font);
        painter.setPen(style.quietText);
        const FloorLayer& shape = picture.floor.layers()[static_cast<std::size_t>(layer)];
        for (int plane = 0; plane < shape.planes(); ++plane) {
            const QString name = planeName(shape, plane / shape.signs, plane % shape.signs);
            const QString sign =
                shape.signs == 1 ? QString() : (plane % shape.signs == 0 ? QStringLiteral("+") : QStringLiteral("−"));
            const QString slice = shape.slices == 1 ? QString() : QString::number(plane / shape.signs + 1);
            paintName(painter, picture.frame.toPixels(picture.floor.planeLabel(layer, plane)), plot, name, sign + slice);
        }
    }
    paintArrayNames(painter, picture, reader, style);
    paintPlace(painter, picture, style);
}

void paintMarks(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style)
{
    painter.setBrush(Qt::NoBrush);
    if (picture.selected >= 0 && picture.selected < static_cast<int>(picture.floor.layers().size())) {
        painter.setPen(QPen(style.accent, 2));
        painter.drawRect(picture.frame.toPixels(picture.floor.layerRect(picture.selected)).adjusted(-3, -2, 3, 3));
    }
    if (picture.cursor) {
        const FloorPlace& place = *picture.cursor;
        QRectF mark = picture.floor.arrayRect(place.layer, place.address);
        if (picture.cursorIsCell) {
            mark = QRectF(mark.left() + static_cast<double>(place.column), mark.top() + static_cast<double>(place.row), 1, 1);
        }
        const QRectF pixels = picture.frame.toPixels(mark);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(pixels);
        painter.setPen(QPen(Qt::white, 1.2));
        painter.drawRect(pixels);
    }
}

}  // namespace mho
