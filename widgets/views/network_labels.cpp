// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_labels.h"

#include "core/base/units.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("NetworkPicture", text);
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

/// A line of text in a frame, in a corner of an area; nothing where there is hardly room.
/// @param brief what to write where the text is too long
void paintChip(QPainter& painter, const QRectF& area, Qt::Alignment corner, const QString& whole, const QString& brief,
               const HeatMapStyle& style)
{
    constexpr double kAround = 14.0;
    const QFontMetricsF metrics(style.font);
    const QString& text = metrics.horizontalAdvance(whole) + kAround <= area.width() ? whole : brief;
    const double wide = std::min(metrics.horizontalAdvance(text) + kAround, area.width());
    if (wide < 3 * metrics.height()) {
        return;
    }
    const double high = metrics.height() + 6;
    const QRectF chip(corner.testFlag(Qt::AlignRight) ? area.right() - wide : area.left(),
                      corner.testFlag(Qt::AlignBottom) ? area.bottom() - high : area.top(), wide, high);
    painter.setFont(style.font);
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(style.background);
    painter.drawRect(chip);
    painter.setPen(style.text);
    painter.drawText(chip.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, wide - 12));
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
    paintChip(painter, picture.frame.plot, Qt::AlignLeft | Qt::AlignTop, text, text, style);
}

QString layerName(const MappedLayer& mapped)
{
    const auto arrays = static_cast<int>(mapped.crossbars / std::max<std::int64_t>(1, mapped.copies));
    const QString text =
        QCoreApplication::translate("NetworkPicture", "%1 · %n crossbars", nullptr, arrays).arg(toQString(mapped.name));
    return mapped.copies > 1 ? words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 in %2 copies")).arg(text).arg(mapped.copies)
                             : text;
}

}  // namespace

void paintArrayNames(QPainter& painter, const NetworkPicture& picture, const PaintedSide& side, const HeatMapStyle& style)
{
    const double gap = static_cast<double>(picture.floor.gap()) * picture.frame.scale;
    if (gap < QFontMetricsF(style.font).height() + 2) {
        return;
    }
    const QRectF& plot = picture.frame.plot;
    painter.setFont(style.font);
    painter.setPen(style.quietText);
    forArraysSeen(picture, side.part, [&](int layer, const CrossbarAddress& address) {
        const LayerSurvey& survey = side.known.arrays->layer(layer);
        if (address.rowBlock == 0 || !survey.shape.holds(address) ||
            !survey.arrays[static_cast<std::size_t>(survey.shape.indexOf(address))].exists) {
            return;  // the first row lies below the plane's name
        }
        const QRectF array = picture.frame.toPixels(picture.floor.arrayRect(layer, address));
        paintName(painter, QRectF(array.left(), array.top() - gap, array.width(), gap), plot,
                  words(QT_TRANSLATE_NOOP("NetworkPicture", "crossbar %1, %2")).arg(address.rowBlock).arg(address.columnBlock),
                  QStringLiteral("%1, %2").arg(address.rowBlock).arg(address.columnBlock));
    });
}

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

QString crossbarName(const MappedLayer& layer, const CrossbarAddress& address)
{
    QStringList parts{toQString(layer.name),
                      words(QT_TRANSLATE_NOOP("NetworkPicture", "crossbar %1, %2")).arg(address.rowBlock).arg(address.columnBlock)};
    if (const QString plane = planeName(shapeOf(layer), address.slice, address.sign); !plane.isEmpty()) {
        parts.append(plane);
    }
    return parts.join(QStringLiteral(" · "));
}

void paintNames(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style)
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
        // With a divider the name belongs to both halves, and the halves tell their crossbars.
        paintName(painter, picture.frame.toPixels(picture.floor.layerLabel(layer)), plot,
                  picture.dense ? toQString(mapped.name) : layerName(mapped), toQString(mapped.name));
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
    paintPlace(painter, picture, style);
}

void paintSideNames(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style)
{
    const auto crossbars = [](const MappedNetwork& mapped) { return toQString(countText(mapped.crossbars)); };
    const MappedNetwork& dense = picture.dense->mapped;
    const MappedNetwork& design = picture.preview->mapped;
    const bool byBlock = design.hardware.crossbar.compaction == Compaction::ColumnBlock;
    const auto same = [byBlock](const MappedLayer& a, const MappedLayer& b) {
        return a.filters == b.filters && a.wordLines == b.wordLines && (!byBlock || b.weightsKept == b.weightsTotal);
    };
    const bool sameLines =
        design.hardware.crossbar.compaction == Compaction::None ||
        std::equal(dense.layers.begin(), dense.layers.end(), design.layers.begin(), design.layers.end(), same);
    paintChip(painter, picture.partOf(true).adjusted(0, 0, -2, 0), Qt::AlignRight | Qt::AlignBottom,
              words(QT_TRANSLATE_NOOP("NetworkPicture", "Crossbars, dense: %1")).arg(crossbars(dense)),
              words(QT_TRANSLATE_NOOP("NetworkPicture", "dense: %1")).arg(crossbars(dense)), style);
    const QString whole = sameLines
                              ? words(QT_TRANSLATE_NOOP("NetworkPicture", "Crossbars, design: %1"))
                              : words(QT_TRANSLATE_NOOP("NetworkPicture", "Crossbars, design: %1 (kept lines closed up)"));
    paintChip(painter, picture.partOf(false).adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom,
              whole.arg(crossbars(design)), words(QT_TRANSLATE_NOOP("NetworkPicture", "design: %1")).arg(crossbars(design)),
              style);
}

void paintMarks(QPainter& painter, const NetworkPicture& picture, const HeatMapStyle& style)
{
    painter.setBrush(Qt::NoBrush);
    if (picture.selected >= 0 && picture.selected < static_cast<int>(picture.floor.layers().size())) {
        painter.setPen(QPen(style.accent, 2));
        painter.drawRect(picture.frame.toPixels(picture.floor.layerRect(picture.selected)).adjusted(-3, -2, 3, 3));
        if (picture.selectedArray && picture.floor.layers()[static_cast<std::size_t>(picture.selected)].holds(*picture.selectedArray)) {
            painter.drawRect(picture.frame.toPixels(picture.floor.arrayRect(picture.selected, *picture.selectedArray)).adjusted(-1, -1, 1, 1));
        }
    }
    if (picture.cursor) {
        const QRectF pixels = picture.markOf(*picture.cursor);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(pixels);
        painter.setPen(QPen(Qt::white, 1.2));
        painter.drawRect(pixels);
    }
}

}  // namespace mho
