// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/layer_colours.h"

#include <optional>
#include <span>

namespace mho {

/// How the arrays of a design are coloured, for one layer after the other; array numbers are FloorLayer::indexOf()'s.
class ArrayColours {
public:
    /// All outlive the object. @param scales layerScales()
    ArrayColours(const KnownArrays& known, std::span<const ColourScale> scales, const RasterStyle& style)
        : known_(known), scales_(scales), style_(style)
    {
    }

    /// What follows is of this layer.
    void takeLayer(int layer);

    const KnownArrays& known() const { return known_; }
    const RasterStyle& style() const { return style_; }
    const LayerSurvey& survey() const { return *survey_; }
    /// Nothing where the colours are not by wire drop.
    const LayerDrops* drops() const { return drops_; }
    /// Of all quantities but the wire drop.
    const LayerColours& means() const { return *means_; }
    const DropColours& ofDrops() const { return *ofDrops_; }

    /// Whether the wires of an array are solved, where the colours are by wire drop.
    bool solved(std::size_t array) const { return drops_->arrays[array].state == ArrayDrop::State::Solved; }
    /// An array whose wires wait to be solved, or cannot be.
    bool unsolved(std::size_t array) const;
    QRgb ofArray(std::size_t array) const;
    /// Several arrays as one: the mean of their places, the worst of their drops; nothing where there is none.
    std::optional<QRgb> ofArrays(std::span<const std::size_t> arrays) const;

private:
    std::optional<QRgb> meanOf(std::span<const std::size_t> arrays) const;
    std::optional<QRgb> worstOf(std::span<const std::size_t> arrays) const;

    const KnownArrays& known_;
    std::span<const ColourScale> scales_;
    const RasterStyle& style_;
    const LayerSurvey* survey_ = nullptr;
    const LayerDrops* drops_ = nullptr;
    std::optional<LayerColours> means_;
    std::optional<DropColours> ofDrops_;
    ColourScale dropScale_;
};

}  // namespace mho
