// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"
#include "tests/widgets/networks.h"
#include "widgets/models/layer_table_model.h"
#include "widgets/views/layer_table.h"
#include "widgets/views/ratio_delegate.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QTest>

namespace mho::test {

/// The table of LeNet-5 (conv1, conv2, fc1, fc2) with a filter ratio of 2 on conv2 and 5-bit levels.
struct TableCase {
    TableCase()
    {
        rows(2.0);
        table.resize(1700, 300);
        table.show();
        table.setFocus();
        for (int c = LayerTableModel::FirstConstraint; model.isConstraintColumn(c); ++c) {
            const auto kind = static_cast<std::size_t>(c - LayerTableModel::FirstConstraint);
            filter = constraints()[kind]->name() == "filter" ? c : filter;
        }
    }

    void rows(double ratio)
    {
        const auto network = lenet(false);
        model.setRows(layerRows(*preview(network, lenetPlan(*network, ratio))));
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names.append(model.index(row, LayerTableModel::Name).data().toString());
        }
        return names;
    }
    double ratio(int layer) const
    {
        return model.index(model.rowOf(layer), filter).data(LayerTableModel::RatioRole).toDouble();
    }
    QPoint middle(int layer, int column) const { return table.visualRect(model.index(model.rowOf(layer), column)).center(); }
    QPoint onSlider(int layer, double place) const
    {
        const QRectF bar =
            RatioDelegate::groove(table.visualRect(model.index(model.rowOf(layer), filter)), table.fontMetrics());
        return QPointF(bar.left() + place * bar.width(), bar.center().y()).toPoint();
    }
    void click(const QPoint& at, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, keys, at);
    }
    void clickHeader(int column)
    {
        QHeaderView* header = table.horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 12, header->height() / 2));
    }

    LayerTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    LayerTable table{&model};
    int filter = -1;
};

}  // namespace mho::test
