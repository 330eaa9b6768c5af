// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/compressed_network.h"
#include "core/project/project.h"

#include <optional>

namespace mho {

/// The result of a project's last finished run: final weights, masks and levels; nothing when no run has finished.
/// Throws Error BadFormat when the arrays do not fit the project's network.
MHO_API std::optional<CompressedNetwork> savedResult(const Project& project);

/// The network to compress: the project's own; where that came without weights and its run has finished with nothing pruned and
/// no levels (a dense training), that run's. Throws as savedResult().
MHO_API Network denseNetwork(const Project& project);

}  // namespace mho
