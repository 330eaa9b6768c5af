// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"
#include "core/learn/torch/executor.h"
#include "core/learn/torch/update.h"

#include <torch/torch.h>

#include <functional>
#include <memory>
#include <vector>

namespace mho {

/// The straight-through layers of one training, with memory for their quantised weights that all steps share.
class StraightThroughLayers {
public:
    /// @param weightOf parameter index of a weight layer  @param updates pruned weights are zero in the quantised weights too
    StraightThroughLayers(Executor& executor, const std::vector<StraightThrough>& terms,
                          const std::function<std::size_t(std::size_t layer)>& weightOf,
                          const std::vector<UpdateTerms>& updates);

    /// While it lives, the parameters hold the quantised weights; the underlying ones come back when it goes, on whatever path.
    class Swap {
    public:
        /// @param poll called between layers; may throw to leave, with nothing swapped; may be empty
        Swap(StraightThroughLayers& layers, const std::function<void()>& poll);

    private:
        class Underlying;  ///< Puts one parameter's underlying weights back when it goes.
        std::vector<std::shared_ptr<Underlying>> swapped_;
    };

    /// Clears the gradient where the underlying weight is at or above the limit in magnitude.
    void limitGradients();

private:
    struct Layer {
        const StraightThrough* term;
        torch::Tensor* value;     ///< The parameter.
        torch::Tensor quantised;  ///< On the device, laid out as the parameter.
        torch::Tensor bounds;     ///< UpdateTerms::bounds.
    };

    static void quantise(const Layer& layer);

    std::vector<Layer> layers_;
};

}  // namespace mho
