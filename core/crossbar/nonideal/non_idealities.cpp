// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/nonideal/non_idealities.h"

#include "core/base/phrasing.h"
#include "core/base/units.h"
#include "core/crossbar/nonideal/effect.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

constexpr double kMostVariation = 2.0;
constexpr double kMostOhm = 1e6;
constexpr double kMostSeconds = 1e12;

void range(std::vector<Problem>& problems, const char* field, double value, double low, double high, const char* unit = "")
{
    // NaN fails both comparisons.
    if (!(value >= low && value <= high)) {
        problems.push_back({field, phrase(MHO_TEXT("%1%2 is not in %3 to %4%5"), value, unit, low, high, unit)});
    }
}

}  // namespace

bool NonIdealities::any() const
{
    const auto& all = effects();
    return std::any_of(all.begin(), all.end(), [&](const Effect* effect) { return effect->isOn(*this); });
}

std::vector<Problem> NonIdealities::validate(const Device& device) const
{
    std::vector<Problem> problems;
    range(problems, "variation", variation, 0.0, kMostVariation);
    range(problems, "stuck_on", stuckOn, 0.0, 1.0);
    range(problems, "stuck_off", stuckOff, 0.0, 1.0);
    if (stuckOn >= 0.0 && stuckOff >= 0.0 && stuckOn <= 1.0 && stuckOff <= 1.0 && stuckOn + stuckOff > 1.0) {
        problems.push_back({"stuck_on", phrase(MHO_TEXT("%1 and stuck_off %2 add up to more than 1"), stuckOn, stuckOff)});
    }
    if (!(driftReferenceS > 0.0 && driftReferenceS <= kMostSeconds)) {
        problems.push_back(
            {"drift_reference_s", phrase(MHO_TEXT("%1 s is not above 0 s and at most %2 s"), driftReferenceS, kMostSeconds)});
    } else {
        range(problems, "drift_time_s", driftTimeS, driftReferenceS, kMostSeconds, " s");
    }
    range(problems, "drift_nu", driftNu, 0.0, 1.0);
    range(problems, "drift_nu_sigma", driftNuSigma, 0.0, 1.0);
    range(problems, "read_noise", readNoise, 0.0, 1.0);
    range(problems, "level_mismatch", levelMismatch, 0.0, 1.0);
    range(problems, "off_conductance_S", offConductanceS, 0.0, device.gMinS, " S");
    range(problems, "word_line_ohm", wordLineOhm, 0.0, kMostOhm, " ohm");
    range(problems, "bit_line_ohm", bitLineOhm, 0.0, kMostOhm, " ohm");
    if (deviceLevels && device.levelsS.empty()) {
        problems.push_back(
            {"device_levels", MHO_TEXT("the device has no table of conductances; give device.levels_S, or leave this off")});
    }
    return problems;
}

}  // namespace mho
