// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

class QWidget;

namespace mho {

/// What a person set in the controls below a widget (choices, ticks, typed text, columns, splits, what is scrolled to), and logs, to be
/// put into another widget that is made in the same way.
class ViewState {
public:
    explicit ViewState(const QWidget* root);

    /// Controls that the other widget lacks are left out.
    void restore(QWidget* root) const;

private:
    QHash<QString, QVariant> values_;  ///< By the control's place in the tree.
};

}  // namespace mho
