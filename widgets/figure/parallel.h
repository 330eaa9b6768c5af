// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/axis_scale.h"
#include "widgets/figure/chart_style.h"
#include "widgets/models/compare_set.h"

#include <QRectF>

#include <memory>
#include <optional>
#include <vector>

namespace mho {

/// One axis as a person has set it.
struct ParallelAxis {
    QString key;  ///< CompareAxis::key
    bool flipped = false;      ///< The low end is on top.
    bool logarithmic = false;  ///< Asked for; drawn so where all values are above 0.
    struct Brush {
        double low = 0.0;
        double high = 0.0;
        bool operator==(const Brush&) const = default;
    };
    std::optional<Brush> brush;  ///< Values let through, ends included.
    bool operator==(const ParallelAxis&) const = default;
};

/// Upright axes side by side, left to right, and a line for each point: what is drawn and hit, without a widget.
class Parallel {
public:
    /// Axes that stay keep side, scale and brush. Their order is the set's, until one was moved: from then on new ones come last.
    void setSet(std::shared_ptr<const CompareSet> set);
    const CompareSet& set() const { return *set_; }
    const std::vector<ParallelAxis>& axes() const { return axes_; }
    int count() const { return static_cast<int>(axes_.size()); }
    const CompareAxis& values(int place) const { return *columns_[static_cast<std::size_t>(place)]; }
    const AxisScale& scale(int place) const { return scales_[static_cast<std::size_t>(place)]; }
    /// -1 where the layer has no axis.
    int placeOfLayer(const QString& name) const;

    /// Takes an axis to another place; those between move up.
    void move(int from, int to);
    void flip(int place);
    void setLogarithmic(int place, bool logarithmic);
    /// Values in either order; cut to the axis. None = all are let through.
    void setBrush(int place, const std::optional<ParallelAxis::Brush>& brush);
    void clearBrushes();
    bool hasBrush() const;
    /// Points that every brush lets through; one without a value on a brushed axis is not.
    std::vector<int> passing() const;

    /// 0 = lower end as drawn, 1 = upper end.
    double shareOf(int place, double value) const;
    double valueAt(int place, double share) const;

private:
    void rescale(int place);

    std::shared_ptr<const CompareSet> set_ = std::make_shared<const CompareSet>();
    std::vector<ParallelAxis> axes_;
    std::vector<const CompareAxis*> columns_;  ///< Of the set, by place.
    std::vector<AxisScale> scales_;
    bool moved_ = false;
};

/// Which values lie at which pixels.
struct ParallelGeometry {
    QRectF plot;        ///< From the first axis to the last, from the upper end to the lower.
    double gap = 0.0;   ///< Between two axes.
    double titleTop = 0.0;

    double xOf(int place) const { return plot.left() + gap * place; }
    /// The axis nearest to x.
    int placeAt(double x, int count) const;
    double yOf(double share) const { return plot.bottom() - share * plot.height(); }
    double shareAt(double y) const { return (plot.bottom() - y) / plot.height(); }
};

/// Room for titles and numbers is taken off `area`.
ParallelGeometry parallelGeometry(const Parallel& parallel, const QRectF& area, const ChartStyle& style);
/// The point whose line passes nearest to a pixel, at most `reach` away; -1 = none.
int lineAt(const Parallel& parallel, const ParallelGeometry& geometry, const QPointF& pixel, double reach);

/// What changes from moment to moment.
struct ParallelLook {
    std::vector<int> selected;  ///< Points, ascending; where there are some, or a brush, the others are paler.
    int hovered = -1;           ///< Point.
    int current = -1;           ///< Place of the axis that the keyboard is on.
    int layer = -1;             ///< Place of the axis of the layer that is selected elsewhere.
    int dragged = -1;           ///< Place of the axis whose title is dragged.
    double dragX = 0.0;         ///< Where to.
};
/// Nothing for fewer than one axis.
void paintParallel(QPainter& painter, const QRectF& area, const Parallel& parallel, const ChartStyle& style, const ParallelLook& look = {});

}  // namespace mho
