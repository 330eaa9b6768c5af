// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/table_menu.h"

#include "core/base/error.h"
#include "widgets/bridge/file_text.h"
#include "widgets/bridge/text.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QSaveFile>
#include <QStringList>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace mho {
namespace {

QString quoted(QString text, QChar separator)
{
    const bool needed = std::any_of(text.begin(), text.end(), [separator](QChar character) {
        return character == separator || character == QLatin1Char('"') || character == QLatin1Char('\n') || character == QLatin1Char('\r');
    });
    return needed ? QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"') : text;
}

QString field(const QVariant& value, QChar separator)
{
    return quoted(inFile(value.toString()), separator);
}

QString field(const QModelIndex& cell, QChar separator)
{
    return cell.data(kVerbatimRole).toBool() ? quoted(cell.data().toString(), separator) : field(cell.data(), separator);
}

/// Logical indices of what a header shows, in the order it shows them.
QList<int> shown(const QHeaderView& header)
{
    QList<int> sections;
    for (int place = 0; place < header.count(); ++place) {
        if (!header.isSectionHidden(header.logicalIndex(place))) {
            sections.append(header.logicalIndex(place));
        }
    }
    return sections;
}

/// The first cell of each row, depth first.
void addRows(const QAbstractItemModel& model, const QModelIndex& parent, QList<QModelIndex>& rows)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows.append(model.index(row, 0, parent));
        addRows(model, rows.last(), rows);
    }
}

void save(QAbstractItemView& table)
{
    const QString title = QCoreApplication::translate("TableMenu", "Save Table");
    const QString path = QFileDialog::getSaveFileName(table.window(), title, fileNameOf(table.accessibleName()) + QStringLiteral(".csv"),
                                                      QCoreApplication::translate("TableMenu", "Tables (*.csv *.tsv)"));
    if (path.isEmpty()) {
        return;
    }
    const bool tabs = path.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive);
    const QByteArray bytes = tableText(table, QLatin1Char(tabs ? '\t' : ',')).toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        const Error error(ErrorCode::InputOutput, MHO_TEXT("The file cannot be written: %1. Choose another folder or free space"),
                          {file.errorString().toStdString()}, path.toStdString());
        QMessageBox::warning(table.window(), title, errorText(error));
    }
}

}  // namespace

QString tableText(const QAbstractItemView& table, QChar separator)
{
    const QAbstractItemModel& model = *table.model();
    const auto* grid = qobject_cast<const QTableView*>(&table);
    const auto* list = qobject_cast<const QListView*>(&table);
    const QList<int> columns = list != nullptr   ? QList<int>{list->modelColumn()}
                               : grid != nullptr ? shown(*grid->horizontalHeader())
                                                 : shown(*qobject_cast<const QTreeView*>(&table)->header());
    const bool named = grid != nullptr && !grid->verticalHeader()->isHidden();
    QList<QModelIndex> rows;
    if (grid == nullptr) {
        addRows(model, {}, rows);
    } else {
        for (const int row : shown(*grid->verticalHeader())) {
            rows.append(model.index(row, 0));
        }
    }
    QString text;
    const auto addLine = [&text, separator](const QStringList& fields) { text += fields.join(separator) + QLatin1Char('\n'); };
    QStringList titles;
    if (named) {
        titles.append(QString());
    }
    for (const int column : columns) {
        titles.append(list != nullptr ? quoted(table.accessibleName(), separator) : field(model.headerData(column, Qt::Horizontal), separator));
    }
    addLine(titles);
    for (const QModelIndex& row : rows) {
        QStringList fields;
        if (named) {
            fields.append(field(model.headerData(row.row(), Qt::Vertical), separator));
        }
        for (const int column : columns) {
            fields.append(field(row.siblingAtColumn(column), separator));
        }
        addLine(fields);
    }
    return text;
}

void addTableActions(QMenu& menu, QAbstractItemView& table)
{
    menu.addAction(QCoreApplication::translate("TableMenu", "Copy Table"), &table,
                   [&table] { QGuiApplication::clipboard()->setText(tableText(table, QLatin1Char('\t'))); });
    menu.addAction(QCoreApplication::translate("TableMenu", "Save Table As…"), &table, [&table] { save(table); });
}

void addTableMenu(QAbstractItemView& table)
{
    const bool alone = table.contextMenuPolicy() != Qt::ActionsContextMenu;
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&table, &QWidget::customContextMenuRequested, &table, [&table, alone](const QPoint& at) {
        auto* menu = new QMenu(&table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (!alone) {
            menu->addActions(table.actions());
            menu->addSeparator();
        }
        addTableActions(*menu, table);
        menu->popup(table.viewport()->mapToGlobal(at));
    });
}

}  // namespace mho
