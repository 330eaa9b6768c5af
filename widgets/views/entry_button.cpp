// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/entry_button.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace mho {
namespace {

constexpr int kMargin = 7;
constexpr int kUsualWidth = 300;
constexpr int kLeastWidth = 120;

}  // namespace

EntryButton::EntryButton(const QString& name, const QString& description, LongText longText, QWidget* parent)
    : QAbstractButton(parent), description_(description), longText_(longText)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(description);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize EntryButton::sizeHint() const
{
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize EntryButton::minimumSizeHint() const
{
    return {kLeastWidth, 2 * kMargin + 2 * fontMetrics().height()};
}

int EntryButton::heightForWidth(int width) const
{
    const QFontMetrics metrics = fontMetrics();
    int height = 2 * kMargin + metrics.height();
    if (longText_ == Elide) {
        height += metrics.height();
    } else if (!description_.isEmpty()) {
        height += metrics.boundingRect(0, 0, std::max(1, width - 2 * kMargin), 10'000, Qt::TextWordWrap, description_).height();
    }
    return height;
}

void EntryButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool enabled = isEnabled();
    if (enabled && (underMouse() || isDown())) {
        painter.fillRect(rect(), palette().color(isDown() ? QPalette::Midlight : QPalette::AlternateBase));
    }
    if (hasFocus()) {
        painter.setPen(accentColour(palette()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    const QRect area = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QFont nameFont = font();
    nameFont.setBold(true);
    painter.setFont(nameFont);
    painter.setPen(enabled ? accentColour(palette()) : palette().color(QPalette::Disabled, QPalette::Text));
    const QFontMetrics nameMetrics(nameFont);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop, nameMetrics.elidedText(text(), Qt::ElideRight, area.width()));
    painter.setFont(font());
    painter.setPen(quietTextColour(palette()));
    const QRect below = area.adjusted(0, fontMetrics().height(), 0, 0);
    if (longText_ == Elide) {
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop,
                         fontMetrics().elidedText(description_, Qt::ElideMiddle, below.width()));
    } else {
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, description_);
    }
}

void EntryButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}  // namespace mho
