// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/compare_selection.h"

#include <algorithm>

namespace mho {

CompareSelection::CompareSelection(QObject* parent) : QObject(parent) {}

bool CompareSelection::isSelected(int point) const
{
    return std::binary_search(selected_.begin(), selected_.end(), point);
}

void CompareSelection::select(std::vector<int> points, const QObject* source)
{
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points != selected_) {
        selected_ = std::move(points);
        Q_EMIT changed(source);
    }
}

void CompareSelection::toggle(int point, const QObject* source)
{
    std::vector<int> points = selected_;
    const auto found = std::find(points.begin(), points.end(), point);
    if (found == points.end()) {
        points.push_back(point);
    } else {
        points.erase(found);
    }
    select(std::move(points), source);
}

void CompareSelection::hover(int point)
{
    if (point != hovered_) {
        hovered_ = point;
        Q_EMIT hoverChanged(point);
    }
}

void CompareSelection::activate(int point)
{
    Q_EMIT activated(point);
}

}  // namespace mho
