// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/table_layout.h"
#include "widgets/bridge/text.h"
#include "widgets/figure/pdf_page.h"
#include "widgets/figure/report_figure.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace mho {
namespace {

constexpr double kGap = 10.0;
constexpr double kAround = 2.5;  // above and below a row's text
constexpr double kCaptionSize = 11.0;

/// A table's letters and columns.
struct Setting {
    QFont font;
    QFont bold;
    std::vector<double> widths;
};

Setting settingOf(const ReportTable& table, double width)
{
    Setting setting;
    // 8.25 pt where that has room, down to 5.25 pt.
    for (int pixels = 11; pixels >= 7; --pixels) {
        setting.font = paperFont(pixels);
        setting.bold = setting.font;
        setting.bold.setBold(true);
        // Titles and totals are bold: measured so, nothing touches.
        const QFontMetricsF metrics(setting.bold);
        setting.widths = columnWidths(table, width, kGap, [&](std::string_view text) { return metrics.horizontalAdvance(toQString(text)) + 1.0; });
        if (!setting.widths.empty()) {
            return setting;
        }
    }
    // Too wide even so: equal columns, words broken within.
    setting.widths.assign(table.columns.size(), (width - kGap * static_cast<double>(table.columns.size() - 1)) / static_cast<double>(table.columns.size()));
    return setting;
}

int flagsOf(const QString& text, const QFontMetricsF& metrics, double width)
{
    // Words whole where they fit; else broken anywhere.
    for (const QString& word : text.split(QLatin1Char(' '))) {
        if (metrics.horizontalAdvance(word) > width) {
            return Qt::TextWrapAnywhere;
        }
    }
    return Qt::TextWordWrap;
}

QRectF boxOf(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    return metrics.boundingRect(QRectF(0, 0, width + 0.5, 1e6), flagsOf(text, metrics, width), text.isEmpty() ? QStringLiteral(" ") : text);
}

double rowHeight(const Setting& setting, const std::vector<QString>& cells, const QFont& font)
{
    double height = 0.0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        height = std::max(height, boxOf(cells[i], font, setting.widths[i]).height());
    }
    return height + 2 * kAround;
}

void setRow(PdfPage& page, const ReportTable& table, const Setting& setting, const std::vector<QString>& cells, const QFont& font, bool atBottom)
{
    const double height = rowHeight(setting, cells, font);
    if (QPainter* painter = page.painter()) {
        painter->setFont(font);
        painter->setPen(Qt::black);
        const QFontMetricsF metrics(font);
        double left = page.left();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const int side = table.columns[i].align == Align::Right ? Qt::AlignRight : Qt::AlignLeft;
            const QRectF box(left, page.top() + kAround, setting.widths[i] + 0.5, height - 2 * kAround);
            painter->drawText(box, static_cast<int>(side) | (atBottom ? Qt::AlignBottom : Qt::AlignTop) | flagsOf(cells[i], metrics, setting.widths[i]), cells[i]);
            left += setting.widths[i] + kGap;
        }
    }
    page.skip(height);
}

void setRule(PdfPage& page, const Setting& setting, double thickness)
{
    double width = -kGap;
    for (const double column : setting.widths) {
        width += column + kGap;
    }
    if (QPainter* painter = page.painter()) {
        painter->setPen(QPen(Qt::black, thickness));
        painter->drawLine(QPointF(page.left(), page.top()), QPointF(page.left() + width, page.top()));
    }
}

std::vector<QString> titlesOf(const ReportTable& table)
{
    std::vector<QString> titles;
    for (const ReportColumn& column : table.columns) {
        titles.push_back(toQString(column.title));
    }
    return titles;
}

std::vector<QString> cellsOf(const std::vector<ReportCell>& row)
{
    std::vector<QString> cells;
    for (const ReportCell& cell : row) {
        cells.push_back(toQString(cell.text));
    }
    return cells;
}

void setTitles(PdfPage& page, const ReportTable& table, const Setting& setting)
{
    setRule(page, setting, 1.2);
    setRow(page, table, setting, titlesOf(table), setting.bold, true);
    setRule(page, setting, 0.7);
}

}  // namespace

double tableStart(const PdfPage& page, const ReportTable& table)
{
    const Setting setting = settingOf(table, page.width());
    double height = page.textHeight(toQString(table.caption), paperFont(kCaptionSize), page.width()) + 4 + rowHeight(setting, titlesOf(table), setting.bold);
    for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 3); ++row) {
        height += rowHeight(setting, cellsOf(table.rows[row]), setting.bold);
    }
    return height;
}

void setTable(PdfPage& page, const ReportTable& table)
{
    const Setting setting = settingOf(table, page.width());
    double whole = tableStart(page, table);
    for (std::size_t row = 3; row < table.rows.size(); ++row) {
        whole += rowHeight(setting, cellsOf(table.rows[row]), setting.bold);
    }
    // A table that fits a page is not broken where most of it would stand on the next one anyway.
    constexpr double kShort = 300.0;
    page.need(whole <= kShort ? whole : tableStart(page, table));
    page.text(toQString(table.caption), paperFont(kCaptionSize));
    page.skip(4);
    setTitles(page, table, setting);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const bool last = row + 1 == table.rows.size();
        const bool total = table.lastRowIsTotal && last;
        const std::vector<QString> cells = cellsOf(table.rows[row]);
        const QFont& font = total ? setting.bold : setting.font;
        // The last two rows stay together: a total alone says nothing.
        const double needed = rowHeight(setting, cells, font) + (row + 2 == table.rows.size() ? rowHeight(setting, cellsOf(table.rows.back()), setting.bold) : 0.0);
        if (needed > page.room()) {
            setRule(page, setting, 0.7);
            page.next();
            setTitles(page, table, setting);
        }
        if (total) {
            setRule(page, setting, 0.7);
        }
        setRow(page, table, setting, cells, font, false);
    }
    setRule(page, setting, 1.2);
    page.skip(16);
}

}  // namespace mho
