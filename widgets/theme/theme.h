// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>

class QApplication;
class QChart;

namespace mho {

enum class Theme { System, Light, Dark };
/// "light", "dark"; anything else is System.
Theme themeOf(const QString& name);

/// True when windows of this palette are dark (Qt 6.4 has no colorScheme()).
bool isDark(const QPalette& palette);

/// Mho's own palettes for the Fusion style.
QPalette lightPalette();
QPalette darkPalette();

/// Fusion with the palette of this theme; System keeps light or dark as the desktop has it.
void applyTheme(QApplication& application, Theme theme);
/// As applied last; System before.
Theme appliedTheme();

/// Colours for series that people with any colour vision can tell apart (Tol, "muted" scheme, personal.sron.nl/~pault),
/// with two more for long lists; the last is grey. Lightened on dark backgrounds.
QList<QColor> seriesColours(const QPalette& palette);

/// The colour that marks what a person may act on.
QColor accentColour(const QPalette& palette);

/// Grey of secondary text with enough contrast (at least 4.5:1) on this palette's base.
QColor quietTextColour(const QPalette& palette);

/// Gives a chart fonts, grid and background of the palette; no shadows (they become bitmaps in exports).
void styleChart(QChart& chart, const QPalette& palette);

}  // namespace mho
