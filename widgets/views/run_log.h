// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace mho {

/// What happened in the runs since the project was opened, a line each with its time of day. The newest few thousand lines stay.
class RunLog : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit RunLog(QWidget* parent = nullptr);
    /// @param text one or more lines for people
    void add(const QString& text);
};

}  // namespace mho
