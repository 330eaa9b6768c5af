// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

class QMenu;
class QTableView;

namespace mho {

/// The rows and columns that are shown, in the order and words that are shown, with a line of titles (and a column of them where the
/// table has one that is shown); numbers as files have them (inFile()). Fields with separators, quotes or line ends are quoted (RFC 4180).
/// @param separator of the fields: a comma or a tabulator
QString tableText(const QTableView& table, QChar separator);

/// Adds Copy Table (tab-separated) and Save Table As… (CSV, TSV).
void addTableActions(QMenu& menu, QTableView& table);

/// Gives a table the two in its context menu: after its own actions where it shows these (Qt::ActionsContextMenu), else alone.
void addTableMenu(QTableView& table);

}  // namespace mho
