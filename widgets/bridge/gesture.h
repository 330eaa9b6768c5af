// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mho {

/// A number above 0 that no other gesture (a drag, a key held down) has; edits that carry the same one become one undo step.
/// For the window's thread.
int newGesture();

}  // namespace mho
