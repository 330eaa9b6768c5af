// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

namespace mho {

/// Which points of a CompareSet are selected, and which one is looked at: one object that several views share.
class CompareSelection : public QObject {
    Q_OBJECT

public:
    explicit CompareSelection(QObject* parent = nullptr);

    /// Indices into CompareSet::points, ascending.
    const std::vector<int>& selected() const { return selected_; }
    bool isSelected(int point) const;
    /// @param source who selects, so that a view can tell its own selections
    void select(std::vector<int> points, const QObject* source = nullptr);
    /// Adds the point, or takes it away.
    void toggle(int point, const QObject* source = nullptr);
    /// -1 = none.
    int hovered() const { return hovered_; }
    void hover(int point);
    /// Asks for the point to be loaded.
    void activate(int point);

Q_SIGNALS:
    void changed(const QObject* source);
    void hoverChanged(int point);
    void activated(int point);

private:
    std::vector<int> selected_;
    int hovered_ = -1;
};

}  // namespace mho
