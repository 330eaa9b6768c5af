// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"
#include "core/learn/torch/executor.h"

#include <chrono>

namespace mho {

/// LearnSession over an Executor.
class TorchSession final : public LearnSession {
public:
    TorchSession(const Network& network, const ExecutionOptions& options);

    std::vector<float> weights(std::size_t layer) const override;
    void setWeights(std::size_t layer, std::span<const float> weights) override;
    Network snapshot() const override;
    TrainingState state() const override;
    void restore(const TrainingState& state) override;
    void initialize(std::uint64_t seed) override;
    Verdict train(const DataSet& data, const TrainingOptions& options, const TrainingTerms& terms,
                  const std::function<Verdict(const EpochReport&)>& report, const ProgressCallback& progress) override;
    Evaluation evaluate(const ImageSet& images, const Normalization& normalization, std::span<const std::uint32_t> indices,
                        const ProgressCallback& progress) override;
    Verdict recalibrate(const ImageSet& images, const Normalization& normalization, std::span<const std::uint32_t> indices,
                        const ProgressCallback& progress) override;
    void beginStage() override;

private:
    struct Pass;  ///< What one call of train() carries along.

    BoundParameter& weightOf(std::size_t layer);
    const BoundParameter& weightOf(std::size_t layer) const;
    std::size_t weightIndex(std::size_t layer) const;  ///< Into the executor's parameters.
    void prepare(Pass& pass, const TrainingTerms& terms);
    bool step(Pass& pass, std::span<const std::uint32_t> indices, double rate);

    ExecutionOptions options_;
    Network network_;
    std::vector<WeightLayer> layers_;
    Executor executor_;
    std::vector<std::vector<torch::Tensor>> moments_;
    std::int64_t epoch_ = 0;
    std::int64_t step_ = 0;
};

}  // namespace mho
