// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/compare_set.h"

#include "widgets/bridge/text.h"
#include "widgets/figure/axis_scale.h"
#include "widgets/figure/chart_style.h"
#include "widgets/models/compare_metrics.h"
#include "widgets/models/compare_properties.h"
#include "widgets/models/study_layers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("CompareSet", text);
}

void addPoints(CompareSet& set, const std::vector<DesignPoint>& points, const std::vector<StudyContent>& studies)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        set.points.push_back({toQString(points[i].name), points[i].origin == DesignOrigin::Run ? PointSource::Run : PointSource::Preview,
                              points[i].id, i, 0, points[i].accuracy.kind});
    }
    for (std::size_t s = 0; s < studies.size(); ++s) {
        for (std::size_t i = 0; i < studies[s].points.size(); ++i) {
            if (studies[s].points[i].state == PointState::Done) {
                set.points.push_back({QStringLiteral("%1: %2").arg(toQString(studies[s].name), toQString(settingsText(studies[s].points[i].settings))),
                                      PointSource::Study, 0, i, s,
                                      studies[s].mode == SweepMode::Run ? AccuracyKind::Measured : AccuracyKind::None});
            }
        }
    }
}

std::optional<double> valueOf(const CompareMetric& metric, const ComparePoint& point, const std::vector<DesignPoint>& points,
                              const std::vector<StudyContent>& studies)
{
    if (point.source != PointSource::Study) {
        return metric.ofDesign(points[point.index]);
    }
    const StudyContent& study = studies[point.study];
    return metric.ofStudy == nullptr ? std::nullopt : metric.ofStudy->value(study.points[point.index].resultJson, study.mode);
}

std::vector<LayerWeights> layersOf(const ComparePoint& point, const std::vector<DesignPoint>& points, const std::vector<StudyContent>& studies)
{
    return point.source == PointSource::Study ? studyLayers(studies[point.study].points[point.index].resultJson) : points[point.index].layers;
}

/// One axis a layer, in the order in which points name them.
std::vector<CompareAxis> layerAxes(const CompareSet& set, const std::vector<DesignPoint>& points, const std::vector<StudyContent>& studies)
{
    std::vector<CompareAxis> axes;
    for (std::size_t i = 0; i < set.points.size(); ++i) {
        for (const LayerWeights& layer : layersOf(set.points[i], points, studies)) {
            const QString key = QStringLiteral("layer/") + toQString(layer.layer);
            auto found = std::find_if(axes.begin(), axes.end(), [&](const CompareAxis& axis) { return axis.key == key; });
            if (found == axes.end()) {
                const QString name = toQString(layer.layer);
                axes.push_back({key, name, words(QT_TRANSLATE_NOOP("CompareSet", "Ratio of layer %1")).arg(name), "x", std::nullopt,
                                std::vector<std::optional<double>>(set.points.size())});
                found = axes.end() - 1;
            }
            if (layer.kept > 0) {
                found->values[i] = static_cast<double>(layer.weights) / static_cast<double>(layer.kept);
            }
        }
    }
    return axes;
}

}  // namespace

bool ComparePoint::isSame(const ComparePoint& other) const
{
    return id != 0 || other.id != 0 ? id == other.id : study == other.study && index == other.index && name == other.name;
}

bool CompareAxis::whole() const
{
    return key == QLatin1String("crossbars") || unit == "bits";
}

const CompareAxis* CompareSet::axis(const QString& key) const
{
    const auto found = std::find_if(axes.begin(), axes.end(), [&](const CompareAxis& axis) { return axis.key == key; });
    return found == axes.end() ? nullptr : &*found;
}

CompareSet compareSet(const std::vector<DesignPoint>& points, const std::vector<StudyContent>& studies)
{
    CompareSet set;
    addPoints(set, points, studies);
    for (const CompareMetric& metric : compareMetrics()) {
        CompareAxis axis{metric.key, metric.label, metric.title, metric.unit, metric.better, {}};
        for (const ComparePoint& point : set.points) {
            const std::optional<double> value = valueOf(metric, point, points, studies);
            axis.values.push_back(value && std::isfinite(*value) ? value : std::nullopt);
        }
        set.axes.push_back(std::move(axis));
    }
    for (CompareAxis& axis : layerAxes(set, points, studies)) {
        set.axes.push_back(std::move(axis));
    }
    set.axes.erase(std::remove_if(set.axes.begin(), set.axes.end(),
                                  [](const CompareAxis& axis) {
                                      return std::none_of(axis.values.begin(), axis.values.end(), [](const auto& value) { return value.has_value(); });
                                  }),
                   set.axes.end());
    set.properties = compareProperties(set, points, studies);
    for (ComparePoint& point : set.points) {
        const CompareAxis* accuracy = set.axis(QStringLiteral("accuracy"));
        const auto at = static_cast<std::size_t>(&point - set.points.data());
        if (accuracy == nullptr || !accuracy->values[at]) {
            point.accuracy = AccuracyKind::None;
        }
    }
    return set;
}

QString accuracyKindText(AccuracyKind kind)
{
    switch (kind) {
        case AccuracyKind::None:
            return {};
        case AccuracyKind::OneShot:
            return words(QT_TRANSLATE_NOOP("CompareSet", "one shot, on held-out training images"));
        case AccuracyKind::OneShotEstimated:
            return words(QT_TRANSLATE_NOOP("CompareSet", "estimated, one shot on held-out training images"));
        case AccuracyKind::Estimated:
            return words(QT_TRANSLATE_NOOP("CompareSet", "estimated, after training"));
        case AccuracyKind::Measured:
            return words(QT_TRANSLATE_NOOP("CompareSet", "measured on test images"));
    }
    return {};
}

QString pointText(const CompareSet& set, int point, const std::vector<const CompareAxis*>& axes)
{
    const auto at = static_cast<std::size_t>(point);
    QStringList parts{set.points[at].name, sourceText(set.points[at].source)};
    for (const CompareAxis* axis : axes) {
        if (axis == nullptr || !axis->values[at]) {
            continue;
        }
        QString part = QStringLiteral("%1 %2").arg(axis->label, metricText(*axis->values[at], axis->unit));
        if (axis->key == QLatin1String("accuracy") && set.points[at].accuracy != AccuracyKind::None) {
            part += QStringLiteral(" (%1)").arg(accuracyKindText(set.points[at].accuracy));
        }
        parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace mho
