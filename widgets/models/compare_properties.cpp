// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/compare_properties.h"

#include "core/base/units.h"
#include "core/run/recipe.h"
#include "widgets/bridge/hardware_words.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/bridge/time_text.h"
#include "widgets/figure/axis_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("CompareProperties", text);
}

/// Rows in the order in which they are first named.
class Rows {
public:
    explicit Rows(std::size_t points) : points_(points) {}

    /// Rows named from here on are about this layer; empty = about the whole point.
    void beginLayer(const QString& name) { layer_ = name; }
    CompareProperty::Cell& cell(const QString& title, std::size_t point, const QString& tip = {})
    {
        auto found = std::find_if(rows_.begin(), rows_.end(), [&](const CompareProperty& row) { return row.title == title; });
        if (found == rows_.end()) {
            rows_.push_back({title, tip, layer_, std::vector<CompareProperty::Cell>(points_)});
            found = rows_.end() - 1;
        }
        return found->cells[point];
    }
    void set(const QString& title, std::size_t point, const QString& text, const QString& tip = {})
    {
        if (!text.isEmpty()) {
            cell(title, point, tip) = {text, text};
        }
    }
    std::vector<CompareProperty> take() { return std::move(rows_); }

private:
    std::size_t points_;
    QString layer_;
    std::vector<CompareProperty> rows_;
};

/// What is too long for a cell is cut there, but not where cells are held against each other.
CompareProperty::Cell shortened(const QString& text)
{
    constexpr int kLongest = 40;
    return {text.size() > kLongest ? text.left(kLongest - 1) + QStringLiteral("…") : text, text};
}

QString constraintText(const ConstraintSpec& spec)
{
    QStringList parts{labelText(spec.kind)};
    if (spec.ratio > 1.0) {
        parts.append(QStringLiteral("%1×").arg(shortText(spec.ratio, 5)));
    }
    for (const auto& [name, value] : spec.options) {
        parts.append(QStringLiteral("%1 %2").arg(labelText(name), inLanguage(exactText(value))));
    }
    return parts.join(QLatin1Char(' '));
}

void addOrigin(Rows& rows, const DesignPoint& point, std::size_t at)
{
    rows.cell(words(QT_TRANSLATE_NOOP("CompareProperties", "Kept")), at) = {localTimeText(point.time), toQString(point.time)};
    const bool run = point.origin == DesignOrigin::Run;
    QString origin = run ? words(QT_TRANSLATE_NOOP("CompareProperties", "Run of %1, seed %2")).arg(toQString(point.recipe)).arg(point.seed)
                         : words(QT_TRANSLATE_NOOP("CompareProperties", "Preview"));
    if (point.stoppedEarly) {
        origin += words(QT_TRANSLATE_NOOP("CompareProperties", ", stopped and kept"));
    }
    if (point.masksArePlaceholders) {
        origin += words(QT_TRANSLATE_NOOP("CompareProperties", ", not trained"));
    }
    rows.set(words(QT_TRANSLATE_NOOP("CompareProperties", "Origin")), at, origin);
    const QString hash = toQString(point.networkHash);
    rows.cell(words(QT_TRANSLATE_NOOP("CompareProperties", "Network")), at,
              words(QT_TRANSLATE_NOOP("CompareProperties", "SHA-256 of the graph and the weights behind the masks"))) = {hash.left(12), hash};
    rows.set(words(QT_TRANSLATE_NOOP("CompareProperties", "Accuracy is")), at, accuracyKindText(point.accuracy.kind));
}

void addCounts(Rows& rows, const DesignPoint& point, std::size_t at)
{
    const DesignFigures& figures = point.figures;
    const auto count = [&](const char* title, std::int64_t value) { rows.set(words(title), at, toQString(countText(value))); };
    count(QT_TRANSLATE_NOOP("CompareProperties", "Weights"), figures.weights);
    count(QT_TRANSLATE_NOOP("CompareProperties", "Weights kept"), figures.weightsKept);
    count(QT_TRANSLATE_NOOP("CompareProperties", "Crossbars, dense"), figures.crossbarsDense);
}

void addPlan(Rows& rows, const Plan& plan, std::size_t at)
{
    for (const LayerPlan& layer : plan.layers) {
        const QString name = toQString(layer.layer);
        rows.beginLayer(name);
        QStringList kinds;
        for (const ConstraintSpec& spec : layer.constraints) {
            kinds.append(constraintText(spec));
        }
        CompareProperty::Cell& cell = rows.cell(words(QT_TRANSLATE_NOOP("CompareProperties", "%1: constraints")).arg(name), at);
        cell.text = kinds.isEmpty() ? words(QT_TRANSLATE_NOOP("CompareProperties", "dense")) : kinds.join(QStringLiteral(", "));
        // What a text of five digits hides still tells plans apart.
        Plan one;
        one.layers = {{.layer = layer.layer, .constraints = layer.constraints}};
        cell.exact = toQString(planToJson(one));
        rows.set(words(QT_TRANSLATE_NOOP("CompareProperties", "%1: levels")).arg(name), at,
                 layer.levelBits == 0 ? words(QT_TRANSLATE_NOOP("CompareProperties", "float"))
                                      : QStringLiteral("%1, %2").arg(metricText(layer.levelBits, "bits"), labelText(layer.levels)));
        rows.set(words(QT_TRANSLATE_NOOP("CompareProperties", "%1: penalty factor")).arg(name), at, inLanguage(exactText(layer.rho)));
    }
    rows.beginLayer({});
}

void addHardware(Rows& rows, const Hardware& hardware, std::size_t at)
{
    for (const HardwareField& field : hardwareFields()) {
        const HardwareValue value = field.value(hardware);
        const QString unit = field.kind == HardwareFieldKind::Whole ? unitText(field) : QString();  // others have it in their text
        const QString text = hardwareValueText(field, value) + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
        const QString title = words(QT_TRANSLATE_NOOP("CompareProperties", "Hardware: %1")).arg(fieldLabel(field));
        rows.cell(title, at, toQString(field.name)) = shortened(text);
    }
}

void addAxes(Rows& rows, const CompareSet& set, bool layers)
{
    for (const CompareAxis& axis : set.axes) {
        if (axis.isLayer() != layers) {
            continue;
        }
        rows.beginLayer(layers ? axis.label : QString());
        const QString title = layers ? words(QT_TRANSLATE_NOOP("CompareProperties", "%1: ratio")).arg(axis.label) : axis.label;
        for (std::size_t i = 0; i < axis.values.size(); ++i) {
            if (axis.values[i]) {
                rows.cell(title, i, axis.title) = {metricText(*axis.values[i], axis.unit), toQString(exactText(*axis.values[i]))};
            }
        }
    }
    rows.beginLayer({});
}

void addSettings(Rows& rows, const CompareSet& set, const std::vector<StudyContent>& studies)
{
    for (std::size_t i = 0; i < set.points.size(); ++i) {
        const ComparePoint& point = set.points[i];
        if (point.source != PointSource::Study) {
            continue;
        }
        const StudyContent& study = studies[point.study];
        rows.set(words(QT_TRANSLATE_NOOP("CompareProperties", "Origin")), i,
                 words(QT_TRANSLATE_NOOP("CompareProperties", "Study %1, point %2")).arg(toQString(study.name)).arg(point.index + 1));
        for (const SweepSetting& setting : study.points[point.index].settings) {
            const QString title = words(QT_TRANSLATE_NOOP("CompareProperties", "Setting: %1")).arg(toQString(setting.field));
            rows.cell(title, i) = shortened(toQString(setting.value));
        }
    }
}

}  // namespace

std::vector<CompareProperty> compareProperties(const CompareSet& set, const std::vector<DesignPoint>& points,
                                               const std::vector<StudyContent>& studies)
{
    Rows rows(set.points.size());
    // One kind of row after the other; rows keep the order in which they are first named.
    const auto eachDesign = [&](const auto& add) {
        for (std::size_t i = 0; i < set.points.size(); ++i) {
            if (set.points[i].source != PointSource::Study) {
                add(rows, points[set.points[i].index], i);
            }
        }
    };
    eachDesign(addOrigin);
    addSettings(rows, set, studies);
    addAxes(rows, set, false);
    eachDesign(addCounts);
    addAxes(rows, set, true);
    eachDesign([](Rows& to, const DesignPoint& point, std::size_t at) { addPlan(to, point.plan, at); });
    eachDesign([](Rows& to, const DesignPoint& point, std::size_t at) {
        addHardware(to, point.hardware, at);
    });
    return rows.take();
}

}  // namespace mho
