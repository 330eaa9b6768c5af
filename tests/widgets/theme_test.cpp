// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "tests/widgets/looks.h"

#include <QApplication>
#include <QProgressBar>
#include <QStyle>
#include <QTest>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace mho {
namespace {

/// Of WCAG: 1 for the same colour, 21 for black on white.
double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& colour) {
        const auto part = [](double value) {
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST_CASE("The system's theme is the desktop's as it is now, not what was chosen before")
{
    const test::Looks looks;
    applyTheme(*qApp, Theme::Dark);
    CHECK(isDark(QApplication::palette()));
    // The desktop of tests is light.
    applyTheme(*qApp, Theme::System);
    CHECK_FALSE(isDark(QApplication::palette()));
    CHECK(QApplication::palette().color(QPalette::Window) == lightPalette().color(QPalette::Window));
}

TEST_CASE("An empty progress bar is seen in the dark theme")
{
    const test::Looks looks;
    applyTheme(*qApp, Theme::Dark);
    {
        QProgressBar bar;
        bar.setRange(0, 100);
        bar.setValue(0);
        bar.setTextVisible(false);
        bar.resize(120, 16);
        bar.show();
        const QImage picture = bar.grab().toImage();
        const QColor window = bar.palette().color(QPalette::Window);
        // Controls want 3:1 against their ground (WCAG 2.1, 1.4.11).
        double top = 1.0;
        double side = 1.0;
        for (int i = 0; i < picture.height() / 2; ++i) {
            top = std::max(top, contrast(picture.pixelColor(picture.width() / 2, i), window));
            side = std::max(side, contrast(picture.pixelColor(i, picture.height() / 2), window));
        }
        CHECK(top >= 3.0);
        CHECK(side >= 3.0);
    }
}

}  // namespace
}  // namespace mho
