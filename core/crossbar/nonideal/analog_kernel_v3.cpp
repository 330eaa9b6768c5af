// SPDX-License-Identifier: GPL-3.0-or-later
#define MHO_VECTOR_BYTES 32
#include "core/crossbar/nonideal/analog_kernel_body.h"

namespace mho {

void analogKernelV3(AnalogJob& job)
{
    runAnalogKernel(job);
}

}  // namespace mho
