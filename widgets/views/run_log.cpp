// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/run_log.h"

#include <QLocale>
#include <QTime>

namespace mho {
namespace {

constexpr int kMostLines = 5000;

}  // namespace

RunLog::RunLog(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setMaximumBlockCount(kMostLines);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAccessibleName(tr("Log of the runs"));
    setPlaceholderText(tr("What happens in a run is told here."));
}

void RunLog::add(const QString& text)
{
    appendPlainText(QStringLiteral("%1  %2").arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss")), text.simplified()));
}

}  // namespace mho
