// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/scatter_view.h"

#include "widgets/models/compare_selection.h"
#include "widgets/theme/theme.h"
#include "widgets/views/figure_menu.h"
#include "widgets/views/focus_frame.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace mho {
namespace {

constexpr double kReach = 10.0;
constexpr int kMargin = 6;
constexpr QSizeF kPaperMm(88.0, 70.0);
constexpr int kPaperText = 10;  // units of the painter

}  // namespace

ScatterView::ScatterView(CompareSelection* selection, QWidget* parent) : QWidget(parent), selection_(selection)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Scatter of design points"));
    connect(selection_, &CompareSelection::changed, this, qOverload<>(&QWidget::update));
    connect(selection_, &CompareSelection::hoverChanged, this, [this](int point) {
        setAccessibleDescription(point < 0 || scatter_.empty() ? QString() : pointText(*scatter_.set, point, {scatter_.x, scatter_.y}));
        update();
    });
    addFigureMenu(*this, [this]() -> std::optional<PaperFigure> {
        if (scatter_.empty()) {
            return std::nullopt;
        }
        return PaperFigure{accessibleName(), kPaperMm, [this](QPainter& painter, const QRectF& area) {
                               paintScatter(painter, area.adjusted(kMargin, kMargin, -kMargin, -kMargin), scatter_,
                                            paperChartStyle(kPaperText), selection_->selected());
                           },
                           figureCommand()};
    });
}

/// The tool draws a project's own points, and not against its layers.
QStringList ScatterView::figureCommand() const
{
    const std::vector<ComparePoint>& points = scatter_.set->points;
    const auto isOfStudy = [](const ComparePoint& point) { return point.source == PointSource::Study; };
    const auto isDrawn = [](const CompareAxis& axis) { return !axis.isLayer() && axis.key != QLatin1String("occupancy"); };
    if (!isDrawn(*scatter_.x) || !isDrawn(*scatter_.y) || std::any_of(points.begin(), points.end(), isOfStudy)) {
        return {};
    }
    return {QStringLiteral("pareto"), QStringLiteral("--x"), scatter_.x->key, QStringLiteral("--y"), scatter_.y->key};
}

void ScatterView::setScatter(Scatter scatter)
{
    scatter_ = std::move(scatter);
    band_ = QRectF();
    pressed_.reset();
    if (!scatter_.empty()) {
        setAccessibleName(tr("%1 against %2").arg(scatter_.y->title, scatter_.x->title));
    }
    update();
}

void ScatterView::setMessage(const QString& text)
{
    message_ = text;
    update();
}

QRectF ScatterView::areaNow() const
{
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

ScatterGeometry ScatterView::geometryNow() const
{
    return scatterGeometry(scatter_, areaNow(), screenChartStyle(palette(), font()));
}

int ScatterView::pointAt(const QPointF& pixel) const
{
    const int mark = scatter_.empty() ? -1 : markAt(scatter_, geometryNow(), pixel, kReach);
    return mark < 0 ? -1 : scatter_.marks[static_cast<std::size_t>(mark)].point;
}

void ScatterView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (scatter_.empty()) {
        painter.setPen(quietTextColour(palette()));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
    } else {
        paintScatter(painter, areaNow(), scatter_, screenChartStyle(palette(), font()), selection_->selected(), selection_->hovered());
    }
    if (!band_.isEmpty()) {
        QColor fill = accentColour(palette());
        painter.setPen(fill);
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.drawRect(band_);
    }
    paintFocusFrame(painter, *this);
}

void ScatterView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        pressed_ = event->position();
    }
}

void ScatterView::mouseMoveEvent(QMouseEvent* event)
{
    const bool far = pressed_ && (event->position() - *pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (!scatter_.empty() && event->buttons().testFlag(Qt::LeftButton) && (far || !band_.isEmpty())) {
        band_ = QRectF(*pressed_, event->position()).normalized();
        update();
        return;
    }
    selection_->hover(pointAt(event->position()));
}

void ScatterView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!pressed_ || event->button() != Qt::LeftButton) {
        return;
    }
    pressed_.reset();
    const bool add = event->modifiers().testFlag(Qt::ControlModifier);
    if (!band_.isEmpty()) {
        std::vector<int> points = pointsIn(scatter_, geometryNow(), band_);
        if (add) {
            points.insert(points.end(), selection_->selected().begin(), selection_->selected().end());
        }
        band_ = QRectF();
        selection_->select(std::move(points), this);
        update();
        return;
    }
    const int point = pointAt(event->position());
    if (add && point >= 0) {
        selection_->toggle(point, this);
    } else if (!add) {
        selection_->select(point < 0 ? std::vector<int>{} : std::vector<int>{point}, this);
    }
}

void ScatterView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int point = pointAt(event->position()); point >= 0) {
        selection_->activate(point);
    }
}

void ScatterView::leaveEvent(QEvent* /*event*/)
{
    selection_->hover(-1);
}

void ScatterView::step(bool forward)
{
    std::vector<std::size_t> order(scatter_.marks.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scatter_.marks[a].value.x() < scatter_.marks[b].value.x(); });
    const auto now = std::find_if(order.begin(), order.end(), [&](std::size_t mark) { return scatter_.marks[mark].point == selection_->hovered(); });
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    std::ptrdiff_t next = forward ? 0 : count - 1;
    if (now != order.end()) {
        next = std::clamp<std::ptrdiff_t>(now - order.begin() + (forward ? 1 : -1), 0, count - 1);
    }
    selection_->hover(scatter_.marks[order[static_cast<std::size_t>(next)]].point);
}

void ScatterView::keyPressEvent(QKeyEvent* event)
{
    const int point = selection_->hovered();
    switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Left:
            if (!scatter_.empty()) {
                step(event->key() == Qt::Key_Right);
            }
            break;
        case Qt::Key_Space:
            if (point >= 0) {
                selection_->toggle(point, this);
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (point >= 0) {
                selection_->activate(point);
            }
            break;
        case Qt::Key_Escape:
            selection_->select({}, this);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ScatterView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
}

}  // namespace mho
