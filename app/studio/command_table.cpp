// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/command_table.h"

#include <QCoreApplication>

namespace mho {
namespace {

#define MHO_WORDS(text) QT_TRANSLATE_NOOP("Commands", text)

using enum CommandInfo::Availability;

constexpr CommandInfo kCommands[] = {
    {"file.open", MHO_WORDS("&Open…"), MHO_WORDS("Open a project"), "open", "Ctrl+O", Always},
    {"file.new-from-file", MHO_WORDS("New from Network &File…"),
     MHO_WORDS("A project of a trained network: an ONNX file, or weights of PyTorch, safetensors or NumPy"), "", "", Always},
    {"file.new-from-folder", MHO_WORDS("New from Folder of Arra&ys…"),
     MHO_WORDS("A project of a trained network whose weights are NPY files in one folder"), "", "", Always},
    {"file.save-as", MHO_WORDS("Save &As…"), MHO_WORDS("Copy the project to another file and go on there"), "save-as",
     "Ctrl+Shift+S"},
    {"file.revert", MHO_WORDS("&Revert to Earlier Point…"),
     MHO_WORDS("Put plan, hardware and stages back to what they were after an earlier edit; that can be undone"), "", ""},
    {"file.export-figure", MHO_WORDS("&Export Crossbar Figure…"), MHO_WORDS("Write the crossbars as SVG, PDF or PNG"), "export",
     "Ctrl+E"},
    {"file.export-report", MHO_WORDS("Export Re&port…"), MHO_WORDS("Write designs as PDF, HTML, LaTeX, Markdown, CSV or JSON"), "export",
     "Ctrl+Shift+E"},
    {"file.export-network", MHO_WORDS("Export Net&work…"),
     MHO_WORDS("Write the compressed network, its masks and crossbars for other tools"), "export", "Ctrl+Shift+N"},
    {"file.close", MHO_WORDS("&Close Project"), MHO_WORDS("Go back to the start page"), "", "Ctrl+W"},
    {"file.quit", MHO_WORDS("&Quit"), "", "quit", "Ctrl+Q", Always},

    {"edit.undo", MHO_WORDS("&Undo"), MHO_WORDS("Take the last edit back"), "undo", "Ctrl+Z", ByState},
    {"edit.redo", MHO_WORDS("&Redo"), MHO_WORDS("Do the edit again that was taken back"), "redo", "Ctrl+Shift+Z Ctrl+Y", ByState},
    {"edit.constraints", MHO_WORDS("&Constraints of Layer…"), MHO_WORDS("Edit constraints and levels of the selected layer"),
     "constraints", "Shift+F2"},
    {"edit.lock", MHO_WORDS("&Lock or Unlock Layers"), MHO_WORDS("Edits and budgets leave locked layers as they are"), "lock", "L"},
    {"edit.budget", MHO_WORDS("Spread a &Budget…"),
     MHO_WORDS("Spread a ratio or a number of crossbars of the whole network over its layers"), "budget", ""},
    {"edit.keep-point", MHO_WORDS("&Keep Design Point"), MHO_WORDS("Keep plan, hardware and what they give, to compare"), "", "Ctrl+D"},
    {"edit.load-point", MHO_WORDS("L&oad Design Point"), MHO_WORDS("Put plan and hardware of the selected point into the editor"), "",
     "", ByState},
    {"edit.rename-point", MHO_WORDS("Re&name Design Point…"), MHO_WORDS("Give the selected design point another name"), "", "", ByState},
    {"edit.delete-point", MHO_WORDS("Delete Design &Points"), MHO_WORDS("Delete the selected design points; studies keep theirs"), "",
     "", ByState},
    {"edit.copy-commands", MHO_WORDS("Copy Co&mmands"),
     MHO_WORDS("Copy the command lines of the acts selected in the journal, or of all"), "", ""},

    {"view.tune", MHO_WORDS("&Tune"), MHO_WORDS("Layers, crossbars and cost side by side"), "layers", "Ctrl+1"},
    {"view.map", MHO_WORDS("Cross&bars"), MHO_WORDS("The crossbars as large as they can be"), "crossbars", "Ctrl+2"},
    {"view.runs", MHO_WORDS("&Runs"), MHO_WORDS("The run and its curves"), "run", "Ctrl+3"},
    {"view.points", MHO_WORDS("&Compare"), MHO_WORDS("Design points beside each other"), "compare", "Ctrl+4"},
    {"view.reset-layout", MHO_WORDS("Reset &Layout"), MHO_WORDS("Put the panels of this perspective where they stand at first"),
     "layout", ""},
    {"view.sort-layers", MHO_WORDS("S&ort by This Column"),
     MHO_WORDS("Sort the layers by the column of the selected cell: rising, then falling, then in the order of the network"), "", "S"},
    {"view.whole-network", MHO_WORDS("Crossbars of Layer or &Network"),
     MHO_WORDS("Show the crossbars of the selected layer, or of the whole network"), "crossbars", ""},
    {"view.compare-dense", MHO_WORDS("Compare with D&ense Network"),
     MHO_WORDS("Show the crossbars of the uncompressed network left of a divider"), "wipe", ""},
    {"view.theme-system", MHO_WORDS("&System Theme"), MHO_WORDS("Light or dark as the desktop is"), "", "", Always},
    {"view.theme-light", MHO_WORDS("Li&ght Theme"), "", "", "", Always},
    {"view.theme-dark", MHO_WORDS("&Dark Theme"), "", "", "", Always},
    {"view.colours-viridis", MHO_WORDS("&Viridis Colours"), MHO_WORDS("Colours of crossbars from dark blue to yellow"), "", "", Always},
    {"view.colours-cividis", MHO_WORDS("C&ividis Colours"),
     MHO_WORDS("Colours of crossbars that look nearly the same to people who do not see red or green"), "", "", Always},
    {"view.language-system", MHO_WORDS("&System Language"), MHO_WORDS("The language of the desktop, where Mho speaks it; else English"), "", "",
     Always},
    // Each in itself, to be found by those who speak no other.
    {"view.language-en", MHO_WORDS("&English"), "", "", "", Always},
    {"view.language-de", MHO_WORDS("&Deutsch"), "", "", "", Always},
    {"view.language-zh_CN", MHO_WORDS("简体中文 (&Z)"), "", "", "", Always},

    {"run.start", MHO_WORDS("&Start"), MHO_WORDS("Start the run, or go on with the unfinished one"), "start", "F5", ByState},
    {"run.keep", MHO_WORDS("Stop and &Keep"), MHO_WORDS("End the run here as if it were finished and keep the result"), "keep",
     "Shift+F5", ByState},
    {"run.pause", MHO_WORDS("&Pause"), MHO_WORDS("Hold the run where it is, or let it go on; nothing is lost"), "pause", "Ctrl+F5", ByState},
    {"run.cancel", MHO_WORDS("&Cancel"), MHO_WORDS("Stop now; the last checkpoint stays, so that the run can be resumed"),
     "cancel", "", ByState},
    {"run.anew", MHO_WORDS("Start &Anew"), MHO_WORDS("Start a run from the beginning; an unfinished one is dropped"), "restart",
     "", ByState},
    {"run.queue", MHO_WORDS("Add to &Queue"), MHO_WORDS("A run of the present design, after those that go on and wait"), "queue",
     "Ctrl+Shift+F5", ByState},
    {"run.start-queued", MHO_WORDS("Start &First of Queue"), MHO_WORDS("Start the first run that waits; the others follow"), "", "", ByState},
    {"run.drop-queued", MHO_WORDS("&Remove from Queue"), MHO_WORDS("Take the selected run out of the queue"), "", "", ByState},
    {"run.stages", MHO_WORDS("S&tages…"), MHO_WORDS("How the next run trains: epochs, rates and penalties of each stage"), "stages", ""},
    {"run.evaluate", MHO_WORDS("&Evaluate"), MHO_WORDS("Measure the present design on the test images, without training"), "", ""},
    {"run.data-folder", MHO_WORDS("&Data Folder…"), MHO_WORDS("Where the data set of the project lies"), "folder", ""},

    {"help.contents", MHO_WORDS("&Help"), MHO_WORDS("Read what the panel with the focus is for, and how it is used"), "help", "F1", Always},
    {"help.palette", MHO_WORDS("&Find Command…"), MHO_WORDS("Find a command by its name and do it"), "search", "Ctrl+Shift+P",
     Always},
    {"help.shortcuts", MHO_WORDS("&Keyboard Shortcuts…"), MHO_WORDS("See and change the keys of every command"), "keyboard", "",
     Always},
    {"help.whats-this", MHO_WORDS("&What's This?"), MHO_WORDS("Click on a part of the window to read what it is"), "",
     "Shift+F1", Always},
    {"help.about", MHO_WORDS("&About Mho Studio"), "", "", "", Always},
};

constexpr PanelCommand kPanels[] = {
    {"crossbars", {"view.panel-crossbars", MHO_WORDS("Crossbars Panel"), "", "crossbars", ""}},
    {"cost", {"view.panel-cost", MHO_WORDS("Cost Panel"), "", "cost", ""}},
    {"conductances", {"view.panel-conductances", MHO_WORDS("Conductances Panel"), "", "conductances", ""}},
    {"run", {"view.panel-run", MHO_WORDS("Run Panel"), "", "run", ""}},
    {"compare", {"view.panel-compare", MHO_WORDS("Compare Panel"), "", "compare", ""}},
    {"mask", {"view.panel-mask", MHO_WORDS("Mask Panel"), "", "masks", ""}},
    {"adc", {"view.panel-adc", MHO_WORDS("ADC Panel"), "", "adc", ""}},
    {"constraints", {"view.panel-constraints", MHO_WORDS("Constraints Panel"), "", "constraints", ""}},
    {"hardware", {"view.panel-hardware", MHO_WORDS("Hardware Panel"), "", "hardware", ""}},
    {"stages", {"view.panel-stages", MHO_WORDS("Stages Panel"), "", "stages", ""}},
    {"data", {"view.panel-data", MHO_WORDS("Data Panel"), "", "data", ""}},
    {"journal",
     {"view.panel-journal", MHO_WORDS("Journal Panel"), MHO_WORDS("What was done, each with the command that does it again"),
      "journal", ""}},
    {"hardwareBar", {"view.bar-hardware", MHO_WORDS("Hardware Bar"), "", "", ""}},
};

QString words(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

/// "&Save && Quit" without what marks the key.
QString withoutMarks(QString text)
{
    for (qsizetype i = text.indexOf(QLatin1Char('&')); i >= 0; i = text.indexOf(QLatin1Char('&'), i + 1)) {
        text.remove(i, 1);
    }
    return text;
}

}  // namespace

std::span<const CommandInfo> commandTable()
{
    return kCommands;
}

std::span<const PanelCommand> panelCommands()
{
    return kPanels;
}

QString commandMenu(const CommandInfo& command)
{
    const QLatin1StringView id(command.id);
    const QLatin1StringView menu = id.left(id.indexOf(QLatin1Char('.')));
    return menu == QLatin1StringView("file")   ? words(MHO_WORDS("File"))
           : menu == QLatin1StringView("edit") ? words(MHO_WORDS("Edit"))
           : menu == QLatin1StringView("view") ? words(MHO_WORDS("View"))
           : menu == QLatin1StringView("run")  ? words(MHO_WORDS("Run"))
                                               : words(MHO_WORDS("Help"));
}

QString commandName(const CommandInfo& command)
{
    return withoutMarks(words(command.text));
}

QString commandTip(const CommandInfo& command)
{
    return *command.tip == '\0' ? QString() : words(command.tip);
}

QList<QKeySequence> standardKeys(const CommandInfo& command)
{
    QList<QKeySequence> keys;
    for (const QString& one : QString::fromLatin1(command.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        keys.append(QKeySequence(one, QKeySequence::PortableText));
    }
    return keys;
}

}  // namespace mho
