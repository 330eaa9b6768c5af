// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_menu.h"

#include <QChart>
#include <QChartView>
#include <QStringList>
#include <QValueAxis>

namespace mho {

/// A chart that follows the window's palette, and can be copied and saved from its context menu under its accessible name. Axes are styled by restyle() after they are added.
class ThemedChartView : public QChartView {
    Q_OBJECT

public:
    explicit ThemedChartView(QWidget* parent = nullptr);
    void restyle();
    /// As it is printed: light, and with room for the titles of its axes.
    PaperFigure figure();
    /// PaperFigure::command of what is shown; empty at first.
    void setFigureCommand(const QStringList& command) { command_ = command; }

    QSize minimumSizeHint() const override { return {160, 110}; }

Q_SIGNALS:
    /// Series colours are to be set anew.
    void themeChanged();

protected:
    void changeEvent(QEvent* event) override;
    /// Where there is little height, the numbers of the axes are worth more than their titles; none is cut.
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showTitles();
    QSize sizeOnPaper() const;
    void paintOnPaper(QPainter& painter, const QRectF& area);

    QStringList command_;
};

/// From 0 to a round number at or above `high` (> 0) with up to five round steps, whatever the axis had before.
void fitFromZero(QValueAxis& axis, double high);

}  // namespace mho
