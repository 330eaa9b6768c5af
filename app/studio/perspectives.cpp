// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/perspectives.h"

#include <QDataStream>
#include <QDockWidget>
#include <QIODevice>
#include <QMainWindow>

#include <algorithm>

namespace mho {
namespace {

/// Of what save() writes; layouts of other programs' versions are not taken.
constexpr quint32 kVersion = 1;
constexpr QSize kRoomForAll(1100, 700);
/// Menus, bars and the status line.
constexpr int kFrame = 130;

bool isForm(const QString& name)
{
    static const QStringList forms{QStringLiteral("constraints"), QStringLiteral("hardware"), QStringLiteral("stages"), QStringLiteral("data"),
                                   QStringLiteral("journal")};
    return forms.contains(name);
}

}  // namespace

const std::vector<PanelLayout>& panelLayouts()
{
    const auto name = [](const char* text) { return QString::fromLatin1(text); };
    static const std::vector<PanelLayout> layouts{
        {name("view.tune"),
         {{{{name("crossbars")}}}, {{{name("cost")}, {name("conductances")}}, {{name("run")}}}},
         {38, 62},
         40},
        {name("view.map"), {{{{name("crossbars")}}}, {{{name("mask")}}, {{name("conductances"), name("adc")}}}}, {68, 32}, 20},
        {name("view.runs"), {{{{name("run")}}}, {{{name("cost")}}, {{name("conductances")}}}}, {66, 34}, 25},
        {name("view.points"), {{{{name("compare")}}}}, {100}, 20},
    };
    return layouts;
}

Perspectives::Perspectives(QMainWindow* window, std::function<int()> tableHeight)
    : QObject(window), window_(window), tableHeight_(std::move(tableHeight)), current_(panelLayouts().front().id)
{
    // A column of fields is narrow and long.
    window_->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

void Perspectives::add(QDockWidget* dock)
{
    docks_.insert(dock->objectName(), dock);
    window_->addDockWidget(isForm(dock->objectName()) ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea, dock);
}

void Perspectives::show(const QString& id)
{
    if (id != current_) {
        states_[current_] = window_->saveState();
        current_ = id;
        if (!states_.contains(id) || !window_->restoreState(states_.value(id))) {
            reset();
        }
    }
    Q_EMIT changed(current_);
}

void Perspectives::reset()
{
    const auto found = std::find_if(panelLayouts().begin(), panelLayouts().end(),
                                    [this](const PanelLayout& layout) { return layout.id == current_; });
    arrange(*found);
}

std::vector<PanelLayout::Column> Perspectives::known(const PanelLayout& layout) const
{
    std::vector<PanelLayout::Column> columns;
    for (PanelLayout::Column column : layout.columns) {
        for (PanelLayout::Row& row : column) {
            for (PanelLayout::Cell& cell : row) {
                cell.removeIf([this](const QString& name) { return dock(name) == nullptr; });
            }
            std::erase_if(row, [](const PanelLayout::Cell& cell) { return cell.isEmpty(); });
        }
        std::erase_if(column, [](const PanelLayout::Row& row) { return row.empty(); });
        if (!column.empty()) {
            columns.push_back(column);
        }
    }
    return columns;
}

void Perspectives::arrange(const PanelLayout& layout)
{
    // Nothing may stay of splits and tabs that a person made.
    for (QDockWidget* each : docks_) {
        window_->removeDockWidget(each);
        each->setFloating(false);
    }
    std::vector<PanelLayout::Column> columns = known(layout);
    const bool small = window_->width() < kRoomForAll.width() || window_->height() < kRoomForAll.height();
    if (small && columns.size() > 1) {
        // Two views side by side that can be read, instead of four that cannot.
        PanelLayout::Cell rest;
        for (std::size_t column = 1; column < columns.size(); ++column) {
            for (const PanelLayout::Row& row : columns[column]) {
                for (const PanelLayout::Cell& cell : row) {
                    rest += cell;
                }
            }
        }
        columns = {columns.front(), {{rest}}};
    }
    arrangeColumns(columns);
    QDockWidget* lastView = columns.empty() ? nullptr : dock(columns.back().back().back().back());
    QDockWidget* lastForm = nullptr;
    for (QDockWidget* each : docks_) {
        if (window_->dockWidgetArea(each) != Qt::NoDockWidgetArea) {
            continue;
        }
        const bool form = isForm(each->objectName());
        window_->addDockWidget(form ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea, each);
        QDockWidget*& last = form ? lastForm : lastView;
        if (last != nullptr) {
            window_->tabifyDockWidget(last, each);
        }
        last = each;
        each->hide();
    }
    for (const PanelLayout::Column& column : columns) {
        for (const PanelLayout::Row& row : column) {
            for (const PanelLayout::Cell& cell : row) {
                dock(cell.front())->raise();
            }
        }
    }
    shareRoom(layout, columns);
}

void Perspectives::arrangeColumns(const std::vector<PanelLayout::Column>& columns)
{
    const auto firstOf = [this](const PanelLayout::Row& row) { return dock(row.front().front()); };
    // The large parts first: a split divides what stands there already.
    for (std::size_t i = 0; i < columns.size(); ++i) {
        window_->addDockWidget(Qt::BottomDockWidgetArea, firstOf(columns[i].front()));
        if (i > 0) {
            window_->splitDockWidget(firstOf(columns[i - 1].front()), firstOf(columns[i].front()), Qt::Horizontal);
        }
    }
    for (const PanelLayout::Column& column : columns) {
        for (std::size_t i = 1; i < column.size(); ++i) {
            window_->splitDockWidget(firstOf(column[i - 1]), firstOf(column[i]), Qt::Vertical);
        }
        for (const PanelLayout::Row& row : column) {
            for (std::size_t i = 1; i < row.size(); ++i) {
                window_->splitDockWidget(dock(row[i - 1].front()), dock(row[i].front()), Qt::Horizontal);
            }
        }
    }
    for (const PanelLayout::Column& column : columns) {
        for (const PanelLayout::Row& row : column) {
            for (const PanelLayout::Cell& cell : row) {
                for (qsizetype i = 0; i < cell.size(); ++i) {
                    if (i > 0) {
                        window_->tabifyDockWidget(dock(cell[i - 1]), dock(cell[i]));
                    }
                    dock(cell[i])->show();
                }
            }
        }
    }
}

void Perspectives::shareRoom(const PanelLayout& layout, const std::vector<PanelLayout::Column>& columns)
{
    if (columns.empty()) {
        return;
    }
    const auto firstOf = [this](const PanelLayout::Row& row) { return dock(row.front().front()); };
    const bool all = columns.size() == layout.columns.size();
    QList<QDockWidget*> tops;
    QList<int> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        tops.append(firstOf(columns[i].front()));
        widths.append(window_->width() * (all ? layout.widths[i] : (i == 0 ? 45 : 55)) / 100);
    }
    window_->resizeDocks(tops, widths, Qt::Horizontal);
    const int table = std::min(tableHeight_(), window_->height() * layout.mostForTable / 100);
    const int below = std::max(120, window_->height() - table - kFrame);
    window_->resizeDocks({tops.front()}, {below}, Qt::Vertical);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        QList<QDockWidget*> rows;
        for (const PanelLayout::Row& row : columns[i]) {
            rows.append(firstOf(row));
            QList<QDockWidget*> cells;
            for (const PanelLayout::Cell& cell : row) {
                cells.append(dock(cell.front()));
            }
            window_->resizeDocks(cells, QList<int>(cells.size(), widths[static_cast<qsizetype>(i)] / static_cast<int>(cells.size())),
                                 Qt::Horizontal);
        }
        window_->resizeDocks(rows, QList<int>(rows.size(), below / static_cast<int>(rows.size())), Qt::Vertical);
    }
}

QByteArray Perspectives::save()
{
    if (!hidden_) {
        states_[current_] = window_->saveState();
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kVersion << current_ << states_;
    return bytes;
}

bool Perspectives::restore(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QString current;
    QHash<QString, QByteArray> states;
    stream >> version;
    if (version != kVersion) {
        return false;
    }
    stream >> current >> states;
    const bool known = std::any_of(panelLayouts().begin(), panelLayouts().end(),
                                   [&](const PanelLayout& layout) { return layout.id == current; });
    if (stream.status() != QDataStream::Ok || !known || !window_->restoreState(states.value(current))) {
        return false;
    }
    current_ = current;
    states_ = states;
    return true;
}

void Perspectives::hideAll()
{
    if (!hidden_) {
        states_[current_] = window_->saveState();
    }
    hidden_ = true;
    for (QDockWidget* each : docks_) {
        each->hide();
    }
}

void Perspectives::back()
{
    hidden_ = false;
    window_->restoreState(states_.value(current_));
    Q_EMIT changed(current_);
}

}  // namespace mho
