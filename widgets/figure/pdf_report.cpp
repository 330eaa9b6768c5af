// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/pdf_report.h"

#include "core/base/version.h"
#include "core/report/figure_painter.h"
#include "widgets/bridge/text.h"
#include "widgets/figure/pdf_date.h"
#include "widgets/figure/pdf_page.h"
#include "widgets/figure/report_figure.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace mho {
namespace {

constexpr double kUnitsPerMm = 96.0 / 25.4;
constexpr double kTextSize = 12.0;  // 9 pt
constexpr double kCaptionSize = 11.0;

struct Heading {
    QString title;
    int page = 0;
};

QFont boldFont(double size)
{
    QFont font = paperFont(size);
    font.setBold(true);
    return font;
}

double figureHeight(const PdfPage& page, const ReportFigure& figure, const FigureStyle& style)
{
    return style.heightMm * kUnitsPerMm + 4 + page.textHeight(toQString(figure.caption), paperFont(kCaptionSize), page.width());
}

void setFigure(PdfPage& page, const ReportFigure& figure, const FigureStyle& style)
{
    page.need(figureHeight(page, figure, style));
    const double width = style.widthMm * kUnitsPerMm;
    const double height = style.heightMm * kUnitsPerMm;
    if (QPainter* painter = page.painter()) {
        paintReportFigure(*painter, QRectF(page.left() + std::max(0.0, (page.width() - width) / 2.0), page.top(), width, height), figure, style, false);
    }
    page.skip(height + 4);
    page.text(toQString(figure.caption), paperFont(kCaptionSize));
    page.skip(16);
}

/// What must stand below a heading on its page.
double startHeight(const PdfPage& page, const ReportSection& section, const FigureStyle& style)
{
    if (section.blocks.empty()) {
        return 0.0;
    }
    const ReportBlock& first = section.blocks.front();
    if (const auto* table = std::get_if<ReportTable>(&first)) {
        return tableStart(page, *table);
    }
    if (const auto* figure = std::get_if<ReportFigure>(&first)) {
        return figureHeight(page, *figure, styleInReport(*figure, style));
    }
    return 5 * kTextSize;
}

void setHeading(PdfPage& page, const QString& title, double follows, std::vector<Heading>& headings)
{
    if (!page.atTop()) {
        page.need(60 + follows);
    }
    if (!page.atTop()) {
        page.skip(10);
    }
    headings.push_back({title, page.number()});
    page.text(title, boldFont(17));
    page.skip(8);
}

void setSection(PdfPage& page, const ReportSection& section, const FigureStyle& style, std::vector<Heading>& headings)
{
    setHeading(page, toQString(section.title), startHeight(page, section, style), headings);
    for (const ReportBlock& block : section.blocks) {
        if (const auto* words = std::get_if<ReportText>(&block)) {
            page.text(toQString(words->text), paperFont(kTextSize));
            page.skip(12);
        } else if (const auto* table = std::get_if<ReportTable>(&block)) {
            setTable(page, *table);
        } else if (const auto* figure = std::get_if<ReportFigure>(&block)) {
            setFigure(page, *figure, styleInReport(*figure, style));
        }
    }
}

void setReferences(PdfPage& page, const DesignReport& report, std::vector<Heading>& headings)
{
    setHeading(page, QStringLiteral("References"), 40, headings);
    for (const Reference& reference : report.references) {
        const QString text = QStringLiteral("[%1] %2").arg(toQString(reference.key), toQString(reference.text()));
        page.need(page.textHeight(text, paperFont(kTextSize), page.width()));
        page.text(text, paperFont(kTextSize));
        page.skip(5);
    }
}

void setContents(PdfPage& page, const DesignReport& report, const std::vector<Heading>& headings)
{
    page.skip(30);
    page.text(toQString(report.title), boldFont(26));
    page.skip(8);
    page.text(toQString(report.subtitle), paperFont(15));
    page.skip(4);
    page.text(QStringLiteral("%1, Mho %2").arg(toQString(report.date), toQString(kVersion)), paperFont(kTextSize));
    page.skip(36);
    page.text(QStringLiteral("Contents"), boldFont(17));
    page.skip(10);
    for (const Heading& heading : headings) {
        page.need(24);
        if (QPainter* painter = page.painter()) {
            const QFont font = paperFont(13);
            const QFontMetricsF metrics(font);
            const QString number = QString::number(heading.page);
            const QRectF line(page.left(), page.top(), page.width(), 20);
            const QString title = metrics.elidedText(heading.title, Qt::ElideRight, line.width() - 60);
            painter->setFont(font);
            painter->setPen(Qt::black);
            painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
            painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
            painter->setPen(QPen(QColor(0x90, 0x90, 0x90), 0.8, Qt::DotLine));
            painter->drawLine(QPointF(line.left() + metrics.horizontalAdvance(title) + 8, line.bottom() - 6), QPointF(line.right() - metrics.horizontalAdvance(number) - 8, line.bottom() - 6));
        }
        page.skip(22);
    }
}

/// Everything, with the contents as they were found before.
std::vector<Heading> setReport(QPdfWriter* device, const DesignReport& report, const FigureStyle& style, const std::vector<Heading>& contents)
{
    PdfPage page(device, toQString(report.title));
    setContents(page, report, contents);
    page.next();
    std::vector<Heading> headings;
    for (const ReportSection& section : report.sections) {
        setSection(page, section, style, headings);
    }
    setReferences(page, report, headings);
    return headings;
}

}  // namespace

QByteArray reportPdf(const DesignReport& report, const FigureStyle& style)
{
    // Where the sections stand does not depend on the page numbers, but on how many lines the contents have.
    const std::vector<Heading> lines = setReport(nullptr, report, style, {});
    const std::vector<Heading> headings = setReport(nullptr, report, style, lines);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(1200);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(toQString(report.title));
        writer.setCreator(QStringLiteral("Mho %1").arg(toQString(kVersion)));
        setReport(&writer, report, style, headings);
    }
    return withPdfDate(buffer.data(), report.date);
}

}  // namespace mho
