// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace mho {

/// What the program is, its version and those of its parts, with their licences, as HTML. LibTorch's version is told once the
/// training module was loaded; asking does not load it.
QString aboutText();

void showAboutDialog(QWidget* window);

}  // namespace mho
