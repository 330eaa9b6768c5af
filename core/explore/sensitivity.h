// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/compress/plan.h"
#include "core/compress/target.h"
#include "core/data/data_set.h"
#include "core/learn/training_options.h"
#include "core/network/network.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// What is tried on each layer, and on which images it is judged. Test images are never touched.
struct MHO_API SensitivityOptions {
    std::vector<double> ratios{1.25, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48};  ///< Weights / weights kept; each > 1, ascending.
    std::vector<int> levelBits{2, 3, 4, 5, 6, 8};  ///< Ascending; those that `levels` or the hardware refuse are left out.
    std::string levels = "equal-interval";         ///< Quantiser of the bit ladder.
    std::int64_t images = 1000;  ///< Held-out training images that judge, >= 1; drawn by `seed` (held_out.h).
    /// Training images from which batch-norm means and variances are taken anew before each point is judged; 0 = off.
    std::int64_t recalibrationImages = 0;
    std::int64_t recoveryImages = 0;  ///< Training images of one epoch of masked training before each ratio is judged; 0 = off.
    TrainingOptions recovery;         ///< Of that epoch; `epochs` and `seed` do not count.
    std::int64_t probes = 8;      ///< Random plans that move all units at once; 0 = none.
    std::uint64_t seed = 1;

    std::vector<Problem> validate() const;
};

/// Accuracy and loss with one unit pruned, or on levels, and all other layers untouched.
struct SensitivityPoint {
    double ratio = 1.0;          ///< Weights / weights kept over the unit's layers, as projected.
    int levelBits = 0;           ///< 0 = on the ratio ladder.
    double top1Percent = 0.0;
    double meanLoss = 0.0;       ///< Cross-entropy, nats.
    bool operator==(const SensitivityPoint&) const = default;
};

/// Layers that were moved together (coupled_layers.h).
struct SensitivityUnit {
    std::vector<std::string> layers;        ///< In node order.
    std::vector<std::string> kinds;         ///< Of the first layer's constraints that move; empty = only levels were tried.
    std::vector<SensitivityPoint> ratios;   ///< By rising ratio; without the dense network.
    std::vector<SensitivityPoint> bits;     ///< By rising bits.
    bool operator==(const SensitivityUnit&) const = default;
};

/// A random plan that moves all units at once: how far single layers' losses add up.
struct SensitivityProbe {
    std::vector<std::size_t> points;  ///< Per unit, index into SensitivityUnit::ratios, or its size for the dense layer.
    double top1Percent = 0.0;
    double meanLoss = 0.0;
    bool operator==(const SensitivityProbe&) const = default;
};

/// How each layer of a network answers to compression.
struct MHO_API SensitivityTable {
    std::string key;             ///< SHA-256 of everything the numbers depend on (sensitivityKey()).
    std::string network;
    std::string networkHash;
    std::string dataSha256;
    SensitivityOptions options;
    double top1Percent = 0.0;    ///< Of the network as it is, on the same images.
    double meanLoss = 0.0;
    std::vector<SensitivityUnit> units;
    std::vector<SensitivityProbe> probes;

    const SensitivityUnit* find(std::string_view layer) const;
};

/// What the table of these inputs would be named by.
MHO_API std::string sensitivityKey(const Network& network, const Plan& asked, const DataSet& data, const Target& target,
                                   const SensitivityOptions& options, const ExecutionOptions& execution);

/// Measures every point, one shot: masks by Preview, levels by their quantiser, no training but the recovery that is asked
/// for. Ratios of a layer move as PruningLadder moves them from `asked`; steps that give the same masks are measured once.
/// Deterministic on a CPU. Where it was cancelled, the points that are there stay and a call with `known` goes on from them.
/// @param network with weights  @param asked valid; its constraints are what is tried, its levels are not applied
/// @param data normalised as the network was trained
/// @param known a table of the same key, or nullptr; an unfinished one is gone on with
/// @param kept told of the table after each point; for a store
/// @throws Error InvalidArgument (all problems at once), Infeasible where nothing can be moved, Cancelled
MHO_API SensitivityTable measureSensitivity(const std::shared_ptr<const Network>& network, const Plan& asked, const DataSet& data,
                                            const Target& target, const SensitivityOptions& options,
                                            const ExecutionOptions& execution, const SensitivityTable* known,
                                            const std::function<void(const SensitivityTable&)>& kept,
                                            const ProgressCallback& progress);

MHO_API std::string sensitivityToJson(const SensitivityTable& table);
/// Throws Error BadFormat (where, what is wrong).
MHO_API SensitivityTable sensitivityFromJson(std::string_view json, const std::string& where);

}  // namespace mho
