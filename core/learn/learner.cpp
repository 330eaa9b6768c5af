// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"

#include "core/base/module.h"

namespace mho {

Learner& learner()
{
    static Learner& instance = *reinterpret_cast<Learner* (*)()>(moduleSymbol("libmho_learn.so", "mhoLearner", "MHO_LEARN"))();
    return instance;
}

}  // namespace mho
