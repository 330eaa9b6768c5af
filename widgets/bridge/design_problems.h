// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/crossbar/hardware.h"
#include "core/network/network.h"

#include <QString>

#include <vector>

namespace mho {

/// Something that is wrong with a design, and where it can be mended.
struct DesignProblem {
    QString field;  ///< Of the hardware, as in files ("crossbar.rows"); empty = not one field's.
    QString layer;  ///< Of the plan; empty = not one layer's.
    QString text;   ///< In words, without field and layer.
};

/// Hardware::validate() as problems of fields.
std::vector<DesignProblem> hardwareProblems(const Hardware& hardware);

/// Everything that keeps this design from being mapped, priced or run, all at once: fields out of range, copies of layers that
/// do not exist, a preset or ADC law that cannot be read or does not go with the other, weights that no array holds, levels and
/// constraints that the layers cannot have on these cells and arrays, layers that mix signs, and ADC bits that the law does not
/// know (of the dense network, which is priced first). Reads files and cuts layers: not for the window's thread.
std::vector<DesignProblem> designProblems(const Network& network, const Plan& plan, const Hardware& hardware);

/// "Rows: 5000 is not in 1..4096"; a layer's problem begins with its name.
QString problemLine(const DesignProblem& problem);

}  // namespace mho
