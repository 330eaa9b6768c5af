// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/compress/plan.h"
#include "core/cost/cost_report.h"
#include "core/crossbar/mapped_network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mho {

struct RunResult;

/// Where a design point's figures come from.
enum class DesignOrigin {
    Preview,  ///< One-shot projection of a plan that was kept while it was edited.
    Run       ///< The main job.
};

/// What a design point's accuracy is worth.
enum class AccuracyKind {
    None,       ///< Nobody knows it.
    OneShot,    ///< Masks and levels put in at once, on held-out training images.
    OneShotEstimated,  ///< The same, foretold from sensitivities.
    Estimated,  ///< After training, on test images; foretold from sensitivities (core/explore/accuracy_estimate.h).
    Measured    ///< Of a run's result, on test images.
};

/// Top-1, 0..100; there unless the kind is None.
struct DesignAccuracy {
    AccuracyKind kind = AccuracyKind::None;
    std::optional<double> percent;
    bool operator==(const DesignAccuracy&) const = default;
};

/// What a design costs; SI, areas in mm2. What the preset does not state is missing.
struct DesignFigures {
    std::int64_t weights = 0;  ///< Of all weight layers.
    std::int64_t weightsKept = 0;
    std::int64_t crossbars = 0;
    std::int64_t crossbarsDense = 0;
    int adcBits = 0;         ///< Most of all layers.
    double occupancy = 0.0;  ///< Programmed cells / cells of the crossbars, 0..1.
    double areaMm2 = 0.0;
    std::optional<double> energyJ;  ///< Of one inference.
    std::optional<double> powerW;
    std::optional<double> latencyS;
    std::optional<double> throughputPerS;  ///< Inferences.
    bool operator==(const DesignFigures&) const = default;
};

/// Weights of one weight layer, all and kept.
struct LayerWeights {
    std::string layer;
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    bool operator==(const LayerWeights&) const = default;
};

/// A design that was worth keeping: what was asked, and what it gave. A record of its time: later changes of the project's network
/// or of the cost model do not change it.
struct DesignPoint {
    std::int64_t id = 0;  ///< Given by the project, above 0 and never given again.
    std::string name;     ///< Of a person; not empty.
    std::string time;     ///< When it was kept, UTC, ISO 8601; given by the project.
    DesignOrigin origin = DesignOrigin::Preview;
    std::string networkHash;           ///< networkHash() of the weights behind the masks: those previewed, or a run's final ones.
    bool masksArePlaceholders = false;  ///< The network had no weights: counts are exact, which weights stay is not known.
    std::string recipe;                ///< Of the run; empty for a preview.
    std::uint64_t seed = 0;            ///< Of the run.
    bool stoppedEarly = false;         ///< The run was stopped and kept.
    Plan plan;
    Hardware hardware;
    DesignFigures figures;
    std::vector<LayerWeights> layers;  ///< In node order.
    DesignAccuracy accuracy;
    bool operator==(const DesignPoint&) const = default;
};

/// A design point as the file holds it (docs/file-format.md), so that one that was deleted can be put back to the byte.
struct DesignPointRow {
    std::int64_t id = 0;
    std::string name;
    std::string time;
    std::string plan;
    std::string hardware;
    std::string result;
    bool operator==(const DesignPointRow&) const = default;
};

/// The point of a plan's preview, without id, name and time.
/// @param dense, mapped the network without and with the plan, on the same hardware  @param cost of `mapped`
/// @param usesWeights Preview::usesWeights()
MHO_API DesignPoint designPointOf(const Plan& plan, const CompressedNetwork& compressed, const MappedNetwork& dense,
                                  const MappedNetwork& mapped, const CostReport& cost, bool usesWeights);
/// The point of a run's result, with the last test accuracy that was measured, without id, name and time.
MHO_API DesignPoint designPointOf(const RunResult& result);

/// "STEM N" with the lowest N above those of all points that are named so.
MHO_API std::string freeDesignName(const std::vector<DesignPoint>& points, std::string_view stem);

/// All but id, name, time, plan and hardware as JSON (docs/file-format.md).
MHO_API std::string designResultToJson(const DesignPoint& point);
/// Fills what designResultToJson() tells. Throws Error BadFormat with everything that is missing, of a wrong type or out of range.
MHO_API void readDesignResult(DesignPoint& point, std::string_view json, const std::string& where);

}  // namespace mho
