// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/constraint.h"
#include "widgets/bridge/text.h"
#include "widgets/views/layer_table.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace mho {

QString LayerTable::columnName(int column) const
{
    if (model_->isConstraintColumn(column)) {
        const auto kind = static_cast<std::size_t>(column - LayerTableModel::FirstConstraint);
        return QStringLiteral("constraint/") + toQString(constraints()[kind]->name());
    }
    switch (column) {
        case LayerTableModel::Name:
            return QStringLiteral("name");
        case LayerTableModel::Lock:
            return QStringLiteral("lock");
        case LayerTableModel::Shape:
            return QStringLiteral("shape");
        case LayerTableModel::Sensitivity:
            return QStringLiteral("sensitivity");
        default:
            break;
    }
    static const QStringList trailing{QStringLiteral("levels"),    QStringLiteral("quantizer"), QStringLiteral("ratio"),     QStringLiteral("kept"),
                                      QStringLiteral("crossbars"), QStringLiteral("occupancy"), QStringLiteral("adc"),
                                      QStringLiteral("energy")};
    return trailing.value(column - model_->column(LayerTableModel::LevelBits));
}

bool LayerTable::isUsed(int kind) const
{
    const auto uses = [kind](const LayerRow& row) { return row.constraints[static_cast<std::size_t>(kind)].inPlan; };
    return std::any_of(model_->layers().begin(), model_->layers().end(), uses);
}

bool LayerTable::isOffered(int column) const
{
    if (column == LayerTableModel::Name) {
        return false;
    }
    if (column == LayerTableModel::Sensitivity) {
        return model_->hasSensitivity();
    }
    // Nothing can be set in the column of a kind without a ratio, so it is there to be seen where a layer has the kind.
    return !model_->isConstraintColumn(column) || model_->isRatioColumn(column) ||
           isUsed(column - LayerTableModel::FirstConstraint) || !isColumnHidden(column);
}

void LayerTable::hideUnusedColumns()
{
    knewSensitivity_ = model_->hasSensitivity();
    for (int column = 0; column < model_->columnCount(); ++column) {
        const QVariant choice = choices_.value(columnName(column));
        if (column == LayerTableModel::Name) {
            continue;
        }
        if (!model_->isConstraintColumn(column)) {
            const bool empty = column == LayerTableModel::Sensitivity && !model_->hasSensitivity();
            if (column == model_->column(LayerTableModel::Levels)) {
                setColumnHidden(column, !choice.toBool());  // seldom another one than device
                continue;
            }
            setColumnHidden(column, empty || (choice.isValid() && !choice.toBool()));
            continue;
        }
        const int kind = column - LayerTableModel::FirstConstraint;
        const bool used = isUsed(kind);
        setColumnHidden(column, !used && !choice.toBool());
        if (used) {
            used_.insert(kind);
        } else {
            used_.erase(kind);
        }
    }
}

void LayerTable::showNewConstraints()
{
    if (knewSensitivity_ != model_->hasSensitivity()) {
        knewSensitivity_ = model_->hasSensitivity();
        const QVariant choice = choices_.value(columnName(LayerTableModel::Sensitivity));
        setColumnHidden(LayerTableModel::Sensitivity, !knewSensitivity_ || (choice.isValid() && !choice.toBool()));
        fitSliders();
    }
    for (int kind = 0; kind < model_->constraintColumns(); ++kind) {
        if (!isUsed(kind)) {
            used_.erase(kind);
        } else if (used_.insert(kind).second) {
            setColumnHidden(LayerTableModel::FirstConstraint + kind, false);
            fitSliders();
        }
    }
}

void LayerTable::setColumnChoices(const QVariantMap& choices)
{
    choices_ = choices;
    hideUnusedColumns();
    fitSliders();
}

void LayerTable::choose(int column, bool shown)
{
    if (model_->isConstraintColumn(column) && !shown) {
        choices_.remove(columnName(column));
    } else {
        choices_.insert(columnName(column), shown);
    }
    setColumnHidden(column, !shown);
    fitSliders();
    Q_EMIT columnsChosen();
}

void LayerTable::showHeaderMenu(const QPoint& position)
{
    QMenu menu;
    fillHeaderMenu(menu);
    menu.exec(horizontalHeader()->mapToGlobal(position));
}

void LayerTable::fillHeaderMenu(QMenu& menu)
{
    const auto add = [&](int column) {
        if (!isOffered(column)) {
            return;
        }
        QAction* action = menu.addAction(model_->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
        action->setData(columnName(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { choose(column, shown); });
    };
    for (int column = 0; column < model_->columnCount(); ++column) {
        if (!model_->isConstraintColumn(column)) {
            add(column);
        }
    }
    menu.addSeparator();
    for (int column = LayerTableModel::FirstConstraint; model_->isConstraintColumn(column); ++column) {
        add(column);
    }
}

void LayerTable::fitColumns()
{
    const auto characters = [this](int count) { return fontMetrics().horizontalAdvance(QLatin1Char('0')) * count + 16; };
    horizontalHeader()->setMinimumSectionSize(characters(3));
    // Sliders take what the other columns leave; the mark of the sorted column needs room beside the header's text.
    const int sorted = horizontalHeader()->sortIndicatorSection();
    horizontalHeader()->setSortIndicatorShown(false);
    const auto fixed = [&](int column, int count) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        horizontalHeader()->setSortIndicatorShown(column == sorted);
        setColumnWidth(column, std::max(characters(count), horizontalHeader()->sectionSizeHint(column)));
    };
    horizontalHeader()->setStretchLastSection(false);
    fixed(LayerTableModel::Name, 9);
    fixed(LayerTableModel::Lock, 3);
    setColumnWidth(LayerTableModel::Lock, characters(3));  // no text, and seldom sorted
    fixed(LayerTableModel::Shape, 11);
    fixed(LayerTableModel::Sensitivity, 12);
    fixed(model_->column(LayerTableModel::LevelBits), 7);
    fixed(model_->column(LayerTableModel::Levels), 14);
    fixed(model_->column(LayerTableModel::Ratio), 8);
    fixed(model_->column(LayerTableModel::Kept), 18);
    fixed(model_->column(LayerTableModel::Crossbars), 11);
    fixed(model_->column(LayerTableModel::Occupancy), 10);
    fixed(model_->column(LayerTableModel::AdcBits), 6);
    fixed(model_->column(LayerTableModel::EnergyShare), 13);
    horizontalHeader()->setSortIndicatorShown(true);
    fitSliders();
}

void LayerTable::fitSliders()
{
    int taken = 0;
    int sliders = 0;
    for (int c = 0; c < model_->columnCount(); ++c) {
        const bool slider = model_->isConstraintColumn(c) && !isColumnHidden(c);
        sliders += slider ? 1 : 0;
        taken += model_->isConstraintColumn(c) || isColumnHidden(c) ? 0 : columnWidth(c);
    }
    // Narrower sliders cannot be aimed at, the table scrolls instead; longer ones are a detour for the eye.
    const int least = fontMetrics().horizontalAdvance(QLatin1Char('0')) * 18;
    const int each = sliders > 0 ? std::clamp((viewport()->width() - taken) / sliders, least, (20 * least) / 9) : least;
    for (int c = LayerTableModel::FirstConstraint; model_->isConstraintColumn(c); ++c) {
        if (!isColumnHidden(c)) {
            setColumnWidth(c, each);
        }
    }
}

}  // namespace mho
