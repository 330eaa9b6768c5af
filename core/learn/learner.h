// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/base/progress.h"
#include "core/data/data_set.h"
#include "core/learn/training_options.h"
#include "core/network/level_set.h"
#include "core/network/mask.h"
#include "core/network/network.h"
#include "core/network/tensor.h"
#include "core/network/weight_layer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// Result of a pass over a set of images.
struct Evaluation {
    double top1Percent = 0.0;
    double meanLoss = 0.0;  ///< Cross-entropy, nats.
    std::int64_t correct = 0;
    std::int64_t samples = 0;
    bool cancelled = false;  ///< True: stopped early, numbers cover `samples` only.
};

/// Everything a training needs to go on to the bit: parameters, optimiser state, and where it stands.
struct TrainingState {
    std::vector<Tensor> parameters;  ///< Learner's order (all node parameters in node order).
    std::vector<Tensor> moments;     ///< Optimiser state, same order, empty tensors where there is none.
    std::int64_t epoch = 0;          ///< Epochs done in this stage.
    std::int64_t step = 0;           ///< Steps done in this stage.
    bool empty() const { return parameters.empty(); }
};

/// rho/2 ||W - copy + dual||_F^2 added to the loss of one weight layer (docs/methods.md, "ADMM"). Two constraints on one layer are
/// two penalties; a step adds the gradient of both in one pass.
struct Penalty {
    std::size_t layer = 0;  ///< Index into weightLayers(network).
    double rho = 0.0;
    Tensor copy;       ///< Z, n*k; shared, not copied.
    Tensor dual = {};  ///< U, n*k; without values: 0.
};

/// How a regulariser pulls on the groups of a layer; ||W_g|| is the L2 norm of group g, lambda the strength.
enum class GroupPenalty {
    Lasso,       ///< lambda * sum_g ||W_g||
    Clipped,     ///< lambda * sum_g min(||W_g||, delta), delta = clipRatio * mean_g ||W_g|| of this step (WPC, S5; code: GroupLasso_Quant)
    Reweighted,  ///< lambda * sum_g beta_g ||W_g||^2, beta_g = 1 / (||W_g||^2 + epsilon), beta given (BLK-REW, by S4's group)
};

/// Added to the loss of one weight layer, as an alternative to ADMM's penalties.
struct GroupRegularizer {
    std::size_t layer = 0;  ///< Index into weightLayers(network).
    GroupPenalty penalty = GroupPenalty::Lasso;
    double strength = 0.0;   ///< lambda, >= 0
    double clipRatio = 0.0;  ///< Clipped only, > 0.
    /// Clipped: the gradient also flows through delta (the mean), as in the public code of S5's laboratory; false: delta is a
    /// constant of the step.
    bool pullThroughClip = true;
    std::shared_ptr<const std::vector<std::uint32_t>> groupOf;  ///< n*k, group of each weight, numbered from 0 without gaps.
    std::vector<double> groupWeights;                           ///< Reweighted: beta_g.
};

/// The forward and backward pass see the quantised weights; the gradient found there is applied to the underlying ones
/// (S1 algorithm 2; S5). Weight noise varies the quantised weights; penalties and regularisers act on the underlying ones.
struct StraightThrough {
    std::size_t layer = 0;
    /// Levels for the present weights (n*k), asked for at each step.
    std::function<LayerLevels(std::span<const float> weights)> levels;
    /// The loss's gradient is zero where |w| of the underlying weight is at or above this; 0 = nowhere.
    float gradientLimit = 0.0F;
};

/// loss = (1 - mix) * cross-entropy + mix * temperature^2 * KL(teacher || student), both softened (S1 algorithm 2; Hinton et
/// al. 2015, whose factor T^2 keeps the gradients' size).
struct Distillation {
    std::shared_ptr<const Network> teacher;  ///< With weights; same input and output shape as the student.
    double temperature = 4.0;                ///< T, > 0
    double mix = 0.5;                        ///< s, [0, 1]
    /// What the teacher was trained with, one number per channel: it is shown the student's images normalised so. None: as the
    /// student's data.
    std::optional<Normalization> normalization = {};
};

/// Least magnitude of a weight that is bound to a sign: it is never zero, so that its side is known.
constexpr float kLeastSigned = 1e-30F;

/// What holds during one train(). Lists per weight layer may be empty: none. A mask is stronger than held, held than a sign.
struct TrainingTerms {
    std::vector<Penalty> penalties;
    std::vector<std::optional<LayerMask>> masks;  ///< Per weight layer or empty; masked weights, and bias and following
                                                  ///< batch-norm scale and shift of dropped filters, stay exactly zero.
    std::vector<std::uint8_t> frozen;  ///< Per weight layer: 1 = its weights do not change; empty = none.
    std::vector<std::vector<std::uint8_t>> held;  ///< Per weight layer: n*k flags, 1 = this weight does not change; empty = none.
    /// Per weight layer: n*k signs; a step that would take a weight across zero leaves it at +-1e-30 on its side; empty = free.
    std::vector<std::vector<std::int8_t>> signs;
    std::vector<GroupRegularizer> regularizers;
    std::vector<StraightThrough> straightThrough;
    std::optional<Distillation> distillation;
};

/// After each epoch: its number (from 1), mean loss, and a way to read the state for a checkpoint.
struct EpochReport {
    std::int64_t epoch = 0;
    double meanLoss = 0.0;       ///< Task loss (with a teacher Distillation's), without penalties.
    double trainAccuracyPercent = 0.0;
    double learningRate = 0.0;
    double seconds = 0.0;
};

/// A network made executable on a device with fixed threads, precision and memory format.
class LearnSession {
public:
    virtual ~LearnSession() = default;
    /// Parameters of weight layers as n*k, in weightLayers order.
    virtual std::vector<float> weights(std::size_t layer) const = 0;
    virtual void setWeights(std::size_t layer, std::span<const float> weights) = 0;
    /// The network with the session's present parameters.
    virtual Network snapshot() const = 0;
    virtual TrainingState state() const = 0;
    virtual void restore(const TrainingState& state) = 0;
    /// Gives parameters fresh random values (He et al. 2015 for ReLU) from the seed.
    virtual void initialize(std::uint64_t seed) = 0;
    /// Trains until options.epochs are done, beginning after state().epoch; `report` is called at each epoch's end and may
    /// end the training. Progress is polled at least every 200 ms, between layers too; a step cut off is discarded.
    virtual Verdict train(const DataSet& data, const TrainingOptions& options, const TrainingTerms& terms,
                          const std::function<Verdict(const EpochReport&)>& report, const ProgressCallback& progress) = 0;
    /// @param indices empty = all images
    virtual Evaluation evaluate(const ImageSet& images, const Normalization& normalization, std::span<const std::uint32_t> indices,
                                const ProgressCallback& progress) = 0;
    /// Takes the running means and variances of all batch norms anew: their plain average over batches of these images, not
    /// varied, weights as they are (re-estimation after pruning: Li et al., EagleEye, ECCV 2020). Nothing else changes.
    /// @param indices empty = nothing is done  @return Abort or StopAndKeep when progress said so; statistics are then as before
    virtual Verdict recalibrate(const ImageSet& images, const Normalization& normalization, std::span<const std::uint32_t> indices,
                                const ProgressCallback& progress) = 0;
    /// Forgets optimiser state and counters: the next train() is a new stage.
    virtual void beginStage() = 0;
};

/// What the module runs on; goes into `environment` of a result.
struct LearnEnvironment {
    std::string libraryVersion;  ///< "LibTorch 1.13.1"
    std::string blas;            ///< "OpenBLAS 0.3.21", or "reference"
    bool referenceBlas = false;  ///< True: warn, training is about 30 times slower.
    bool cuda = false;
    bool bfloat16 = false;       ///< The CPU has bfloat16 instructions.
};

/// The LibTorch module behind a plain interface.
class Learner {
public:
    virtual ~Learner() = default;
    virtual LearnEnvironment environment() const = 0;
    virtual std::unique_ptr<LearnSession> open(const Network& network, const ExecutionOptions& options) = 0;
};

/// Loads the module at the first call (0.7 s, 160 MB); throws Error Unsupported when it is not installed. Thread-safe.
MHO_API Learner& learner();
/// True once learner() has loaded it; does not load it.
MHO_API bool learnerLoaded();

}  // namespace mho
