// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cost/engines/engine.h"
#include "core/network/compressed_network.h"

#include <string>
#include <vector>

namespace mho::cli {

/// What a network costs on engines beside crossbars, by name or FILE.json.
class EngineEstimate {
public:
    /// Throws Error for an unknown engine (the text lists them) and where the network does not fit one.
    EngineEstimate(const CompressedNetwork& network, const std::vector<std::string>& names);

    /// Side by side; where an engine is a sparse accelerator, its break-even ratio of each layer below.
    /// @param layers also each engine layer by layer
    std::string text(bool layers) const;
    /// A JSON array (docs/engines.md, "JSON").
    std::string json() const;

private:
    std::vector<EngineReport> reports_;
    std::string breakEven_;
    bool floatWeights_ = false;  ///< A layer has no levels.
};

}  // namespace mho::cli
