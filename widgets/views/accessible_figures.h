// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mho {

/// From now on screen readers take our own figures for graphics and charts, not for unknown areas. To be called once, before they ask.
void tellRolesOfFigures();

}  // namespace mho
