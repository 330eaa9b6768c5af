// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/crossbar/hardware.h"

#include <vector>

namespace mho {

/// How programmed conductances scatter about their target g.
enum class VariationKind {
    LogNormal,  ///< g e^theta, theta ~ N(0, sigma); mean g e^(sigma^2 / 2) (FORMS, ISCA 2021, device-variation study: sigma
                ///< 0.1).
    Normal      ///< max(0, g (1 + sigma z)), z ~ N(0, 1): sigma is relative to the programmed conductance, not to g_max.
};

/// What real devices and wires do to an array; with the defaults nothing, and the result is the bit-exact one. Formulas, order
/// of the effects, sources and weaknesses: docs/nonidealities.md.
struct MHO_API NonIdealities {
    VariationKind variationKind = VariationKind::LogNormal;
    double variation = 0.0;   ///< sigma of the programming variation, per device, 0..2; 0 = off.
    double stuckOn = 0.0;     ///< Probability that a cell is stuck at g_max, 0..1. ISQED 2021: 5.2 times as frequent as off.
    double stuckOff = 0.0;    ///< Probability that a cell is stuck at g_min, 0..1; stuckOn + stuckOff <= 1.
    double driftTimeS = 1.0;  ///< Seconds after programming at which the arrays are read; >= driftReferenceS.
    double driftReferenceS = 1.0;       ///< t0: seconds after programming at which conductances are those programmed; > 0.
    double driftNu = 0.0;               ///< Mean drift exponent nu of g(t) = g (t / t0)^-nu, 0..1.
    double driftNuSigma = 0.0;          ///< Deviation of nu between devices (normal), 0..1.
    double readNoise = 0.0;             ///< Relative deviation of each conductance at each read (normal), 0..1.
    double levelMismatch = 0.0;         ///< Relative deviation of each state's conductance, one draw per state and array, 0..1.
    bool deviceLevels = false;          ///< Conductances of Device::levelsS; false = evenly spaced between its first and last.
    double offConductanceS = 0.0;       ///< Of cells that are not programmed, siemens, 0..g_min; 0 = infinite on/off ratio.
    bool referenceHasOffCells = false;  ///< The ADC's reference also takes off the nominal leak of the off cells.
    double wordLineOhm = 0.0;           ///< Wire resistance per cell along a word line, ohm, 0..1e6; 0 = ideal.
    double bitLineOhm = 0.0;            ///< Wire resistance per cell along a bit line, ohm, 0..1e6; 0 = ideal.

    bool any() const;  ///< True when one effect is on at least.
    /// All fields out of range at once; names as on the command line and in JSON ("stuck_on").
    std::vector<Problem> validate(const Device& device) const;
    bool operator==(const NonIdealities&) const = default;
};

}  // namespace mho
