// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/learner.h"

#include "core/base/modules.h"

namespace mho {
namespace {

Learner& load()
{
    const ModuleName module{"libmho_learn.so", "mhoLearner",
                            MHO_TEXT("The training module is not installed; build Mho with MHO_LEARN=ON. Looked for:%1"),
                            MHO_TEXT("The training module cannot be loaded: %1"),
                            MHO_TEXT("The file is not a training module of this version")};
    using Factory = Learner* (*)();
    return *reinterpret_cast<Factory>(moduleEntry(module))();
}

}  // namespace

Learner& learner()
{
    static Learner& instance = load();
    return instance;
}

}  // namespace mho
