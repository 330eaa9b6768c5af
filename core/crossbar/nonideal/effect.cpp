// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/effect.h"

#include "core/crossbar/nonideal/effects/effect_list.h"

namespace mho {

Effect::~Effect() = default;

const std::vector<const Effect*>& effects()
{
    static const std::vector<const Effect*> all{&deviceLevelsEffect(),   &offLeakEffect(),  &levelMismatchEffect(),
                                                &variationEffect(),      &driftEffect(),    &stuckEffect(),
                                                &wireResistanceEffect(), &readNoiseEffect()};
    return all;
}

void applyEffects(CellArray& array, const NonIdealities& options, const Device& device, const ArrayKey& key)
{
    const auto& all = effects();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i]->isOn(options)) {
            RandomStream random{key.seed, key.run, key.layer, key.block, key.piece, key.array, i};
            all[i]->apply(array, options, device, random);
        }
    }
}

}  // namespace mho
