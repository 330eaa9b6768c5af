// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/cost_parts.h"

#include "widgets/bridge/text.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kMostParts = 6;  // more colours are not told apart

std::vector<CostPart> allParts(const CostReport& dense, const CostReport& compressed, CostQuantity quantity, CostSplit split,
                               std::size_t layer)
{
    std::vector<CostPart> parts;
    const auto add = [&](const QString& name, const CostItem& before, const CostItem& after) {
        parts.push_back({name, valueOf(before, quantity), valueOf(after, quantity), parts.size(), 0});
    };
    if (split == CostSplit::Layers) {
        for (std::size_t i = 0; i < dense.layers.size(); ++i) {
            add(toQString(dense.layers[i].name), dense.layers[i].total, compressed.layers[i].total);
        }
    } else {
        const bool whole = split == CostSplit::Components;
        const std::vector<CostItem>& before = whole ? dense.perComponent : dense.layers[layer].perComponent;
        const std::vector<CostItem>& after = whole ? compressed.perComponent : compressed.layers[layer].perComponent;
        for (std::size_t i = 0; i < dense.components.size(); ++i) {
            add(dataText(dense.components[i]), before[i], after[i]);
        }
    }
    return parts;
}

}  // namespace

std::vector<CostPart> costParts(const CostReport& dense, const CostReport& compressed, CostQuantity quantity, CostSplit split,
                                std::size_t layer)
{
    std::vector<CostPart> parts = allParts(dense, compressed, quantity, split, layer);
    if (parts.size() <= kMostParts) {
        return parts;
    }
    double denseTotal = 1e-300;  // no share of nothing
    double compressedTotal = 1e-300;
    for (const CostPart& part : parts) {
        denseTotal += part.dense;
        compressedTotal += part.compressed;
    }
    const auto share = [&](const CostPart& part) { return std::max(part.dense / denseTotal, part.compressed / compressedTotal); };
    std::stable_sort(parts.begin(), parts.end(), [&](const CostPart& a, const CostPart& b) { return share(a) > share(b); });
    CostPart others{.name = {}, .place = parts.size()};
    for (std::size_t i = kMostParts - 1; i < parts.size(); ++i) {
        others.dense += parts[i].dense;
        others.compressed += parts[i].compressed;
        ++others.summed;
    }
    parts.resize(kMostParts - 1);
    std::sort(parts.begin(), parts.end(), [](const CostPart& a, const CostPart& b) { return a.place < b.place; });
    parts.push_back(std::move(others));
    return parts;
}

}  // namespace mho
