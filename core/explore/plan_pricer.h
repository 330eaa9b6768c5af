// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/preview.h"
#include "core/cost/cost_model.h"
#include "core/crossbar/mapped_network.h"
#include "core/explore/search_space.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mho {

/// What a search makes small.
enum class SearchMetric { Crossbars, Energy, Area, AdcBits, Weights };

/// "crossbars", "energy", "area", "adc-bits", "weights" (that the masks keep).
MHO_API std::string_view searchMetricName(SearchMetric metric);
/// Throws Error InvalidArgument that lists the names.
MHO_API SearchMetric searchMetricOf(std::string_view name);

/// What a plan costs on the hardware, one shot.
struct MHO_API PlanMetrics {
    std::int64_t crossbars = 0;
    double energyJ = 0.0;          ///< Per inference; 0 where the preset states no times.
    double areaMm2 = 0.0;
    int adcBits = 0;               ///< Of the layer that needs most.
    std::int64_t weightsKept = 0;

    double value(SearchMetric metric) const;
    bool operator==(const PlanMetrics&) const = default;
};

/// Of a mapped network.
MHO_API PlanMetrics metricsOf(const MappedNetwork& mapped, const CostModel& model);

/// Prices the plans of a search space. Every choice is projected once, with all other units at their first choice, and a layer is
/// mapped once for each choice and each set of rows and columns that other layers' choices leave without effect. Where layers do not
/// couple (separable()), figures are those of Preview, mapNetwork() and CostModel; where they do, Preview may choose other weights,
/// since it takes no account of those that other layers leave without effect, and a filter of single weights may go that counts here
/// as read: priceWhole() gives its figures.
class MHO_API PlanPricer {
public:
    /// @throws Error as mapNetwork() and CostModel
    PlanPricer(const SearchSpace& space, const Target& target, const Hardware& hardware, const CostModel& model);

    /// @param choice one per unit of the space
    /// @throws Error InvalidArgument where the ADC law cannot price a layer
    PlanMetrics price(const std::vector<std::size_t>& choice);
    /// The plan as Preview projects it; milliseconds.
    PlanMetrics priceWhole(const std::vector<std::size_t>& choice);
    /// True when a layer's crossbars and ADC bits depend on its own choice alone: no choice empties a filter, or reads nothing of one.
    bool separable() const { return separable_; }
    /// The layer as mapped under that choice of its unit. Separable only (asserted).
    const MappedLayer& mappedLayer(std::size_t layer, std::size_t choice);

private:
    struct Projected {
        CompressedLayer layer;  ///< Under its own mask (Preview::ownMask()).
        LayerMask outline;      ///< Keeps the rows and the columns that keep a weight: all that other layers' paths depend on.
    };
    using WithoutEffect = std::string;  ///< Per row and column: 0 = as the outline has it, 1 = it leaves the mask, 2 = a dead column that stays; empty = all 0.

    /// Per layer, what the choices of others leave without effect in it.
    std::vector<WithoutEffect> withoutEffect(const std::vector<std::size_t>& choice) const;
    const MappedLayer& mapped(std::size_t layer, std::size_t choice, const WithoutEffect& without);

    const SearchSpace& space_;
    Hardware hardware_;
    const CostModel& model_;
    Preview preview_;
    std::vector<std::size_t> unitOf_;                  ///< Per layer.
    std::vector<std::vector<Projected>> projected_;    ///< Per layer, per choice of its unit.
    std::vector<std::vector<std::unordered_map<WithoutEffect, MappedLayer>>> known_;  ///< The same.
    bool separable_ = true;
};

}  // namespace mho
