// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThreadPool;

namespace mho {

/// Makes a pool of one thread, which is there from now on and stays. While a library is being loaded (LibTorch: most of a second)
/// nobody can make a thread, and one who asks for it stands still: the window's thread must never have to.
QThreadPool& withLastingThread(QThreadPool& pool);

/// Blocks until such a pool has done all it was given; its thread stays, which QThreadPool::waitForDone() would end.
void finishAll(QThreadPool& pool);

}  // namespace mho
