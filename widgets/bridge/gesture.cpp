// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/gesture.h"

namespace mho {
namespace {

/// Steps of one value that follow each other faster than this are one gesture.
constexpr int kOneGestureMs = 700;

}  // namespace

int newGesture()
{
    static int last = 0;
    return ++last;
}

int GestureClock::of(const QString& what)
{
    const bool goesOn = what == last_ && sinceLast_.isValid() && sinceLast_.elapsed() < kOneGestureMs;
    gesture_ = goesOn ? gesture_ : newGesture();
    last_ = what;
    sinceLast_.start();
    return gesture_;
}

}  // namespace mho
