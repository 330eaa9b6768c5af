// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/training_options.h"
#include "core/network/network.h"

#include <torch/torch.h>

#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace mho {

/// Slope of a parametric ReLU before training (He et al., ICCV 2015, section 2.1).
constexpr double kFreshSlope = 0.25;

/// One parameter of the network as a LibTorch tensor.
struct BoundParameter {
    NodeId node = 0;
    std::string role;
    torch::Tensor value;  ///< float32; a leaf of the graph, changed in place by the optimiser.
    bool trained = true;  ///< False for running mean and variance.
};

/// Thrown through a forward or backward pass to leave a step; never seen outside the module.
struct StepAbandoned : std::exception {};

/// Executes a network's graph.
class Executor {
public:
    Executor(const Network& network, const ExecutionOptions& options);

    /// Logits {batch, classes}, float32. A softmax at the end is left out: the loss contains it.
    /// @param poll called between layers, forward and backward; may throw StepAbandoned; may be empty
    torch::Tensor logits(torch::Tensor images, bool training, const std::function<void()>& poll);

    std::vector<BoundParameter>& parameters() { return parameters_; }
    const std::vector<BoundParameter>& parameters() const { return parameters_; }
    /// Index into parameters(), or -1.
    int indexOf(NodeId node, std::string_view role) const;
    torch::Device device() const { return device_; }
    /// The images on the device and in the memory format of the options.
    torch::Tensor prepare(const torch::Tensor& images) const;
    Network snapshot() const;

private:
    torch::Tensor apply(NodeId id, const std::vector<torch::Tensor>& inputs, bool training);
    torch::Tensor parameter(NodeId node, std::string_view role) const;
    torch::Tensor lowered(const torch::Tensor& tensor) const;

    Network network_;
    torch::Device device_;
    bool bfloat16_;
    bool channelsLast_;
    std::vector<BoundParameter> parameters_;
    std::vector<std::vector<int>> parameterOfNode_;
    std::vector<NodeId> lastUse_;
};

}  // namespace mho
