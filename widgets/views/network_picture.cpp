// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_picture.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/network_labels.h"
#include "widgets/views/wipe_handle.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr double kLegendGap = 14.0;
constexpr double kLegendWidth = 12.0;

QString words(const char* text)
{
    return QCoreApplication::translate("NetworkPicture", text);
}

bool isThinned(const NetworkPicture& picture)
{
    return picture.quantity == CellQuantity::Occupancy && !picture.thinning.empty();
}

RasterStyle rasterStyle(const NetworkPicture& picture, const HeatMapStyle& style)
{
    RasterStyle raster;
    raster.quantity = picture.quantity;
    raster.perLayer = picture.perLayer;
    raster.logarithmic = picture.logarithmic;
    raster.colours = picture.colours;
    raster.background = style.background.rgb();
    raster.empty = style.emptyCell.rgb();
    raster.unknown = style.frame.rgb();
    raster.hatch = style.frame.rgb();
    return raster;
}

void paintSwatch(QPainter& painter, const QPointF& corner, const QBrush& fill, const QString& label, const HeatMapStyle& style)
{
    const double line = QFontMetricsF(style.font).height();
    const QRectF box(corner.x(), corner.y() + (line - 10) / 2, 10, 10);
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(fill);
    painter.drawRect(box);
    painter.setPen(style.text);
    painter.drawText(QRectF(box.right() + 6, corner.y() - line, 140, 3 * line), Qt::AlignLeft | Qt::AlignVCenter, label);
}

QString notProgrammed()
{
    return words(QT_TRANSLATE_NOOP("NetworkPicture", "not\nprogrammed"));
}

/// How many arrays are solved, of all designs seen, and what the others look like; over the scale.
/// @return height taken; 0 when all are solved
double paintUnsolved(QPainter& painter, const QPointF& corner, std::span<const PaintedSide> sides, const HeatMapStyle& style)
{
    SolvedCount count;
    for (const PaintedSide& side : sides) {
        const SolvedCount own = side.known.drops->count();
        count.solved += own.solved;
        count.arrays += own.arrays;
    }
    if (count.complete()) {
        return 0.0;
    }
    const double line = QFontMetricsF(style.font).height();
    painter.setPen(style.text);
    painter.drawText(QRectF(corner.x(), corner.y(), 160, 2 * line), Qt::AlignLeft | Qt::AlignTop,
                     words(QT_TRANSLATE_NOOP("NetworkPicture", "solved: %1\nof %2"))
                         .arg(toQString(countText(count.solved)), toQString(countText(count.arrays))));
    paintSwatch(painter, corner + QPointF(0, 2.6 * line), QBrush(style.frame, Qt::BDiagPattern),
                words(QT_TRANSLATE_NOOP("NetworkPicture", "not solved\nyet")), style);
    return 4.4 * line;
}

void paintLegend(QPainter& painter, const NetworkPicture& picture, std::span<const PaintedSide> sides, Detail detail,
                 const HeatMapStyle& style)
{
    const QRectF& plot = picture.frame.plot;
    const double line = QFontMetricsF(style.font).height();
    QRectF bar(plot.right() + kLegendGap, plot.top() + 4, kLegendWidth, plot.height() - 12);
    if (picture.quantity == CellQuantity::Mask) {
        paintSwatch(painter, bar.topLeft(), QColor(colourTable(picture.colours).back()),
                    words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed")), style);
        paintSwatch(painter, bar.topLeft() + QPointF(0, 2.2 * line), style.emptyCell, notProgrammed(), style);
        return;
    }
    if (picture.quantity != CellQuantity::Occupancy) {
        bar.setHeight(bar.height() - 2.6 * line);
        paintSwatch(painter, bar.bottomLeft() + QPointF(0, 1.3 * line), style.emptyCell, notProgrammed(), style);
    }
    if (picture.quantity == CellQuantity::WireDrop) {
        bar.setTop(bar.top() + paintUnsolved(painter, bar.topLeft() - QPointF(0, 4), sides, style));
    }
    const int layer = std::clamp(picture.legendLayer, 0, static_cast<int>(picture.floor.layers().size()) - 1);
    const ColourScale& scale = sides.front().scales[static_cast<std::size_t>(layer)];
    QString label = (isThinned(picture) ? QStringLiteral("≈ ") : QString()) + quantityLabel(picture.quantity, detail);
    if (picture.perLayer) {
        label = words(QT_TRANSLATE_NOOP("NetworkPicture", "%1: %2"))
                    .arg(toQString(picture.preview->mapped.layers[static_cast<std::size_t>(layer)].name), label);
    }
    TickText text;
    const LayerSurvey& survey = sides.front().known.arrays->layer(layer);
    if (picture.quantity == CellQuantity::BitLineCells && !survey.adcBits.empty()) {
        text = [&survey](double value) {
            const auto count = static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(survey.adcBits.size() - 1)));
            return words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 · %2 bit")).arg(shortText(value, 6)).arg(survey.adcBits[count]);
        };
    }
    paintScale(painter, bar, scale, label, style, text);
}

/// Scales that show a value in the colour that its thinned one has in `scales`.
std::vector<ColourScale> thinned(std::span<const ColourScale> scales, const std::vector<double>& thinning)
{
    std::vector<ColourScale> result(scales.begin(), scales.end());
    for (std::size_t layer = 0; layer < result.size(); ++layer) {
        result[layer].low /= thinning[layer];
        result[layer].high /= thinning[layer];
    }
    return result;
}

/// One design over its part of the plot.
void paintSide(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, Detail detail,
               const RasterStyle& raster, double pixelRatio)
{
    QImage image((side.part.size() * pixelRatio).toSize(), QImage::Format_RGB32);
    if (image.isNull()) {
        return;
    }
    const ZoomFrame pixels{QRectF(image.rect()), picture.frame.toCells(side.part.topLeft()), picture.frame.scale * pixelRatio};
    if (isThinned(picture) && side.mapped == &picture.preview->mapped) {
        paintArrays(image, pixels, picture.floor, side.known, thinned(side.scales, picture.thinning), raster, detail);
    } else {
        paintArrays(image, pixels, picture.floor, side.known, side.scales, raster, detail);
    }
    painter.drawImage(side.part, image);
}

}  // namespace

QString quantityName(CellQuantity quantity)
{
    const auto name = [](const char* text) { return QCoreApplication::translate("NetworkCrossbars", text); };
    switch (quantity) {
        case CellQuantity::Occupancy:
            return name(QT_TRANSLATE_NOOP("NetworkCrossbars", "Occupancy"));
        case CellQuantity::Mask:
            return name(QT_TRANSLATE_NOOP("NetworkCrossbars", "Mask"));
        case CellQuantity::Conductance:
            return name(QT_TRANSLATE_NOOP("NetworkCrossbars", "Conductance"));
        case CellQuantity::Level:
            return name(QT_TRANSLATE_NOOP("NetworkCrossbars", "Level"));
        case CellQuantity::BitLineCells:
            return name(QT_TRANSLATE_NOOP("NetworkCrossbars", "Column non-zeros"));
        case CellQuantity::WireDrop:
            break;
    }
    return name(QT_TRANSLATE_NOOP("NetworkCrossbars", "Wire drop"));
}

QString quantityLabel(CellQuantity quantity, Detail detail)
{
    const bool cells = detail == Detail::Cells;
    switch (quantity) {
        case CellQuantity::Occupancy:
            return words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed cells (%)"));
        case CellQuantity::Mask:
            return words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed or not"));
        case CellQuantity::Conductance:
            return cells ? words(QT_TRANSLATE_NOOP("NetworkPicture", "conductance (µS)"))
                         : words(QT_TRANSLATE_NOOP("NetworkPicture", "mean conductance of programmed cells (µS)"));
        case CellQuantity::Level:
            return cells ? words(QT_TRANSLATE_NOOP("NetworkPicture", "level of the cell"))
                         : words(QT_TRANSLATE_NOOP("NetworkPicture", "mean level of programmed cells"));
        case CellQuantity::WireDrop:
            return cells ? words(QT_TRANSLATE_NOOP("NetworkPicture", "voltage lost in wires (%)"))
                         : words(QT_TRANSLATE_NOOP("NetworkPicture", "most voltage lost in wires (%)"));
        case CellQuantity::BitLineCells:
            break;
    }
    return cells ? words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed cells of a bit line"))
                 : words(QT_TRANSLATE_NOOP("NetworkPicture", "most programmed cells of a bit line"));
}

double NetworkPicture::dividerX() const
{
    return std::round(frame.plot.left() + divider * frame.plot.width());
}

QRectF NetworkPicture::partOf(bool ofDense) const
{
    QRectF part = frame.plot;
    if (ofDense) {
        part.setRight(dense ? dividerX() : part.left());
    } else if (dense) {
        part.setLeft(dividerX());
    }
    return part;
}

bool NetworkPicture::inDense(const FloorPlace& place) const
{
    return dense && markOf(place).center().x() < dividerX();
}

QRectF NetworkPicture::markOf(const FloorPlace& place) const
{
    QRectF mark = floor.arrayRect(place.layer, place.address);
    if (cursorIsCell) {
        mark = QRectF(mark.left() + static_cast<double>(place.column), mark.top() + static_cast<double>(place.row), 1, 1);
    }
    return frame.toPixels(mark);
}

QRectF networkPlot(const QRectF& area, const HeatMapStyle& style)
{
    const QFontMetricsF metrics(style.font);
    const double legend =
        kLegendGap + kLegendWidth + 14 + metrics.horizontalAdvance(QStringLiteral("000 · 00 bit")) + metrics.height();
    QRectF plot = area.adjusted(0, 0, -legend, 0);
    plot.setSize(QSizeF(std::max(plot.width(), 10.0), std::max(plot.height(), 10.0)));
    return plot;
}

void paintNetwork(QPainter& painter, const NetworkPicture& picture, const NetworkSide& design, const NetworkSide* dense,
                  const HeatMapStyle& style, double pixelRatio)
{
    const bool byDrop = picture.quantity == CellQuantity::WireDrop;
    std::optional<CrossbarStore::Reader> denseArrays;
    std::optional<WireDropStore::Reader> designDrops;
    std::optional<WireDropStore::Reader> denseDrops;
    const CrossbarStore::Reader designArrays(design.store);
    if (byDrop) {
        designDrops.emplace(design.drops);
    }
    const auto sideOf = [&](const NetworkSide& side, const CrossbarStore::Reader& arrays,
                            const std::optional<WireDropStore::Reader>& drops, bool ofDense) {
        return PaintedSide{{&arrays, drops ? &*drops : nullptr, &side.preview->mapped.hardware},
                           &side.preview->mapped,
                           picture.partOf(ofDense),
                           {}};
    };
    std::vector<PaintedSide> sides{sideOf(design, designArrays, designDrops, false)};
    if (dense != nullptr) {
        denseArrays.emplace(dense->store);
        if (byDrop) {
            denseDrops.emplace(dense->drops);
        }
        sides.push_back(sideOf(*dense, *denseArrays, denseDrops, true));
    }
    const RasterStyle raster = rasterStyle(picture, style);
    std::vector<KnownArrays> known;
    for (const PaintedSide& side : sides) {
        known.push_back(side.known);
    }
    const std::vector<ColourScale> scales = layerScales(known, picture.floor.layers().size(), raster);
    const Detail detail = picture.detail(pixelRatio, design.store.blockEdge());
    painter.save();
    painter.setFont(style.font);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (PaintedSide& side : sides) {
        side.scales = scales;
        paintSide(painter, picture, side, detail, raster, pixelRatio);
    }
    painter.save();
    painter.setClipRect(picture.frame.plot);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        painter.save();
        painter.setClipRect(sides[i].part, Qt::IntersectClip);
        paintCellGrid(painter, picture, sides[i], style);
        if (dense != nullptr) {
            paintFreed(painter, picture, sides[i], sides[1 - i], style);
        }
        paintArrayNames(painter, picture, sides[i], style);
        painter.restore();
    }
    paintNames(painter, picture, style);
    paintMarks(painter, picture, style);
    if (dense != nullptr) {
        paintDivider(painter, picture.frame.plot, picture.dividerX(), style);
        paintSideNames(painter, picture, style);
    }
    painter.restore();
    paintLegend(painter, picture, sides, detail, style);
    painter.restore();
}

}  // namespace mho
