// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace mho {

/// A number above 0 that no other gesture (a drag, a key held down) has; edits that carry the same one become one undo step.
/// For the window's thread.
int newGesture();

/// Tells which edits are one gesture: steps of one value that follow each other at once, as of a key held down.
class GestureClock {
public:
    /// The gesture that an edit named `what` goes on, or a new one.
    int of(const QString& what);
    /// The next edit is a gesture of its own.
    void reset() { last_.clear(); }

private:
    QString last_;
    QElapsedTimer sinceLast_;
    int gesture_ = 0;
};

}  // namespace mho
