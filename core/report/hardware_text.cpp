// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/hardware_text.h"

#include <fmt/format.h>

namespace mho {

std::string hardwareText(const Hardware& hardware)
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    return fmt::format("crossbars of {} x {} cells of {} bit, {}, weights of {} bit, inputs of {} bit", crossbar.rows,
                       crossbar.columns, hardware.device.cellBits, crossbar.signScheme, crossbar.baselineBits,
                       crossbar.inputBits);
}

}  // namespace mho
