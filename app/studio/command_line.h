// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace mho {

/// What the command line of mho-studio asks for.
struct StudioOptions {
    QString file;        ///< Project to open; empty = the example.
    QString screenshot;  ///< PNG to write of the window before it closes again; empty = work as usual.
    QString pictures;    ///< Folder for pictures of everything (PictureTour); empty = work as usual.
    QString layer;       ///< Layer to select; empty = the first.
    bool openCrossbar = false;
    Theme theme = Theme::System;
    bool themeGiven = false;
    QString language;  ///< One of languages(); empty = as chosen in the window.
    std::optional<QSize> size;
};

/// Reads the arguments (without the program's name). Prints help, version or what is wrong and ends the program where that
/// is all there is to do (exit code 0, or 2 for wrong use).
StudioOptions readCommandLine(const QStringList& arguments);

}  // namespace mho
