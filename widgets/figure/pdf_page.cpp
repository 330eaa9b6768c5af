// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/pdf_page.h"

#include "widgets/figure/report_figure.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace mho {
namespace {

constexpr double kUnitsPerMm = 96.0 / 25.4;

/// The lines of a text set at `width`.
std::unique_ptr<QTextLayout> laidOut(const QString& text, const QFont& font, double width)
{
    auto layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    double y = 0.0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout->endLayout();
    return layout;
}

}  // namespace

PdfPage::PdfPage(QPdfWriter* device, QString title)
    : device_(device), title_(std::move(title)), content_(15.0 * kUnitsPerMm, 20.0 * kUnitsPerMm, 180.0 * kUnitsPerMm, 257.0 * kUnitsPerMm)
{
    if (device_ != nullptr) {
        painter_ = std::make_unique<QPainter>(device_);
        painter_->scale(device_->resolution() / 96.0, device_->resolution() / 96.0);
        painter_->setRenderHint(QPainter::Antialiasing);
    }
    begin();
}

PdfPage::~PdfPage() = default;

void PdfPage::begin()
{
    top_ = content_.top();
    if (!painter_) {
        return;
    }
    painter_->setFont(paperFont(10));
    painter_->setPen(QColor(0x40, 0x40, 0x40));
    const double foot = content_.bottom() + 6.0 * kUnitsPerMm;
    painter_->drawText(QRectF(content_.left(), foot, content_.width(), 14), Qt::AlignRight | Qt::AlignVCenter, QString::number(number_));
    if (number_ > 1) {
        painter_->drawText(QRectF(content_.left(), foot, content_.width() - 60, 14), Qt::AlignLeft | Qt::AlignVCenter, title_);
    }
    painter_->setPen(Qt::black);
}

void PdfPage::next()
{
    ++number_;
    if (device_ != nullptr) {
        device_->newPage();
    }
    begin();
}

void PdfPage::need(double height)
{
    if (height > room() && !atTop()) {
        next();
    }
}

double PdfPage::textHeight(const QString& text, const QFont& font, double width) const
{
    return laidOut(text, font, width)->boundingRect().height();
}

void PdfPage::text(const QString& text, const QFont& font, double indent)
{
    const auto layout = laidOut(text, font, width() - indent);
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        need(line.height());
        if (painter_) {
            painter_->setPen(Qt::black);
            line.draw(painter_.get(), QPointF(left() + indent, top_ - line.y()));
        }
        skip(line.height());
    }
}

}  // namespace mho
