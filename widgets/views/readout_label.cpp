// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/readout_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>
#include <QToolTip>

#include <algorithm>

namespace mho {

ReadoutLabel::ReadoutLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setContentsMargins(8, 3, 8, 3);
    fit();
}

int ReadoutLabel::wanted() const
{
    constexpr int kCharactersOfALine = 60;
    return width() < kCharactersOfALine * fontMetrics().averageCharWidth() ? 2 : 1;
}

int ReadoutLabel::lines() const
{
    return std::clamp(contentsRect().height() / fontMetrics().lineSpacing(), 1, wanted());
}

int ReadoutLabel::heightOf(int lines) const
{
    const QMargins margins = contentsMargins();
    return lines * fontMetrics().lineSpacing() + margins.top() + margins.bottom();
}

QSize ReadoutLabel::sizeHint() const
{
    return {QLabel::sizeHint().width(), heightOf(wanted())};
}

void ReadoutLabel::fit()
{
    setMinimumHeight(heightOf(1));
    setMaximumHeight(heightOf(wanted()));
    if (wordWrap() != (lines() > 1)) {
        setWordWrap(lines() > 1);
    }
}

bool ReadoutLabel::isCut() const
{
    const QRect room(0, 0, contentsRect().width(), lines() * fontMetrics().lineSpacing());
    const QRect needed = fontMetrics().boundingRect(room, wordWrap() ? Qt::TextWordWrap : Qt::TextSingleLine, text());
    // Lines of some scripts are a little higher than the font's own.
    return needed.width() > room.width() || needed.height() >= (lines() + 1) * fontMetrics().lineSpacing();
}

bool ReadoutLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), isCut() ? text() : QString(), this);
        return true;
    }
    if (event->type() == QEvent::FontChange) {
        fit();
    }
    return QLabel::event(event);
}

void ReadoutLabel::paintEvent(QPaintEvent* event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    const QRect room = contentsRect();
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (int i = 0; i < lines(); ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(room.width());
        const bool last = i == lines() - 1;
        const QString words = last ? fontMetrics().elidedText(text().mid(line.textStart()), Qt::ElideRight, room.width())
                                   : text().mid(line.textStart(), line.textLength());
        painter.drawText(room.left(), room.top() + i * fontMetrics().lineSpacing() + fontMetrics().ascent(), words);
    }
    layout.endLayout();
}

void ReadoutLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

}  // namespace mho
