// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <span>

namespace mho {

/// What a person can ask the window to do, declared once: menus, tool bars, the palette of commands and the editor of
/// shortcuts are made of it.
struct CommandInfo {
    enum Availability {
        Always,
        WithProject,  ///< While a project is open.
        ByState,      ///< The one who binds it says when.
    };
    const char* id;    ///< "MENU.NAME"; settings know a command by it, so it never changes.
    const char* text;  ///< English, for translation in the context Commands; "&" before its key in a menu.
    const char* tip;   ///< One sentence for the tool tip, likewise; empty = the text says it all.
    const char* icon;  ///< Of lineIcon(); empty = none.
    const char* keys;  ///< Standard shortcuts as portable text, with blanks between them.
    Availability availability = WithProject;
};

std::span<const CommandInfo> commandTable();

/// Shows or hides a dock or a tool bar, by its object name.
struct PanelCommand {
    const char* panel;
    CommandInfo info;
};
std::span<const PanelCommand> panelCommands();

/// The menu it belongs to in the user's language, without "&": "File".
QString commandMenu(const CommandInfo& command);
/// Its text in the user's language, without "&".
QString commandName(const CommandInfo& command);
QString commandTip(const CommandInfo& command);
QList<QKeySequence> standardKeys(const CommandInfo& command);

}  // namespace mho
