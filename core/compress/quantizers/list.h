// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/quantizer.h"

namespace mho {

/// The list behind quantizers(): each is defined in the file of its name.
const Quantizer& deviceQuantizer();
const Quantizer& equalIntervalQuantizer();
const Quantizer& fixedPointQuantizer();
const Quantizer& powerOfTwoQuantizer();
const Quantizer& binaryQuantizer();
const Quantizer& ternaryQuantizer();

}  // namespace mho
