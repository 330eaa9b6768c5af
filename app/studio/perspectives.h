// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace mho {

/// Where the panels of a perspective stand at first.
struct PanelLayout {
    using Cell = QStringList;            ///< Panels as tabs, the first in front.
    using Row = std::vector<Cell>;       ///< From left to right, as wide as each other.
    using Column = std::vector<Row>;     ///< From top to bottom, as high as each other.
    QString id;                          ///< "view.tune"
    std::vector<Column> columns;         ///< Below the layer table, from left to right.
    std::vector<int> widths;             ///< Percent, one per column.
    int mostForTable = 40;               ///< Percent of the height; the table takes no more than its rows need.
};

/// The perspectives of Mho Studio, "view.tune" first.
const std::vector<PanelLayout>& panelLayouts();

/// Layouts of one window, each of which keeps what a person made of it.
class Perspectives : public QObject {
    Q_OBJECT

public:
    /// @param tableHeight pixels that the table in the middle would like to have
    Perspectives(QMainWindow* window, std::function<int()> tableHeight);

    /// Known by its object name. Panels of no layout stand hidden: forms at the right, views as tabs below.
    void add(QDockWidget* dock);

    const QString& current() const { return current_; }
    /// Goes to another perspective, as it was left or, the first time, as it stands at first.
    void show(const QString& id);
    /// Puts the panels of the present one where they stand at first.
    void reset();

    /// What is kept between sessions: the present perspective and the layouts of all.
    QByteArray save();
    /// False where the bytes are none of save(); nothing is changed then.
    bool restore(const QByteArray& bytes);
    /// Hides all panels, for a page that has none; back() brings them.
    void hideAll();
    void back();

Q_SIGNALS:
    void changed(const QString& id);

private:
    void arrange(const PanelLayout& layout);
    std::vector<PanelLayout::Column> known(const PanelLayout& layout) const;
    void arrangeColumns(const std::vector<PanelLayout::Column>& columns);
    void shareRoom(const PanelLayout& layout, const std::vector<PanelLayout::Column>& columns);
    QDockWidget* dock(const QString& name) const { return docks_.value(name); }

    QMainWindow* window_;
    std::function<int()> tableHeight_;
    QMap<QString, QDockWidget*> docks_;
    QString current_;
    QHash<QString, QByteArray> states_;
    bool hidden_ = false;
};

}  // namespace mho
