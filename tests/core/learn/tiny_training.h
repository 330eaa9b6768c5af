// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"

#include <functional>
#include <vector>

namespace mho::test {

/// The values as one row.
Tensor flat(std::vector<float> values);

/// Two threads, float32.
ExecutionOptions exact();

/// A network of one weight layer whose logits are W x, x a vector per image: every number of a step can be worked out by hand.
struct TinyCase {
    Network network;
    DataSet data;
    std::vector<std::vector<double>> x;  ///< Per image, k numbers.
    std::size_t rows = 0;                ///< n = classes
    std::size_t columns = 0;             ///< k
};

/// One image, two classes, a linear layer of 2 x 2.
TinyCase oneImage();
/// Four images of 1x2x2, a linear layer of 3 x 4.
TinyCase tinyLinear();
/// Four images of 1x3x3, a convolution of 2 filters of 2x2, and the mean over positions: x is the mean patch.
TinyCase tinyConvolution();

/// SGD at a constant rate without momentum and decay; each epoch is one step over all images.
TrainingOptions plainSteps(std::int64_t steps);

/// Softmax of logits / temperature.
std::vector<double> softmax(const std::vector<double>& logits, double temperature = 1.0);
std::vector<double> logits(const TinyCase& setup, const std::vector<double>& weights, std::size_t image);

/// The same training in double precision, each term worked out from its definition.
struct Reference {
    const TinyCase& setup;
    TrainingOptions options;
    /// What forward and backward see in place of the weights.
    std::function<std::vector<double>(const std::vector<double>&)> seen = [](const std::vector<double>& w) { return w; };
    /// d loss / d logits of one image; cross-entropy when empty.
    std::function<std::vector<double>(const std::vector<double>& logits, std::size_t image)> lossGradient = {};
    /// Whether the loss's gradient reaches weight i of value w.
    std::function<bool(std::size_t i, double w)> passes = [](std::size_t, double) { return true; };
    /// Gradient of everything added to the loss, at the underlying weights.
    std::function<std::vector<double>(const std::vector<double>&)> pull = [](const std::vector<double>& w) {
        return std::vector<double>(w.size(), 0.0);
    };
    /// What a step may do to weight i.
    std::function<double(std::size_t i, double before, double next)> bound = [](std::size_t, double, double next) {
        return next;
    };

    /// Weights after all steps of the options.
    std::vector<double> train(const std::vector<float>& start) const;
};

/// Weights of layer 0 after session training from `start`.
std::vector<float> trained(const TinyCase& setup, const std::vector<float>& start, const TrainingOptions& options,
                           const TrainingTerms& terms, const ExecutionOptions& execution = exact());

/// Largest difference of the two.
double worstGap(const std::vector<float>& ours, const std::vector<double>& reference);

}  // namespace mho::test
