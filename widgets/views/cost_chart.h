// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/law_band.h"
#include "widgets/models/cost_parts.h"
#include "widgets/views/themed_chart_view.h"

#include <QColor>
#include <QList>
#include <QPointF>

#include <vector>

class QBarCategoryAxis;
class QHorizontalStackedBarSeries;
class QLineSeries;
class QValueAxis;

namespace mho {

/// Two stacked bars, dense and compressed, with a line beside each over the band that ADC laws make of it.
class CostChart : public ThemedChartView {
    Q_OBJECT

public:
    /// @param dense, compressed what the bars are called
    CostChart(const QString& dense, const QString& compressed, QWidget* parent = nullptr);

    /// Bars of the parts in their order, each with its name, without bands.
    /// Each has a colour and a pattern of its own.
    /// @param title of the axis; its unit is put behind  @param marked CostPart::place of the part with a border; -1 = none
    void showParts(const std::vector<CostPart>& parts, CostQuantity quantity, const QString& title, int marked = -1);
    /// In the quantity of the parts.
    void showBands(const LawBand::Range& dense, const LawBand::Range& compressed);
    void clearBands();
    void clear();

Q_SIGNALS:
    /// A bar of this part, by its CostPart::place; not of a sum of parts.
    void partClicked(int place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSets(const std::vector<CostPart>& parts, int marked);
    void appendSet();
    /// Names of parts below the bars, or beside them where a line has no room for all.
    void placeLegend();

    double unit_ = 1.0;            ///< What the axis counts in.
    std::vector<CostPart> parts_;  ///< A bar set each.
    std::vector<QColor> colours_;  ///< Of the bar sets.
    QHorizontalStackedBarSeries* bars_;
    QBarCategoryAxis* cases_;
    QValueAxis* values_;
    QValueAxis* places_;  ///< Of the bands: a case's bar lies at its number, from 0.
    QLineSeries* denseBand_;
    QLineSeries* compressedBand_;
};

/// Points of a line from `low` to `high` at the height `place`, with a stroke across each end. An end beyond `edge`, where the
/// axis ends, is an arrowhead there.
QList<QPointF> bandLine(double low, double high, double place, double edge);

}  // namespace mho
