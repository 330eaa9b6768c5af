// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/gesture.h"

namespace mho {

int newGesture()
{
    static int last = 0;
    return ++last;
}

}  // namespace mho
