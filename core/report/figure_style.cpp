// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_style.h"

#include "core/base/units.h"

#include <algorithm>

namespace mho {

std::vector<Problem> FigureStyle::validate() const
{
    std::vector<Problem> problems;
    const auto check = [&](const char* field, double value, double least, double most, const char* unit) {
        if (!(value >= least && value <= most)) {
            problems.push_back({field, exactText(value) + " is not within " + exactText(least) + " to " + exactText(most) + " " + unit});
        }
    };
    check("width", widthMm, 20.0, 1000.0, "mm");
    check("height", heightMm, 20.0, 1000.0, "mm");
    check("font size", fontPt, 4.0, 72.0, "pt");
    const auto& all = palettes();
    if (std::none_of(all.begin(), all.end(), [&](const Palette& one) { return one.name == palette; })) {
        try {
            findPalette(palette);
        } catch (const Error& error) {
            problems.push_back({"palette", error.what()});
        }
    }
    return problems;
}

const std::vector<Palette>& palettes()
{
    static const std::vector<Palette> all{
        {"viridis", {0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568c, 0x33638d, 0x2d708e, 0x287d8e, 0x238a8d,
                     0x1f968b, 0x20a387, 0x29af7f, 0x3cbb75, 0x55c667, 0x73d055, 0x95d840, 0xb8de29, 0xdce319, 0xfde725}},
        {"cividis", {0x00204d, 0x00306f, 0x2a406c, 0x48526b, 0x5e626e, 0x727374, 0x878479, 0x9e9677, 0xb6a971, 0xd0be67, 0xead357, 0xffea46}},
        {"grey", {0x101010, 0xd4d4d4}}};
    return all;
}

const Palette& inkPalette()
{
    static const Palette ink{"ink", {0xe8e8e8, 0x303030}};
    return ink;
}

const Palette& findPalette(std::string_view name)
{
    std::string names;
    for (const Palette& palette : palettes()) {
        if (palette.name == name) {
            return palette;
        }
        names += (names.empty() ? "" : ", ") + std::string(palette.name);
    }
    throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no palette \"%1\"; there are: %2"), {std::string(name), names});
}

}  // namespace mho
