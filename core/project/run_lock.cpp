// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/run_lock.h"

#include "core/base/error.h"

namespace mho {

RunLock::RunLock(const std::string& projectPath) : lock_(projectPath + "-run")
{
    if (!lock_.held()) {
        throw Error(ErrorCode::InputOutput,
                    MHO_TEXT("Another program is running this project; wait for its end, or cancel it there"), {}, projectPath);
    }
}

}  // namespace mho
