// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_map.h"

#include "widgets/theme/theme.h"
#include "widgets/views/focus_frame.h"
#include "widgets/views/network_readout.h"

#include <QAccessible>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr int kMargin = 8;
constexpr double kCellsFrom = 4.0;  ///< Pixels of a cell that can be pointed at.

CrossbarFloor floorOf(const MappedNetwork& mapped)
{
    std::vector<FloorLayer> layers;
    for (const MappedLayer& layer : mapped.layers) {
        layers.push_back({layer.rowBlocks, layer.columnBlocks, layer.sliceArrays, layer.signArrays});
    }
    return {std::move(layers), mapped.hardware.crossbar.rows, mapped.hardware.crossbar.columns};
}

}  // namespace

NetworkMap::NetworkMap(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Crossbars of the whole network"));
    connect(&store_, &CrossbarStore::changed, this, [this] {
        update();
        if (picture_.cursor) {
            Q_EMIT cursorChanged();
        }
    });
}

void NetworkMap::show(const std::shared_ptr<const PreviewResult>& preview, int selected)
{
    picture_.selected = selected;
    picture_.legendLayer = picture_.cursor ? picture_.cursor->layer : selected;
    if (preview != picture_.preview) {
        picture_.preview = preview;
        store_.setPreview(preview);
        CrossbarFloor floor = preview ? floorOf(preview->mapped) : CrossbarFloor();
        const bool sameFloor = floor.layers() == picture_.floor.layers() && floor.rows() == picture_.floor.rows() &&
                               floor.columns() == picture_.floor.columns();
        if (!sameFloor) {
            const bool sameNetwork = floor.layers().size() == picture_.floor.layers().size();
            picture_.floor = std::move(floor);
            setCursorPlace(std::nullopt);
            whole_ = whole_ || !sameNetwork;
            look(whole_ ? fitted(plotNow(), picture_.floor.bounds(), picture_.limits())
                        : resized(picture_.frame, plotNow(), picture_.limits()));
        }
    }
    update();
}

void NetworkMap::setColours(CellQuantity quantity, bool perLayer, bool logarithmic)
{
    picture_.quantity = quantity;
    picture_.perLayer = perLayer;
    picture_.logarithmic = logarithmic;
    update();
}

QRectF NetworkMap::plotNow() const
{
    const QRectF area = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    return networkPlot(area, screenStyle(palette(), font())).toAlignedRect();
}

void NetworkMap::look(const ZoomFrame& frame)
{
    const bool cells = showsCells();
    picture_.frame = frame;
    picture_.cursorIsCell = showsCells();
    if (cells != showsCells()) {
        Q_EMIT cursorChanged();
    }
    update();
}

bool NetworkMap::showsCells() const
{
    return picture_.frame.scale >= kCellsFrom;
}

void NetworkMap::showAll()
{
    whole_ = true;
    look(fitted(plotNow(), picture_.floor.bounds(), picture_.limits()));
}

void NetworkMap::showLayer(int layer)
{
    whole_ = false;
    look(fitted(plotNow(), picture_.floor.layerRect(layer), picture_.limits()));
}

void NetworkMap::showArray(int layer, const CrossbarAddress& address)
{
    whole_ = false;
    const auto margin = static_cast<double>(picture_.floor.gap());
    look(fitted(plotNow(), picture_.floor.arrayRect(layer, address).adjusted(-margin, -margin, margin, margin),
                picture_.limits()));
}

void NetworkMap::panBy(const QPointF& pixels)
{
    whole_ = false;
    look(panned(picture_.frame, pixels, picture_.limits()));
}

void NetworkMap::zoomBy(double factor, const QPointF& anchor)
{
    whole_ = false;
    look(zoomed(picture_.frame, factor, anchor, picture_.limits()));
}

void NetworkMap::askForSeen()
{
    const Detail detail = picture_.detail(devicePixelRatioF(), store_.blockEdge());
    store_.want(picture_.floor.rangesIn(picture_.frame.visible()), detail == Detail::Cells);
}

void NetworkMap::paintEvent(QPaintEvent* /*event*/)
{
    if (!picture_.preview || picture_.floor.layers().empty()) {
        return;
    }
    askForSeen();
    QPainter painter(this);
    paintNetwork(painter, picture_, store_, screenStyle(palette(), font()), devicePixelRatioF());
    paintFocusFrame(painter, *this);
}

void NetworkMap::paintOnPaper(QPainter& painter, const QRectF& area)
{
    askForSeen();
    store_.finish();
    constexpr double kPixelsPerUnit = 3.0;
    const HeatMapStyle style = paperStyle(9);
    NetworkPicture paper = picture_;
    paper.cursor.reset();
    const QRectF plot = networkPlot(area, style);
    const QRectF seen = whole_ ? picture_.floor.bounds() : picture_.frame.visible();
    paper.frame = {plot, {}, std::min(plot.width() / seen.width(), plot.height() / seen.height())};
    paper.frame.origin = seen.center() - QPointF(plot.width(), plot.height()) / paper.frame.scale / 2.0;
    paper.fixedDetail = picture_.detail(devicePixelRatioF(), store_.blockEdge());
    paintNetwork(painter, paper, store_, style, kPixelsPerUnit);
}

void NetworkMap::resizeEvent(QResizeEvent* /*event*/)
{
    look(whole_ ? fitted(plotNow(), picture_.floor.bounds(), picture_.limits())
                : resized(picture_.frame, plotNow(), picture_.limits()));
}

void NetworkMap::hover(const QPointF& pixel)
{
    const bool inside = picture_.preview && picture_.frame.plot.contains(pixel);
    setCursorPlace(inside ? picture_.floor.placeAt(picture_.frame.toCells(pixel)) : std::nullopt);
}

void NetworkMap::setCursorPlace(const std::optional<FloorPlace>& place)
{
    picture_.cursor = place;
    picture_.legendLayer = place ? place->layer : picture_.selected;
    update();
    Q_EMIT cursorChanged();
    setAccessibleDescription(readout());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QString NetworkMap::readout() const
{
    return picture_.cursor && picture_.preview ? networkReadout(*picture_.preview, store_, *picture_.cursor, showsCells())
                                               : QString();
}

void NetworkMap::wheelEvent(QWheelEvent* event)
{
    zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    hover(event->position());
    event->accept();
}

void NetworkMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        dragFrom_ = event->position();
        dragged_ = false;
    }
}

void NetworkMap::mouseMoveEvent(QMouseEvent* event)
{
    constexpr double kSlack = 4.0;
    if (dragFrom_ && event->buttons().testFlag(Qt::LeftButton)) {
        const QPointF moved = event->position() - *dragFrom_;
        dragged_ = dragged_ || moved.manhattanLength() > kSlack;
        if (dragged_) {
            panBy(moved);
            dragFrom_ = event->position();
        }
    }
    hover(event->position());
}

void NetworkMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !dragFrom_) {
        return;
    }
    dragFrom_.reset();
    const int layer = picture_.floor.layerAt(picture_.frame.toCells(event->position()));
    if (!dragged_ && layer >= 0) {
        Q_EMIT layerClicked(layer);
    }
}

void NetworkMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    hover(event->position());
    goCloser();
}

void NetworkMap::leaveEvent(QEvent* /*event*/)
{
    setCursorPlace(std::nullopt);
}

void NetworkMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace mho
