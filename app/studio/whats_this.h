// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace mho {

/// Answers What's This for all that a window and the dialogs over it hold: what a control says in its tool tip, and what the page
/// of its panel or dialog says, with a link to that page.
class WhatsThis : public QObject {
    Q_OBJECT

public:
    /// @param window whose parts are told of, the help's parent
    explicit WhatsThis(QWidget* window);

    /// What is told of a part of the window, as HTML; empty where there is nothing to tell.
    static QString textOf(const QWidget* part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* window_;
};

}  // namespace mho
