// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/choice_name.h"
#include "core/crossbar/hardware.h"

namespace mho {

// Names of the crossbar's choices, alike in recipes, projects, presets and --with.
inline constexpr ChoiceName<SlicePlacement> kSlicePlacements[]{{"arrays", SlicePlacement::Arrays},
                                                               {"bit-lines", SlicePlacement::BitLines}};
inline constexpr ChoiceName<WeightMapping> kWeightMappings[]{{"gemm", WeightMapping::Gemm},
                                                             {"kernel-position", WeightMapping::KernelPosition}};
inline constexpr ChoiceName<Compaction> kCompactions[]{
    {"none", Compaction::None}, {"layer", Compaction::Layer}, {"column-block", Compaction::ColumnBlock}};
inline constexpr ChoiceName<AdcRule> kAdcRules[]{
    {"exact", AdcRule::Exact}, {"isaac", AdcRule::Isaac}, {"flipped", AdcRule::Flipped}};

}  // namespace mho
