// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"

#include "core/base/module.h"

#include <atomic>

namespace mho {
namespace {

std::atomic<bool> isLoaded = false;

}  // namespace

Learner& learner()
{
    static Learner& instance = *reinterpret_cast<Learner* (*)()>(moduleSymbol("libmho_learn.so", "mhoLearner", "MHO_LEARN"))();
    isLoaded = true;
    return instance;
}

bool learnerLoaded()
{
    return isLoaded;
}

}  // namespace mho
