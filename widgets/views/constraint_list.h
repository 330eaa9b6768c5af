// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace mho {

class ConstraintRow;

/// The constraints of a layer, one below the other in their order, and a button that adds one.
class ConstraintList : public QScrollArea {
    Q_OBJECT

public:
    explicit ConstraintList(QWidget* parent = nullptr);

    /// Replaces the rows; the focus stays at its place among them.
    void setSpecs(const std::vector<ConstraintSpec>& specs);
    const std::vector<ConstraintSpec>& specs() const { return specs_; }

    const QList<ConstraintRow*>& rows() const { return rows_; }
    QMenu* addMenu() { return addMenu_; }
    /// All that a person can reach, in the order of the tab key; never empty.
    QList<QWidget*> controls() const;

Q_SIGNALS:
    /// @param what names the edit (edit_words.h), %1 = the layer: "Add filter to %1"
    /// @param ofValue a number may have changed by one step of many (a key held down)
    void edited(const QString& what, bool ofValue);
    /// controls() are others, or in another order.
    void arranged();

private:
    void makeAddMenu();
    void makeRow(const ConstraintSpec& spec);
    void dropRow(ConstraintRow* row);
    void addConstraint(const Constraint& kind);
    void removeRow(ConstraintRow* row);
    void moveRow(ConstraintRow* row, int by);
    void takeRow(ConstraintRow* row, const QString& what);
    /// After rows came, went, moved or changed their kind: buttons, menu, width.
    void arrange();

    std::vector<ConstraintSpec> specs_;
    QList<ConstraintRow*> rows_;
    QVBoxLayout* list_;
    QLabel* none_;
    QPushButton* add_;
    QMenu* addMenu_;
};

}  // namespace mho
