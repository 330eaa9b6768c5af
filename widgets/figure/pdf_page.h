// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_cell.h"

#include <QFont>
#include <QPdfWriter>
#include <QRectF>
#include <QString>

#include <memory>

class QPainter;

namespace mho {

/// A pen that goes down A4 pages. One unit is 1/96 inch. Measuring and painting are one: without a device it only counts pages.
class PdfPage {
public:
    /// @param device to paint on; nullptr = none  @param title in the head of each page but the first
    PdfPage(QPdfWriter* device, QString title);
    ~PdfPage();

    int number() const { return number_; }
    double width() const { return content_.width(); }
    double left() const { return content_.left(); }
    double room() const { return content_.bottom() - top_; }
    double top() const { return top_; }
    bool atTop() const { return top_ <= content_.top() + 0.5; }
    QPainter* painter() { return painter_.get(); }

    void next();
    /// A new page where less than `height` is left (and the page is not empty).
    void need(double height);
    void skip(double height) { top_ += height; }
    /// A text within `width` units; as high as it needs. @return height it takes
    double textHeight(const QString& text, const QFont& font, double width) const;
    /// Writes it at the pen and moves the pen below it. Longer than a page: broken between lines.
    void text(const QString& text, const QFont& font, double indent = 0.0);

private:
    void begin();

    QPdfWriter* device_;
    std::unique_ptr<QPainter> painter_;
    QString title_;
    QRectF content_;
    double top_ = 0.0;
    int number_ = 1;
};

/// A caption and a table, broken over pages between rows.
void setTable(PdfPage& page, const ReportTable& table);
/// Height of its caption, titles and first rows: what must not stand alone below a heading.
double tableStart(const PdfPage& page, const ReportTable& table);

}  // namespace mho
