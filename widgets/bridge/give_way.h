// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mho {

/// From now on the calling thread, and those that it starts, take what processor time others leave. There is no way back, so it
/// is for threads that do nothing else. Without effect where the system has no such order.
void giveWay();

}  // namespace mho
