// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/pareto.h"
#include "core/explore/study.h"
#include "core/project/design_point.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// Where a point that is compared comes from.
enum class PointSource { Preview, Run, Study };

/// A point of the views.
struct ComparePoint {
    QString name;
    PointSource source = PointSource::Preview;
    std::int64_t id = 0;          ///< Of the design point; 0 where it is of a study.
    std::size_t index = 0;        ///< Into the design points, or the points of `study`.
    std::size_t study = 0;        ///< Into the studies, where it is of one.
    AccuracyKind accuracy = AccuracyKind::None;

    /// The same point, perhaps in another set and under another name.
    bool isSame(const ComparePoint& other) const;
};

/// A number that each point may have: what an axis shows.
struct CompareAxis {
    QString key;    ///< "energy", or "layer/NAME": the same in every set.
    QString label;  ///< Short: "Energy".
    QString title;  ///< "Energy of an inference"
    std::string unit;                 ///< As metricText() takes it.
    std::optional<Direction> better;  ///< None: neither way is better.
    std::vector<std::optional<double>> values;  ///< Per point; finite.

    bool isLayer() const { return key.startsWith(QLatin1String("layer/")); }
    /// Counts and bits.
    bool whole() const;
};

/// A row of the table.
struct CompareProperty {
    QString title;
    QString tip;
    QString layer = {};  ///< That it is a property of; empty = of the whole point.
    struct Cell {
        QString text;   ///< Empty = the point does not say.
        QString exact;  ///< What tells two cells apart: texts are rounded.
    };
    std::vector<Cell> cells = {};  ///< Per point.
};

/// All that the views of a comparison show.
struct CompareSet {
    std::vector<ComparePoint> points;
    std::vector<CompareAxis> axes;  ///< Metrics, then the ratio of each layer. Those no point has are left out.
    std::vector<CompareProperty> properties;

    const CompareAxis* axis(const QString& key) const;
};

/// Points first, then the finished points of the studies. Throws Error BadFormat for a study's result that is none.
CompareSet compareSet(const std::vector<DesignPoint>& points, const std::vector<StudyContent>& studies);

/// "measured on test images"; empty for None.
QString accuracyKindText(AccuracyKind kind);

/// One line on a point: name, source, the two numbers looked at, and what its accuracy is worth.
QString pointText(const CompareSet& set, int point, const std::vector<const CompareAxis*>& axes);

}  // namespace mho
