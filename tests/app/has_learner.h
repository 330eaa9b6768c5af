// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/learn/learner.h"

#include <iostream>

namespace mho::test {

/// Whether the training module is built; where it is not, says that a test is skipped.
inline bool hasLearner()
{
    try {
        learner();
        return true;
    } catch (const Error& error) {
        std::cout << "skipped: " << error.what() << '\n';
        return false;
    }
}

}  // namespace mho::test
