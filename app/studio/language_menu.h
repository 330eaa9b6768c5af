// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace mho {

/// A menu that changes the language of the program and keeps the choice in the settings.
QMenu* makeLanguageMenu(QWidget* parent);

}  // namespace mho
