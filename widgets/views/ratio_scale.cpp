// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ratio_scale.h"

#include <algorithm>
#include <cmath>

namespace mho {

double sliderPlace(double ratio, std::int64_t groups)
{
    return groups > 1 ? std::clamp(std::log(ratio) / std::log(static_cast<double>(groups)), 0.0, 1.0) : 0.0;
}

double ratioAtPlace(double place, std::int64_t groups)
{
    const auto all = static_cast<double>(groups);
    const double ratio = std::pow(all, std::clamp(place, 0.0, 1.0));
    return all / std::clamp(std::round(all / ratio), 1.0, all);
}

double nextRatio(double ratio, std::int64_t groups, bool up)
{
    const auto all = static_cast<double>(groups);
    const double kept = std::floor(all / ratio + 1e-9);
    return all / std::clamp(kept + (up ? -1.0 : 1.0), 1.0, all);
}

}  // namespace mho
