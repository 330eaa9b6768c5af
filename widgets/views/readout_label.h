// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace mho {

/// What is told of the place under the pointer: a line below a view, two where the view is narrow. Neither its width nor its
/// height follows the text, so that the view stays as it is while the pointer moves. Where there is too little height it makes
/// do with one line. What has no room ends in an ellipsis, and the tool tip has all of it.
class ReadoutLabel : public QLabel {
    Q_OBJECT

public:
    explicit ReadoutLabel(QWidget* parent = nullptr);
    /// The text is longer than what shows.
    bool isCut() const;

    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    /// That it would have at this width.
    int wanted() const;
    /// That it has room for.
    int lines() const;
    int heightOf(int lines) const;
};

}  // namespace mho
