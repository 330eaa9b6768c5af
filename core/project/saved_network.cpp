// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/saved_network.h"

#include "core/run/compressed_arrays.h"

namespace mho {

std::optional<CompressedNetwork> savedResult(const Project& project)
{
    const std::optional<Checkpoint> arrays = project.resultArrays();
    if (!arrays) {
        return std::nullopt;
    }
    return fromArrays(*arrays, project.network());
}

}  // namespace mho
