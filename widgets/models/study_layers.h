// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/design_point.h"

#include <string>
#include <vector>

namespace mho {

/// Weights of each layer of a run's result (docs/result-json.md); none of a preview's, which does not tell them. Throws Error BadFormat
/// where the text is no JSON object.
std::vector<LayerWeights> studyLayers(const std::string& resultJson);

}  // namespace mho
