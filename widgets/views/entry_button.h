// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace mho {

/// An entry of a list that does something: a name, and below it a quieter line that tells what it is.
class EntryButton : public QAbstractButton {
    Q_OBJECT

public:
    /// A second line that is too long goes on in a third, or loses its middle (paths).
    enum LongText { Wrap, Elide };

    EntryButton(const QString& name, const QString& description, LongText longText, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    /// Of the width it cannot do without. Its height is that of two lines: how many there are only heightForWidth() knows, and
    /// what is said here would be kept free at any width.
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString description_;
    LongText longText_;
};

}  // namespace mho
