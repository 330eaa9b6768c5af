// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_picture.h"

#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/network_labels.h"

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

RasterStyle rasterStyle(const NetworkPicture& picture, const HeatMapStyle& style)
{
    RasterStyle raster;
    raster.quantity = picture.quantity;
    raster.perLayer = picture.perLayer;
    raster.logarithmic = picture.logarithmic;
    raster.background = style.background.rgb();
    raster.empty = style.emptyCell.rgb();
    raster.unknown = style.frame.rgb();
    return raster;
}

void paintSwatch(QPainter& painter, const QPointF& corner, const QColor& colour, const QString& label,
                 const HeatMapStyle& style)
{
    const double line = QFontMetricsF(style.font).height();
    const QRectF box(corner.x(), corner.y() + (line - 10) / 2, 10, 10);
    painter.setPen(QPen(style.frame, 1));
    painter.setBrush(colour);
    painter.drawRect(box);
    painter.setPen(style.text);
    painter.drawText(QRectF(box.right() + 6, corner.y() - line, 140, 3 * line), Qt::AlignLeft | Qt::AlignVCenter, label);
}

QString notProgrammed()
{
    return words(QT_TRANSLATE_NOOP("NetworkPicture", "not\nprogrammed"));
}

void paintLegend(QPainter& painter, const NetworkPicture& picture, const CrossbarStore::Reader& reader, Detail detail,
                 const HeatMapStyle& style)
{
    const QRectF& plot = picture.frame.plot;
    const double line = QFontMetricsF(style.font).height();
    QRectF bar(plot.right() + kLegendGap, plot.top() + 4, kLegendWidth, plot.height() - 12);
    if (picture.quantity == CellQuantity::Mask) {
        paintSwatch(painter, bar.topLeft(), QColor(colourTable(RasterStyle().colours).back()),
                    words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed")), style);
        paintSwatch(painter, bar.topLeft() + QPointF(0, 2.2 * line), style.emptyCell, notProgrammed(), style);
        return;
    }
    if (picture.quantity != CellQuantity::Occupancy) {
        bar.setHeight(bar.height() - 2.6 * line);
        paintSwatch(painter, bar.bottomLeft() + QPointF(0, 1.3 * line), style.emptyCell, notProgrammed(), style);
    }
    const int layer = std::clamp(picture.legendLayer, 0, static_cast<int>(picture.floor.layers().size()) - 1);
    const LayerSurvey& survey = reader.layer(layer);
    const ColourScale scale = scaleOf(survey, picture.preview->mapped.hardware, rasterStyle(picture, style));
    QString label = quantityLabel(picture.quantity, detail);
    if (picture.perLayer) {
        label = words(QT_TRANSLATE_NOOP("NetworkPicture", "%1: %2"))
                    .arg(toQString(picture.preview->mapped.layers[static_cast<std::size_t>(layer)].name), label);
    }
    TickText text;
    if (picture.quantity == CellQuantity::BitLineCells && !survey.adcBits.empty()) {
        text = [&survey](double value) {
            const auto count = static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(survey.adcBits.size() - 1)));
            return words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 · %2 bit")).arg(value).arg(survey.adcBits[count]);
        };
    }
    paintScale(painter, bar, scale, label, style, text);
}

}  // namespace

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
        case CellQuantity::BitLineCells:
            break;
    }
    return cells ? words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed cells of a bit line"))
                 : words(QT_TRANSLATE_NOOP("NetworkPicture", "most programmed cells of a bit line"));
}

QString quantityValue(CellQuantity quantity, double value)
{
    switch (quantity) {
        case CellQuantity::Occupancy:
        case CellQuantity::Mask:
            return words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 %")).arg(fixedText(value, 1));
        case CellQuantity::Conductance:
            return QStringLiteral("%1 µS").arg(fixedText(value, 3));
        case CellQuantity::Level:
        case CellQuantity::BitLineCells:
            break;
    }
    return QString::number(std::lround(value));
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

void paintNetwork(QPainter& painter, const NetworkPicture& picture, const CrossbarStore& store, const HeatMapStyle& style,
                  double pixelRatio)
{
    const Detail detail = picture.detail(pixelRatio, store.blockEdge());
    const QRectF& plot = picture.frame.plot;
    QImage image((plot.size() * pixelRatio).toSize(), QImage::Format_RGB32);
    const ZoomFrame pixels{QRectF(image.rect()), picture.frame.origin, picture.frame.scale * pixelRatio};
    const CrossbarStore::Reader reader(store);
    paintArrays(image, pixels, picture.floor, reader, picture.preview->mapped.hardware, rasterStyle(picture, style), detail);
    painter.save();
    painter.setFont(style.font);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(plot, image);
    painter.save();
    painter.setClipRect(plot);
    paintCellGrid(painter, picture, reader, style);
    paintNames(painter, picture, reader, style);
    paintMarks(painter, picture, style);
    painter.restore();
    paintLegend(painter, picture, reader, detail, style);
    painter.restore();
}

}  // namespace mho
