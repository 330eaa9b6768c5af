// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/constraint.h"

#include <vector>

namespace mho {

/// A projection that leaves no column without a weight where it can, so that the arrays stay as context.tiled() cut them: each
/// column that would lose all its weights keeps its largest one, of a filter that was not asked for another in that array as
/// far as there is one, and the constraint is projected again with these weights first.
/// Where the arrays hold fewer weights than word lines, columns are lost all the same.
/// @param values n*k, zero where they do not count
LayerMask keepCuts(const LayerContext& context, const ConstraintSpec& spec, const std::vector<float>& values);

}  // namespace mho
