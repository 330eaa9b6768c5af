// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/panel_states.h"

#include "widgets/views/crossbar_view.h"

#include <QComboBox>
#include <QDockWidget>
#include <QTabWidget>

#include <algorithm>
#include <array>

namespace mho {
namespace {

/// A figure with the place of the choice that tells what it shows. In other panels a choice is an edit.
struct FigureChoice {
    const char* panel;
    qsizetype place;
};
constexpr std::array kFigures{FigureChoice{"mask", 0}, FigureChoice{"cost", 1}};

QTabWidget* tabsOf(const QDockWidget& panel)
{
    auto* tabs = panel.findChild<QTabWidget*>();
    return tabs != nullptr && !tabs->isHidden() ? tabs : nullptr;
}

QComboBox* choiceOf(const QDockWidget& panel)
{
    const auto figure = std::find_if(kFigures.begin(), kFigures.end(),
                                     [&](const FigureChoice& choice) { return panel.objectName() == QLatin1StringView(choice.panel); });
    return figure != kFigures.end() ? panel.findChildren<QComboBox*>().value(figure->place) : nullptr;
}

}  // namespace

int panelStates(const QDockWidget& panel)
{
    if (panel.findChild<CrossbarView*>() != nullptr) {
        return 4;
    }
    if (const QTabWidget* tabs = tabsOf(panel)) {
        return std::max(1, tabs->count());
    }
    const QComboBox* choice = choiceOf(panel);
    return choice != nullptr ? std::max(1, choice->count()) : 1;
}

void showPanelState(const QDockWidget& panel, int state)
{
    if (auto* crossbars = panel.findChild<CrossbarView*>()) {
        crossbars->showNetwork(state == 1 || state == 3);
        crossbars->setCompare(state == 3);
        if (state == 2) {
            crossbars->openCrossbar({});
        } else {
            crossbars->showAllCrossbars();
        }
    } else if (QTabWidget* tabs = tabsOf(panel)) {
        tabs->setCurrentIndex(state);
    } else if (QComboBox* choice = choiceOf(panel)) {
        choice->setCurrentIndex(state);
        Q_EMIT choice->activated(state);
    }
}

}  // namespace mho
