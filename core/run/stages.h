// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/purify.h"
#include "core/learn/learner.h"
#include "core/learn/training_options.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// The ADMM stage: rounds of W-steps with projections and dual updates between them (docs/methods.md, "ADMM").
struct MHO_API AdmmOptions {
    std::int64_t rounds = 8;           ///< ADMM iterations at most; 0 = none.
    std::int64_t epochsPerRound = 1;   ///< Epochs of SGD per W-step; the rate schedule restarts each round.
    double rho = 1e-3;                 ///< Penalty weight of the first round, > 0. Default: Robustness-Aware-Pruning.
    double rhoFactor = 1.6;            ///< rho is multiplied by this, >= 1; 1 = constant.
    std::int64_t rhoEvery = 1;         ///< ... after every so many rounds, >= 1: 1 = multiplied, more = staged (YOLObile: factor 10).
    /// The scaled duals shrink by the factor that rho grows by, so that rho U, which pulls, does not jump (Boyd et al. 2011,
    /// section 3.4.1); false: they stay as they are, as in the laboratory's code.
    bool rescaleDuals = false;
    double tolerance = 0.0;            ///< Rounds end early once primal and dual residual are at most this; 0 = never.
    bool levels = true;                ///< Pruning stage: levels take part (joint, S0 and S1); false: pruning first (staged, ADMM-NN).
    TrainingOptions training;          ///< `epochs` is ignored: epochsPerRound counts.

    std::vector<Problem> validate() const;
    /// rho of a round, from 0.
    double rhoAt(std::int64_t round) const;
    bool operator==(const AdmmOptions&) const = default;
};

/// How the pruning stage comes to its masks.
enum class PruneMethod {
    Admm,             ///< AdmmOptions.
    GroupRegularizer  ///< RegularizeOptions, then the hard projection onto the plan.
};

/// The pruning stage without ADMM: group lasso, weight penalty clipping (S5), reweighted group lasso (S4). The groups are those
/// of each layer's first group constraint.
struct MHO_API RegularizeOptions {
    GroupPenalty penalty = GroupPenalty::Clipped;
    double strength = 1e-3;         ///< lambda, >= 0 (GroupLasso_Quant, S5's laboratory: 5e-4 to 2.5e-3 on CIFAR).
    double clipRatio = 0.5;         ///< Clipped: delta / mean norm, > 0 (GroupLasso_Quant: 0.5 to 0.7 on CIFAR).
    bool pullThroughClip = true;    ///< Clipped: as in the laboratory's code.
    double epsilon = 1e-3;          ///< Reweighted: beta = 1 / (norm^2 + epsilon), > 0.
    std::int64_t refreshEpochs = 1; ///< Reweighted: beta is renewed every so many epochs, >= 1.
    bool straightThrough = true;    ///< The levels of the plan are trained at the same time (S5).
    TrainingOptions training;

    std::vector<Problem> validate() const;
    bool operator==(const RegularizeOptions&) const = default;
};

/// Partial quantisation of ADMM-NN's public code (docs/methods.md, "The main job", 5): in each step the share of free weights
/// nearest to their level moves onto it and stays; the others are trained.
struct MHO_API ProgressiveOptions {
    std::int64_t steps = 0;    ///< 0 = stage left out.
    double share = 0.3;        ///< Of the free weights of each level, rounded up; in (0, 1].
    TrainingOptions training;  ///< `epochs` per step.

    std::vector<Problem> validate() const;
    bool operator==(const ProgressiveOptions&) const = default;
};

/// Training through the quantiser, with a teacher (S1 algorithm 2) or without.
struct MHO_API StraightThroughOptions {
    TrainingOptions training = [] { TrainingOptions none; none.epochs = 0; return none; }();  ///< 0 epochs = stage left out.
    double mix = 0.0;          ///< Share of the teacher's loss, [0, 1]; 0 = no teacher.
    double temperature = 4.0;  ///< > 0
    std::string teacher;       ///< Zoo name of the teacher, whose weights the caller gives; empty = the run's own original network.
    std::vector<double> teacherMean;       ///< Normalisation that the named teacher was trained with, per channel; empty = that
    std::vector<double> teacherDeviation;  ///< of the network that learns.

    std::vector<Problem> validate() const;
    bool operator==(const StraightThroughOptions&) const = default;
};

/// Masked retraining with the run's own original network as teacher (docs/methods.md, "The main job"): what S1's algorithm 2 does on
/// levels, before them.
struct MHO_API RetrainTeacher {
    double mix = 0.0;          ///< Share of the teacher's loss, [0, 1]; 0 = no teacher.
    double temperature = 4.0;  ///< > 0

    std::vector<Problem> validate() const;
    bool operator==(const RetrainTeacher&) const = default;
};

/// What purification follows.
enum class PurifyAfter {
    Projection,  ///< The hard projection, before masked retraining.
    Retrain      ///< Masked retraining, with none after it, as S1 publishes it.
};

/// Purification (S1). Without it only unused paths go, after the hard projection, which changes no output.
struct MHO_API PurifyStage {
    bool enabled = false;
    PurifyAfter after = PurifyAfter::Projection;
    PurifyOptions thresholds;
    bool operator==(const PurifyStage&) const = default;
};

/// How a network is trained, stage by stage, and on what it is computed: what people change of a recipe besides plan and hardware.
struct MHO_API Stages {
    std::uint64_t seed = 1;
    ExecutionOptions execution;
    TrainingOptions train;     ///< Dense training, when the network has no weights, or further training (trainFurther).
    bool trainFurther = false; ///< Trains the given weights further before anything else.
    PruneMethod prune = PruneMethod::Admm;
    AdmmOptions admm;          ///< Pruning, with levels or before them.
    RegularizeOptions regularize;
    PurifyStage purify;        ///< After the hard projection, or after masked retraining.
    TrainingOptions retrain;   ///< Masked retraining.
    RetrainTeacher retrainTeacher;
    AdmmOptions quantize;      ///< Levels under the fixed mask.
    ProgressiveOptions progressive;
    StraightThroughOptions straightThrough;
    TrainingOptions finetune;  ///< After the final projection: biases and batch norm only, weights stay at their levels.

    /// Every field out of range, by its name in files ("retrain.learning_rate").
    std::vector<Problem> validate() const;
    bool operator==(const Stages&) const = default;
};

// JSON text as in recipes (recipe.h), of these fields alone.
MHO_API std::string stagesToJson(const Stages& stages);
MHO_API Stages stagesFromJson(std::string_view json, const std::string& where);

}  // namespace mho
