// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

#include <utility>

class QWidget;

namespace mho {

/// What a person set in the controls below a widget (choices, ticks, typed text, columns, splits, what is scrolled to), and logs, to be
/// put into another widget that is made in the same way.
class ViewState {
public:
    /// All of it, or only what is chosen of what a control offers: no text, no sizes.
    enum Extent { Everything, Choices };
    explicit ViewState(const QWidget* root, Extent extent = Everything);
    /// @param values of values(), as kept: restore() then does what follows when a person makes these choices, which a window that is made
    /// anew on a session that goes on must not
    explicit ViewState(QHash<QString, QVariant> values) : values_(std::move(values)), acts_(true) {}

    /// Controls that the other widget lacks, and choices that its controls do not offer, are left out.
    void restore(QWidget* root) const;
    const QHash<QString, QVariant>& values() const { return values_; }

private:
    QHash<QString, QVariant> values_;  ///< By the control's place in the tree.
    bool acts_ = false;
};

}  // namespace mho
