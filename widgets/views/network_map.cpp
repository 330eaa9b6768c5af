// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_map.h"

#include "widgets/bridge/dense_preview.h"
#include "widgets/bridge/lasting_thread.h"
#include "widgets/views/focus_frame.h"
#include "widgets/views/network_readout.h"
#include "widgets/views/wipe_handle.h"

#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr int kMargin = 8;
constexpr QSizeF kPaperMm(180.0, 112.0);
constexpr double kCellsFrom = 4.0;  ///< Pixels of a cell that can be pointed at.

/// @param dense none = room for the design's arrays alone
CrossbarFloor floorOf(const MappedNetwork& mapped, const MappedNetwork* dense)
{
    std::vector<FloorLayer> layers;
    for (std::size_t i = 0; i < mapped.layers.size(); ++i) {
        const FloorLayer own = shapeOf(mapped.layers[i]);
        layers.push_back(dense != nullptr ? joined(own, shapeOf(dense->layers[i])) : own);
    }
    return {std::move(layers), mapped.hardware.crossbar.rows, mapped.hardware.crossbar.columns};
}

QThreadPool& ofOneThread(QThreadPool& pool)
{
    pool.setThreadPriority(QThread::LowPriority);
    return withLastingThread(pool);
}

}  // namespace

NetworkMap::NetworkMap(QWidget* parent) : QWidget(parent), design_(ofOneThread(pool_)), handle_(new WipeHandle(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Crossbars of the whole network"));
    connectSide(design_);
    connect(handle_, &WipeHandle::moved, this, &NetworkMap::setDivider);
    addFigureMenu(*this, [this] { return figure(); });
}

std::optional<PaperFigure> NetworkMap::figure()
{
    if (picture_.floor.bounds().isEmpty()) {
        return std::nullopt;
    }
    return PaperFigure{accessibleName(), kPaperMm, [this](QPainter& painter, const QRectF& area) {
                           paintOnPaper(painter, area.adjusted(6, 6, -6, -6));
                       }};
}

void NetworkMap::connectSide(NetworkSide& side)
{
    connect(&side.store, &CrossbarStore::changed, this, [this] {
        update();
        if (picture_.cursor) {
            tellCursor();
        }
    });
    connect(&side.drops, &WireDropStore::changed, this, [this] {
        update();
        tellCursor();
    });
}

void NetworkMap::tellCursor()
{
    Q_EMIT cursorChanged();
    if (const QString text = readout(); text != accessibleDescription()) {
        setAccessibleDescription(text);
    }
}

void NetworkMap::show(const std::shared_ptr<const PreviewResult>& preview, int selected)
{
    if (selected != picture_.selected && picture_.cursor && picture_.cursor->layer != selected) {
        setCursorPlace(std::nullopt);  // the arrows go on in the layer that was selected
    }
    picture_.selected = selected;
    picture_.legendLayer = picture_.cursor ? picture_.cursor->layer : selected;
    if (preview != picture_.preview) {
        picture_.preview = preview;
        picture_.thinning.clear();
        design_.preview = preview;
        design_.store.setPreview(preview);
        showDense();
        takeWires();
        layOut();
    }
    update();
}

void NetworkMap::showCoarse(const std::vector<CoarseLayer>& layers)
{
    if (!picture_.preview) {
        return;
    }
    const std::vector<MappedLayer>& known = picture_.preview->mapped.layers;
    picture_.thinning.assign(known.size(), 1.0);
    for (const CoarseLayer& layer : layers) {
        if (const std::int64_t kept = known[layer.layer].weightsKept; kept > 0 && layer.weightsKept > 0) {
            picture_.thinning[layer.layer] = static_cast<double>(layer.weightsKept) / static_cast<double>(kept);
        }
    }
    update();
}

void NetworkMap::showDense()
{
    if (!compare_ || !picture_.preview) {
        dense_.reset();
        picture_.dense.reset();
        return;
    }
    if (!dense_) {
        dense_ = std::make_unique<NetworkSide>(pool_);
        connectSide(*dense_);
    }
    if (!isDenseOf(dense_->preview.get(), *picture_.preview)) {
        dense_->preview = densePreview(*picture_.preview);
        dense_->store.setPreview(dense_->preview);
    }
    picture_.dense = dense_->preview;
}

/// The part that is looked at stays where the arrays stay.
void NetworkMap::layOut()
{
    CrossbarFloor floor = picture_.preview
                              ? floorOf(picture_.preview->mapped, picture_.dense ? &picture_.dense->mapped : nullptr)
                              : CrossbarFloor();
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
    placeHandle();
}

/// Wires are only solved while they are seen.
void NetworkMap::takeWires()
{
    const bool seen = picture_.quantity == CellQuantity::WireDrop;
    for (NetworkSide* side : {&design_, dense_.get()}) {
        if (side == nullptr) {
            continue;
        }
        if (seen) {
            side->drops.setDesign(side->preview, segmentOhm_, side->store.blockEdge());
        } else {
            side->drops.stop();
        }
    }
}

void NetworkMap::setColourMap(ColourMap colours)
{
    picture_.colours = colours;
    update();
}

void NetworkMap::setSelectedArray(const std::optional<CrossbarAddress>& address)
{
    picture_.selectedArray = address;
    update();
}

void NetworkMap::setColours(CellQuantity quantity, bool perLayer, bool logarithmic)
{
    picture_.quantity = quantity;
    picture_.perLayer = perLayer;
    picture_.logarithmic = logarithmic;
    takeWires();
    tellCursor();
    update();
}

void NetworkMap::setSegmentOhm(double ohm)
{
    segmentOhm_ = ohm;
    takeWires();
    update();
}

void NetworkMap::setCompare(bool compare)
{
    compare_ = compare;
    showDense();
    takeWires();
    layOut();
    update();
}

void NetworkMap::setDivider(double share)
{
    picture_.divider = std::clamp(share, 0.0, 1.0);
    placeHandle();
    tellCursor();
    update();
}

void NetworkMap::placeHandle()
{
    handle_->setVisible(picture_.dense != nullptr);
    handle_->place(picture_.frame.plot, picture_.divider);
}

SolvedCount NetworkMap::solved() const
{
    SolvedCount count;
    for (const NetworkSide* side : {&design_, static_cast<const NetworkSide*>(dense_.get())}) {
        if (side != nullptr && side->preview && picture_.quantity == CellQuantity::WireDrop) {
            const SolvedCount own = WireDropStore::Reader(side->drops).count();
            count.solved += own.solved;
            count.arrays += own.arrays;
        }
    }
    return count;
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
    const bool cells = picture_.detail(devicePixelRatioF(), design_.store.blockEdge()) == Detail::Cells;
    const QRectF visible = picture_.frame.visible();
    const std::vector<FloorRange> seen = picture_.floor.rangesIn(visible);
    for (NetworkSide* side : {&design_, dense_.get()}) {
        if (side == nullptr) {
            continue;
        }
        std::vector<FloorRange> own;
        for (const FloorRange& range : seen) {
            const auto layer = static_cast<std::size_t>(range.layer);
            if (const auto within =
                    rangeWithin(range, picture_.floor.layers()[layer], shapeOf(side->preview->mapped.layers[layer]))) {
                own.push_back(*within);
            }
        }
        side->store.want(std::move(own), cells);
        if (picture_.quantity == CellQuantity::WireDrop) {
            side->drops.want(picture_.floor, visible, cells);
        }
    }
}

void NetworkMap::paintEvent(QPaintEvent* /*event*/)
{
    if (!picture_.preview || picture_.floor.layers().empty()) {
        return;
    }
    askForSeen();
    QPainter painter(this);
    paintNetwork(painter, picture_, design_, dense_.get(), screenStyle(palette(), font()), devicePixelRatioF());
    paintFocusFrame(painter, *this);
}

void NetworkMap::finishSeen()
{
    design_.store.finish();
    if (dense_) {
        dense_->store.finish();
    }
}

void NetworkMap::paintOnPaper(QPainter& painter, const QRectF& area)
{
    askForSeen();
    finishSeen();
    constexpr double kPixelsPerUnit = 3.0;
    const HeatMapStyle style = paperStyle(9);
    NetworkPicture paper = picture_;
    paper.cursor.reset();
    const QRectF plot = networkPlot(area, style);
    const QRectF seen = whole_ ? picture_.floor.bounds() : picture_.frame.visible();
    paper.frame = {plot, {}, std::min(plot.width() / seen.width(), plot.height() / seen.height())};
    paper.frame.origin = seen.center() - QPointF(plot.width(), plot.height()) / paper.frame.scale / 2.0;
    paper.fixedDetail = picture_.detail(devicePixelRatioF(), design_.store.blockEdge());
    paintNetwork(painter, paper, design_, dense_.get(), style, kPixelsPerUnit);
}

void NetworkMap::resizeEvent(QResizeEvent* /*event*/)
{
    look(whole_ ? fitted(plotNow(), picture_.floor.bounds(), picture_.limits())
                : resized(picture_.frame, plotNow(), picture_.limits()));
    placeHandle();
}

void NetworkMap::setCursorPlace(const std::optional<FloorPlace>& place)
{
    picture_.cursor = place;
    picture_.legendLayer = place ? place->layer : picture_.selected;
    update();
    tellCursor();
}

QString NetworkMap::readout() const
{
    if (!picture_.cursor || !picture_.preview) {
        return {};
    }
    const bool ofDense = picture_.inDense(*picture_.cursor);
    const QString text = networkReadout(ofDense ? *dense_ : design_, *picture_.cursor, showsCells(),
                                        picture_.quantity == CellQuantity::WireDrop);
    return ofDense ? tr("dense: %1").arg(text) : text;
}

void NetworkMap::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) {  // not as when the window is made an icon
        design_.drops.stop();
        if (dense_) {
            dense_->drops.stop();
        }
    }
    QWidget::hideEvent(event);
}

void NetworkMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace mho
