// SPDX-License-Identifier: GPL-3.0-or-later
// What knows neither widgets nor charts, for programs without windows.
#include "widgets/theme/theme.h"

namespace mho {
namespace {

struct Roles {
    QRgb window, base, alternate, text, button, mid, dark, light, quiet, accent, tip;
};

QPalette makePalette(const Roles& roles)
{
    QPalette palette;
    palette.setColor(QPalette::Window, roles.window);
    palette.setColor(QPalette::Base, roles.base);
    palette.setColor(QPalette::AlternateBase, roles.alternate);
    palette.setColor(QPalette::Button, roles.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, roles.text);
        palette.setColor(QPalette::Disabled, role, roles.mid);
    }
    palette.setColor(QPalette::PlaceholderText, roles.quiet);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, roles.tip);
    palette.setColor(QPalette::Mid, roles.mid);
    palette.setColor(QPalette::Midlight, roles.light);
    palette.setColor(QPalette::Light, roles.light);
    palette.setColor(QPalette::Dark, roles.dark);
    palette.setColor(QPalette::Shadow, roles.dark);
    palette.setColor(QPalette::Highlight, roles.accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, roles.mid);
    palette.setColor(QPalette::Link, roles.accent);
    return palette;
}

}  // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QPalette lightPalette()
{
    return makePalette({.window = 0xfff3f4f6,
                        .base = 0xffffffff,
                        .alternate = 0xfff8f9fa,
                        .text = 0xff1f2429,
                        .button = 0xfffafbfc,
                        .mid = 0xffa9b1ba,
                        .dark = 0xffc3c9d0,
                        .light = 0xffe3e6ea,
                        .quiet = 0xff5b6570,
                        .accent = 0xff2f6690,
                        .tip = 0xffffffff});
}

QPalette darkPalette()
{
    return makePalette({.window = 0xff23272b,
                        .base = 0xff1b1e21,
                        .alternate = 0xff202428,
                        .text = 0xffe4e7ea,
                        .button = 0xff2e3338,
                        .mid = 0xff6c757e,
                        .dark = 0xff14171a,
                        .light = 0xff3a4046,
                        .quiet = 0xff9aa4ae,
                        .accent = 0xff3a7ca5,
                        .tip = 0xff2e3338});
}

QList<QColor> seriesColours(const QPalette& palette)
{
    const QList<QColor> colours{QColor(0x33, 0x22, 0x88), QColor(0x88, 0xcc, 0xee), QColor(0x44, 0xaa, 0x99),
                                QColor(0x11, 0x77, 0x33), QColor(0x99, 0x99, 0x33), QColor(0xdd, 0xcc, 0x77),
                                QColor(0xcc, 0x66, 0x77), QColor(0x88, 0x22, 0x55), QColor(0xaa, 0x44, 0x99),
                                QColor(0x66, 0x11, 0x00), QColor(0x66, 0x99, 0xcc), QColor(0xa0, 0xa6, 0xac)};
    if (!isDark(palette)) {
        return colours;
    }
    QList<QColor> lighter;
    for (const QColor& colour : colours) {
        lighter.append(colour.lightness() < 110 ? colour.lighter(165) : colour);
    }
    return lighter;
}

QColor accentColour(const QPalette& palette)
{
    return isDark(palette) ? QColor(0x5f, 0xa8, 0xd3) : QColor(0x2f, 0x66, 0x90);
}

QColor quietTextColour(const QPalette& palette)
{
    return palette.color(QPalette::PlaceholderText);
}

}  // namespace mho
