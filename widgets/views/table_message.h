// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace mho {

/// A few lines at the lower edge of a view that say what an edit could not do. It goes by itself, by a click, or when it is
/// told an empty text; a screen reader hears it.
class TableMessage : public QLabel {
    Q_OBJECT

public:
    /// @param view what it lies over; must have it as a child
    explicit TableMessage(QWidget* view);

    /// Shows the text; hides when it is empty.
    void say(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void place();

    QWidget* view_;
    QTimer timer_;
};

}  // namespace mho
