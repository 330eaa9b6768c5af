// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A number of a finished run that a published row or a bar speaks of.
struct Measure {
    enum class Kind { Ratio, Percent, Points, Bits, Minutes };
    /// What several seeds together are worth: counts hold for each seed, accuracies in the mean.
    enum class Over { Mean, Least, Most };

    std::string_view name;   ///< In files: "ratio_conv".
    std::string_view title;  ///< In tables, English (MHO_TEXT).
    Kind kind = Kind::Percent;
    Over over = Over::Mean;

    /// 17.6942 -> "17.69x", 99.153 -> "99.15 %", 0.02 -> "+0.02", 5 -> "5", 16.6 -> "16.6 min".
    std::string text(double value) const;
    /// Of one value per seed, at least one.
    double together(const std::vector<double>& values) const;
};

/// All measures, in the order in which tables show them.
MHO_API const std::vector<Measure>& measures();
/// The measure of that name; throws Error NotFound that lists the names.
MHO_API const Measure& findMeasure(std::string_view name);

}  // namespace mho
