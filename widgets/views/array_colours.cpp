// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/array_colours.h"

namespace mho {

void ArrayColours::takeLayer(int layer)
{
    survey_ = &known_.arrays->layer(layer);
    const ColourScale& scale = scales_[static_cast<std::size_t>(layer)];
    if (known_.drops == nullptr) {
        means_.emplace(*survey_, *known_.hardware, scale, style_);
        return;
    }
    drops_ = &known_.drops->layer(layer);
    if (!ofDrops_ || !(scale == dropScale_)) {
        ofDrops_.emplace(scale, style_.empty);
        dropScale_ = scale;
    }
}

bool ArrayColours::unsolved(std::size_t array) const
{
    const ArraySummary& summary = survey_->arrays[array];
    const bool absent = summary.known && !summary.exists;
    return drops_ != nullptr && !absent && !solved(array) && drops_->arrays[array].state != ArrayDrop::State::Absent;
}

QRgb ArrayColours::ofArray(std::size_t array) const
{
    if (drops_ == nullptr) {
        return means_->at(means_->placeOf(array));
    }
    return solved(array) ? ofDrops_->of(drops_->arrays[array].worst) : style_.background;
}

std::optional<QRgb> ArrayColours::ofArrays(std::span<const std::size_t> arrays) const
{
    return drops_ == nullptr ? meanOf(arrays) : worstOf(arrays);
}

std::optional<QRgb> ArrayColours::meanOf(std::span<const std::size_t> arrays) const
{
    std::int64_t sum = 0;
    std::int64_t count = 0;
    bool unknown = false;
    for (const std::size_t array : arrays) {
        const int place = means_->placeOf(array);
        sum += std::max(place, 0);
        count += place >= 0 ? 1 : 0;
        unknown = unknown || place == LayerColours::kUnknown;
    }
    if (count == 0 && !unknown) {
        return std::nullopt;
    }
    return means_->at(count > 0 ? static_cast<int>(sum / count) : LayerColours::kUnknown);
}

std::optional<QRgb> ArrayColours::worstOf(std::span<const std::size_t> arrays) const
{
    std::optional<float> worst;
    bool unknown = false;
    for (const std::size_t array : arrays) {
        unknown = unknown || unsolved(array);
        if (solved(array)) {
            const float own = drops_->arrays[array].worst;
            worst = !worst || std::isnan(*worst) || own > *worst ? own : *worst;
        }
    }
    if (worst) {
        return ofDrops_->of(*worst);
    }
    return unknown ? std::optional(style_.hatch) : std::nullopt;
}

}  // namespace mho
