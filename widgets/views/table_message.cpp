// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/table_message.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QEvent>

#include <algorithm>

namespace mho {
namespace {

/// Long enough for some lines to be read.
constexpr int kShownMs = 15'000;
constexpr int kEdge = 6;

}  // namespace

TableMessage::TableMessage(QWidget* view) : QLabel(view), view_(view)
{
    setObjectName(QStringLiteral("tableMessage"));
    setAccessibleName(tr("What was not changed"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setContentsMargins(kEdge, kEdge / 2, kEdge, kEdge / 2);
    setToolTip(tr("Click to close"));
    hide();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
    view_->installEventFilter(this);
}

void TableMessage::say(const QString& text)
{
    if (text.isEmpty()) {
        hide();
        return;
    }
    timer_.start(kShownMs);
    if (text == this->text() && isVisibleTo(view_)) {
        return;
    }
    setText(text);
    place();
    show();
    raise();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void TableMessage::place()
{
    // Above a scroll bar, and as high as its lines are within margins and frame.
    const auto* area = qobject_cast<QAbstractScrollArea*>(view_);
    const QRect room = area != nullptr ? area->viewport()->geometry() : view_->rect();
    const int around = 2 * (frameWidth() + margin());
    const QMargins edges = contentsMargins();
    const int inner = std::max(1, room.width() - 2 * kEdge - around - edges.left() - edges.right());
    const int lines = fontMetrics().boundingRect(0, 0, inner, 0, Qt::TextWordWrap, text()).height();
    const int needed = lines + around + edges.top() + edges.bottom() + 2;
    const int high = std::min(needed, view_->height());
    setGeometry(room.left() + kEdge, std::max(0, room.bottom() + 1 - high - kEdge / 2), room.width() - 2 * kEdge, high);
}

bool TableMessage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        place();
    }
    return QLabel::eventFilter(watched, event);
}

void TableMessage::mousePressEvent(QMouseEvent* /*event*/)
{
    hide();
}

}  // namespace mho
