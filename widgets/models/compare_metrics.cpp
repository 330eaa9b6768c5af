// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/compare_metrics.h"

#include "widgets/bridge/text.h"

#include <QCoreApplication>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("CompareMetrics", text);
}

std::optional<double> ratioOf(const DesignPoint& point)
{
    const DesignFigures& figures = point.figures;
    return figures.weightsKept > 0
               ? std::optional<double>(static_cast<double>(figures.weights) / static_cast<double>(figures.weightsKept))
               : std::nullopt;
}

/// Title, unit and direction are those of the studies, so that both agree.
CompareMetric ofStudies(const char* name, const QString& label, std::optional<double> (*value)(const DesignPoint&))
{
    const StudyMetric& metric = studyMetric(name);
    return {QString::fromLatin1(name), label, coreText(metric.title), std::string(metric.unit), metric.better, value, &metric};
}

}  // namespace

std::vector<CompareMetric> compareMetrics()
{
    std::vector<CompareMetric> metrics;
    metrics.push_back(ofStudies("accuracy", words(QT_TRANSLATE_NOOP("CompareMetrics", "Accuracy")),
                                [](const DesignPoint& point) { return point.accuracy.percent; }));
    metrics.back().title = words(QT_TRANSLATE_NOOP("CompareMetrics", "Accuracy, top-1"));
    metrics.push_back(ofStudies("ratio", words(QT_TRANSLATE_NOOP("CompareMetrics", "Ratio")), ratioOf));
    metrics.back().unit = std::string("x");
    metrics.push_back(ofStudies("crossbars", words(QT_TRANSLATE_NOOP("CompareMetrics", "Crossbars")), [](const DesignPoint& point) {
        return std::optional<double>(static_cast<double>(point.figures.crossbars));
    }));
    metrics.push_back({QStringLiteral("occupancy"), words(QT_TRANSLATE_NOOP("CompareMetrics", "Occupancy")),
                       words(QT_TRANSLATE_NOOP("CompareMetrics", "Occupancy: programmed cells / cells of the crossbars")), "%",
                       Direction::Maximise,
                       [](const DesignPoint& point) { return std::optional<double>(100.0 * point.figures.occupancy); }, nullptr});
    metrics.push_back(ofStudies("energy", words(QT_TRANSLATE_NOOP("CompareMetrics", "Energy")),
                                [](const DesignPoint& point) { return point.figures.energyJ; }));
    metrics.push_back(ofStudies("power", words(QT_TRANSLATE_NOOP("CompareMetrics", "Power")),
                                [](const DesignPoint& point) { return point.figures.powerW; }));
    metrics.push_back(ofStudies("area", words(QT_TRANSLATE_NOOP("CompareMetrics", "Area")),
                                [](const DesignPoint& point) { return std::optional<double>(point.figures.areaMm2); }));
    metrics.push_back(ofStudies("latency", words(QT_TRANSLATE_NOOP("CompareMetrics", "Latency")),
                                [](const DesignPoint& point) { return point.figures.latencyS; }));
    metrics.push_back(ofStudies("throughput", words(QT_TRANSLATE_NOOP("CompareMetrics", "Throughput")),
                                [](const DesignPoint& point) { return point.figures.throughputPerS; }));
    metrics.push_back(ofStudies("adc-bits", words(QT_TRANSLATE_NOOP("CompareMetrics", "ADC bits")), [](const DesignPoint& point) {
        return std::optional<double>(static_cast<double>(point.figures.adcBits));
    }));
    return metrics;
}

}  // namespace mho
