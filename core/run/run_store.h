// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/float_array.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mho {

/// One epoch of a run, as curves show it. Negative = not measured in this stage.
struct EpochMetric {
    std::string stage;                   ///< "train", "admm", "retrain", "quantize", "finetune"
    std::int64_t epoch = 0;              ///< From 1 within the stage.
    double loss = -1.0;
    double trainAccuracyPercent = -1.0;
    double learningRate = -1.0;
    double primalResidual = -1.0;        ///< ||W - Z||_F / ||W||_F over all constrained layers, after the projection.
    double dualResidual = -1.0;          ///< ||Z(k+1) - Z(k)||_F / ||Z(k+1)||_F.
    double seconds = 0.0;
};

/// What a run needs to go on to the bit: small state as JSON and large arrays by name.
struct Checkpoint {
    struct Array {
        std::string name;
        FloatArray values;
    };
    std::string stateJson;
    std::vector<Array> arrays;
};

/// Where a run keeps what it must not lose. Implemented by the project file; each call is whole or not at all.
class RunStore {
public:
    virtual ~RunStore() = default;
    virtual void saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics) = 0;
    virtual std::optional<Checkpoint> loadCheckpoint() = 0;
    virtual std::vector<EpochMetric> metrics() = 0;
    virtual void saveResult(const std::string& resultJson, const Checkpoint& finalNetwork) = 0;
};

}  // namespace mho
