// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>
#include <Qt>

class QAbstractItemView;
class QMenu;

namespace mho {

/// A cell of which this is true is written as it is, as command lines must be.
constexpr int kVerbatimRole = Qt::UserRole + 86;  // above those that lists use for themselves

/// The rows and columns that are shown, in the order and words that are shown, with a line of titles (and a column of them where the
/// table has one that is shown), of a tree also the rows that are folded away; numbers as files have them (inFile()). Fields with
/// separators, quotes or line ends are quoted (RFC 4180).
/// A list has one column, titled by its accessible name.
/// @param table a QTableView, QTreeView or QListView  @param separator of the fields: a comma or a tabulator
QString tableText(const QAbstractItemView& table, QChar separator);

/// Adds Copy Table (tab-separated) and Save Table As… (CSV, TSV).
void addTableActions(QMenu& menu, QAbstractItemView& table);

/// Gives a table the two in its context menu: after its own actions where it shows these (Qt::ActionsContextMenu), else alone.
void addTableMenu(QAbstractItemView& table);

}  // namespace mho
