// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/parallel_view.h"

#include "widgets/models/compare_selection.h"
#include "widgets/theme/theme.h"
#include "widgets/views/focus_frame.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr int kMargin = 4;
constexpr double kAxisReach = 9.0;
constexpr double kLineReach = 5.0;
constexpr int kLeastColumn = 64;
constexpr int kMostLeastColumn = 104;  ///< Longer names of layers are cut.

}  // namespace

ParallelView::ParallelView(CompareSelection* selection, QWidget* parent) : QWidget(parent), selection_(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Parallel coordinates of design points"));
    connect(selection_, &CompareSelection::hoverChanged, this, [this](int point) {
        std::vector<const CompareAxis*> axes;
        for (int place = 0; place < parallel_.count(); ++place) {
            axes.push_back(&parallel_.values(place));
        }
        setAccessibleDescription(point < 0 || axes.empty() ? QString() : pointText(parallel_.set(), point, axes));
        update();
    });
    connect(selection_, &CompareSelection::changed, this, [this](const QObject* source) {
        // Another view selected: the brushes say something else now.
        if (source != this) {
            parallel_.clearBrushes();
        }
        update();
    });
}

QSize ParallelView::minimumSizeHint() const
{
    int column = kLeastColumn;
    for (int place = 0; place < parallel_.count(); ++place) {
        column = std::max(column, fontMetrics().horizontalAdvance(parallel_.values(place).label) + 8);
    }
    return {std::max(160, parallel_.count() * std::min(column, kMostLeastColumn)), 130};
}

void ParallelView::setSet(std::shared_ptr<const CompareSet> set)
{
    parallel_.setSet(std::move(set));
    current_ = std::min(current_, parallel_.count() - 1);
    drag_ = Drag::None;
    updateGeometry();
    if (parallel_.hasBrush()) {
        applyBrushes();
    }
    update();
}

void ParallelView::setMessage(const QString& text)
{
    message_ = text;
    update();
}

void ParallelView::setLayer(const QString& name)
{
    layer_ = name;
    update();
}

QRectF ParallelView::areaNow() const
{
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

ParallelGeometry ParallelView::geometryNow() const
{
    return parallelGeometry(parallel_, areaNow(), screenChartStyle(palette(), font()));
}

void ParallelView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (parallel_.count() == 0) {
        painter.setPen(quietTextColour(palette()));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
    } else {
        ParallelLook look{selection_->selected(), selection_->hovered(), hasFocus() ? current_ : -1, parallel_.placeOfLayer(layer_), -1, 0.0};
        if (drag_ == Drag::Title) {
            look.dragged = dragged_;
            look.dragX = now_.x();
        }
        paintParallel(painter, areaNow(), parallel_, screenChartStyle(palette(), font()), look);
    }
    paintFocusFrame(painter, *this);
}

bool ParallelView::onTitle(const QPointF& pixel) const
{
    return parallel_.count() > 0 && pixel.y() < geometryNow().plot.top() - 6;
}

int ParallelView::axisAt(const QPointF& pixel) const
{
    if (parallel_.count() == 0) {
        return -1;
    }
    const ParallelGeometry geometry = geometryNow();
    const int place = geometry.placeAt(pixel.x(), parallel_.count());
    return onTitle(pixel) || std::abs(pixel.x() - geometry.xOf(place)) <= kAxisReach ? place : -1;
}

void ParallelView::choose(int place)
{
    current_ = place;
    setAccessibleDescription(place < 0 ? QString() : parallel_.values(place).title);
    update();
    if (place >= 0 && parallel_.values(place).isLayer()) {
        Q_EMIT layerChosen(parallel_.values(place).label);
    }
}

void ParallelView::applyBrushes()
{
    selection_->select(parallel_.hasBrush() ? parallel_.passing() : std::vector<int>{}, this);
    update();
}

void ParallelView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    pressed_ = now_ = event->position();
    dragged_ = axisAt(pressed_);
    drag_ = Drag::Press;
    brushBefore_ = dragged_ < 0 ? std::nullopt : parallel_.axes()[static_cast<std::size_t>(dragged_)].brush;
    if (dragged_ >= 0) {
        choose(dragged_);
    }
}

void ParallelView::dragBrushTo(double y)
{
    const ParallelGeometry geometry = geometryNow();
    const auto valueAt = [&](double pixel) { return parallel_.valueAt(dragged_, std::clamp(geometry.shareAt(pixel), 0.0, 1.0)); };
    if (drag_ == Drag::Brush) {
        parallel_.setBrush(dragged_, ParallelAxis::Brush{valueAt(pressed_.y()), valueAt(y)});
    } else {
        // By pixels, so that a brush keeps its length on a logarithmic axis too; it stops at the axis's ends.
        const double low = parallel_.shareOf(dragged_, brushBefore_->low);
        const double high = parallel_.shareOf(dragged_, brushBefore_->high);
        const double by = std::clamp((pressed_.y() - y) / geometry.plot.height(), -std::min(low, high), 1.0 - std::max(low, high));
        parallel_.setBrush(dragged_, ParallelAxis::Brush{parallel_.valueAt(dragged_, low + by), parallel_.valueAt(dragged_, high + by)});
    }
    applyBrushes();
}

void ParallelView::mouseMoveEvent(QMouseEvent* event)
{
    now_ = event->position();
    if (drag_ == Drag::None || !event->buttons().testFlag(Qt::LeftButton)) {
        const int axis = axisAt(now_);
        setCursor(onTitle(now_) ? Qt::OpenHandCursor : axis >= 0 ? Qt::SizeVerCursor : Qt::ArrowCursor);
        setToolTip(onTitle(now_) && axis >= 0 ? parallel_.values(axis).title : QString());
        selection_->hover(parallel_.count() > 0 ? lineAt(parallel_, geometryNow(), now_, kLineReach) : -1);
        return;
    }
    if (drag_ == Drag::Press && dragged_ >= 0 && (now_ - pressed_).manhattanLength() >= QApplication::startDragDistance()) {
        bool inside = false;
        if (brushBefore_) {
            const double value = parallel_.valueAt(dragged_, geometryNow().shareAt(pressed_.y()));
            inside = value >= brushBefore_->low && value <= brushBefore_->high;
        }
        drag_ = onTitle(pressed_) ? Drag::Title : inside ? Drag::MoveBrush : Drag::Brush;
    }
    if (drag_ == Drag::Brush || drag_ == Drag::MoveBrush) {
        dragBrushTo(now_.y());
    } else if (drag_ == Drag::Title) {
        const int to = geometryNow().placeAt(now_.x(), parallel_.count());
        if (to != dragged_) {
            parallel_.move(dragged_, to);
            dragged_ = to;
            choose(to);
        }
        update();
    }
}

void ParallelView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const Drag ended = std::exchange(drag_, Drag::None);
    if (ended != Drag::Press) {
        update();
        return;
    }
    if (dragged_ >= 0 && !onTitle(pressed_)) {
        parallel_.setBrush(dragged_, std::nullopt);
        applyBrushes();
    } else if (dragged_ < 0) {
        const int point = parallel_.count() > 0 ? lineAt(parallel_, geometryNow(), pressed_, kLineReach) : -1;
        parallel_.clearBrushes();
        if (point >= 0 && event->modifiers().testFlag(Qt::ControlModifier)) {
            selection_->toggle(point, this);
        } else {
            selection_->select(point < 0 ? std::vector<int>{} : std::vector<int>{point}, this);
        }
        update();
    }
}

void ParallelView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int axis = axisAt(event->position());
    if (axis >= 0 && onTitle(event->position())) {
        parallel_.flip(axis);
        update();
    } else if (axis < 0 && parallel_.count() > 0) {
        if (const int point = lineAt(parallel_, geometryNow(), event->position(), kLineReach); point >= 0) {
            selection_->activate(point);
        }
    }
}

void ParallelView::leaveEvent(QEvent* /*event*/)
{
    selection_->hover(-1);
}

void ParallelView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
}

}  // namespace mho
