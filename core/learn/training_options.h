// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// Automatic becomes BFloat16 on a CPU with bfloat16 instructions, else Float32, when the run starts.
enum class Precision { Automatic, Float32, BFloat16 };

/// True when this machine's CPU multiplies bfloat16 in hardware (AVX-512 BF16).
MHO_API bool cpuHasBFloat16();

/// Fields of a run, fixed once it starts and stored with it: with equal fields and seed a CPU run is bit-identical.
struct MHO_API ExecutionOptions {
    std::string device = "cpu";      ///< "cpu" or "cuda".
    int threads = 0;                 ///< Compute threads; 0 = all cores, resolved when the run starts.
    Precision precision = Precision::Automatic;  ///< BFloat16: convolutions and products; weights stay float32.
    bool channelsLast = false;       ///< Memory format of images and convolution weights; pays for 3x3 networks.

    std::vector<Problem> validate() const;
    /// The same with every automatic field set for this machine.
    ExecutionOptions resolved() const;
    bool operator==(const ExecutionOptions&) const = default;
};

enum class OptimizerKind { Sgd, Adam };
enum class ScheduleKind { Constant, Step, Cosine, OneCycle };

struct MHO_API TrainingOptions {
    OptimizerKind optimizer = OptimizerKind::Sgd;
    double learningRate = 0.05;    ///< Peak rate; > 0.
    double momentum = 0.9;         ///< SGD momentum, or Adam's beta1; [0, 1).
    double beta2 = 0.999;          ///< Adam only; [0, 1).
    double weightDecay = 5e-4;     ///< L2 term added to the gradient of weights (not of biases, batch norm); >= 0.
    ScheduleKind schedule = ScheduleKind::Cosine;
    double stepFactor = 0.1;       ///< Step: factor at each milestone.
    std::vector<double> milestones{0.5, 0.75};  ///< Step: as shares of all epochs.
    double warmUp = 0.3;           ///< OneCycle: share of steps spent rising (Smith and Topin 2018).
    /// Variation-aware training: every step sees the weights of another chip, each times e^theta with theta ~ N(0, this^2)
    /// (FORMS evaluates log-normal variation of 0.1); 0 = off, at most 1. Running statistics of batch norm see it too.
    double weightNoise = 0.0;
    std::int64_t epochs = 10;
    std::int64_t batchSize = 64;
    std::uint64_t seed = 1;
    std::uint64_t stage = 0;       ///< Number of the stage in its run: distinct random streams per stage.
    std::int64_t stopBefore = -1;  ///< Ends, as Verdict::StopAndKeep does, before this step of all its epochs, from 0; < 0: it does not.

    std::vector<Problem> validate() const;
    /// Learning rate of step `step` of `steps`.
    double rateAt(std::int64_t step, std::int64_t steps) const;
    bool operator==(const TrainingOptions&) const = default;
};

}  // namespace mho
