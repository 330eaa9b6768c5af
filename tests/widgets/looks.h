// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QPalette>
#include <QString>
#include <QStyle>

namespace mho::test {

/// Puts the application's looks back at its end, whatever theme was applied since.
class Looks {
public:
    Looks() = default;
    ~Looks()
    {
        qApp->setStyleSheet({});
        QApplication::setStyle(style_);
        QApplication::setPalette(palette_);
    }
    Looks(const Looks&) = delete;
    Looks& operator=(const Looks&) = delete;

private:
    QString style_ = QApplication::style()->objectName();
    QPalette palette_ = QApplication::palette();
};

}  // namespace mho::test
