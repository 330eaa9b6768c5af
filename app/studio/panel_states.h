// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDockWidget;

namespace mho {

/// What a panel can show one after the other: the pages of its tabs; of the crossbars the layer, the whole network and an opened
/// one; of masks and costs what their layout and split offer; else what it shows. At least 1.
int panelStates(const QDockWidget& panel);

/// @param state 0..panelStates()-1; 0 is what a panel shows at first
void showPanelState(const QDockWidget& panel, int state);

}  // namespace mho
