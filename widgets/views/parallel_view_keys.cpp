// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/parallel_view.h"

#include "widgets/models/compare_selection.h"
#include "widgets/views/figure_menu.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace mho {
namespace {

constexpr double kMargin = 6.0;
constexpr QSizeF kPaperMm(180.0, 90.0);
constexpr int kPaperText = 10;  // units of the painter

}  // namespace

void ParallelView::nudgeBrush(bool upperEnd, bool up)
{
    constexpr double kStep = 0.05;
    const auto brush = parallel_.axes()[static_cast<std::size_t>(current_)].brush;
    double low = 0.0;
    double high = 1.0;
    if (brush) {
        const auto [a, b] = std::minmax({parallel_.shareOf(current_, brush->low), parallel_.shareOf(current_, brush->high)});
        low = a;
        high = b;
    }
    if (upperEnd) {
        high = std::clamp(high + (up ? kStep : -kStep), low, 1.0);
    } else {
        low = std::clamp(low + (up ? kStep : -kStep), 0.0, high);
    }
    parallel_.setBrush(current_, ParallelAxis::Brush{parallel_.valueAt(current_, low), parallel_.valueAt(current_, high)});
    applyBrushes();
}

/// To the next line that has a value on the chosen axis, or the first one.
void ParallelView::stepLine(bool up)
{
    const int axis = std::max(current_, 0);
    std::vector<std::pair<double, int>> lines;
    const auto& values = parallel_.values(axis).values;
    for (std::size_t point = 0; point < values.size(); ++point) {
        if (values[point]) {
            lines.emplace_back(parallel_.shareOf(axis, *values[point]), static_cast<int>(point));
        }
    }
    if (lines.empty()) {
        return;
    }
    std::sort(lines.begin(), lines.end());
    const auto now = std::find_if(lines.begin(), lines.end(), [this](const auto& line) { return line.second == selection_->hovered(); });
    auto next = up ? lines.begin() : std::prev(lines.end());
    if (now != lines.end()) {
        next = up ? std::min(std::next(now), std::prev(lines.end())) : now == lines.begin() ? now : std::prev(now);
    }
    selection_->hover(next->second);
}

void ParallelView::keyPressEvent(QKeyEvent* event)
{
    const bool none = parallel_.count() == 0;
    const bool chosen = current_ >= 0;
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right: {
            if (none) {
                break;
            }
            const int to = std::clamp(current_ + (event->key() == Qt::Key_Left ? -1 : 1), 0, parallel_.count() - 1);
            if (chosen && to != current_ && event->modifiers().testFlag(Qt::ControlModifier)) {
                parallel_.move(current_, to);
            }
            choose(to);
            break;
        }
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (chosen) {
                nudgeBrush(event->modifiers().testFlag(Qt::ShiftModifier), event->key() == Qt::Key_Up);
            }
            break;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (!none) {
                stepLine(event->key() == Qt::Key_PageUp);
            }
            break;
        case Qt::Key_Space:
            if (selection_->hovered() >= 0) {
                parallel_.clearBrushes();
                selection_->toggle(selection_->hovered(), this);
                update();
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (selection_->hovered() >= 0) {
                selection_->activate(selection_->hovered());
            }
            break;
        case Qt::Key_F:
            if (chosen) {
                parallel_.flip(current_);
                update();
            }
            break;
        case Qt::Key_L:
            if (chosen) {
                parallel_.setLogarithmic(current_, !parallel_.axes()[static_cast<std::size_t>(current_)].logarithmic);
                update();
            }
            break;
        case Qt::Key_Delete:
            if (chosen) {
                parallel_.setBrush(current_, std::nullopt);
                applyBrushes();
            }
            break;
        case Qt::Key_Escape:
            parallel_.clearBrushes();
            applyBrushes();
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ParallelView::contextMenuEvent(QContextMenuEvent* event)
{
    const int place = event->reason() == QContextMenuEvent::Mouse ? axisAt(event->pos()) : current_;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (place >= 0) {
        choose(place);
        addAxisActions(*menu, place);
        menu->addSeparator();
    }
    addFigureActions(*menu, *this, [this]() -> std::optional<PaperFigure> {
        if (parallel_.count() == 0) {
            return std::nullopt;
        }
        return PaperFigure{accessibleName(), kPaperMm, [this](QPainter& painter, const QRectF& area) {
                               paintParallel(painter, area.adjusted(kMargin, kMargin, -kMargin, -kMargin), parallel_,
                                             paperChartStyle(kPaperText), {.selected = selection_->selected()});
                           }};
    });
    menu->popup(event->globalPos());
}

void ParallelView::addAxisActions(QMenu& menu, int place)
{
    menu.addAction(tr("Flip Axis"), this, [this, place] {
        parallel_.flip(place);
        update();
    });
    QAction* logarithmic = menu.addAction(tr("Logarithmic"), this, [this, place](bool on) {
        parallel_.setLogarithmic(place, on);
        update();
    });
    logarithmic->setCheckable(true);
    logarithmic->setChecked(parallel_.scale(place).logarithmic);
    const auto& values = parallel_.values(place).values;
    logarithmic->setEnabled(std::all_of(values.begin(), values.end(), [](const auto& value) { return !value || *value > 0.0; }));
    menu.addAction(tr("Clear Brush"), this, [this, place] {
        parallel_.setBrush(place, std::nullopt);
        applyBrushes();
    })->setEnabled(parallel_.axes()[static_cast<std::size_t>(place)].brush.has_value());
    menu.addAction(tr("Clear All Brushes"), this, [this] {
        parallel_.clearBrushes();
        applyBrushes();
    })->setEnabled(parallel_.hasBrush());
}

}  // namespace mho
