// SPDX-License-Identifier: GPL-3.0-or-later
#define MHO_LANES 32
#include "core/crossbar/simulator/table_kernel_body.h"

namespace mho {

void tableKernelV3(TableJob& job)
{
    runTableKernel(job);
}

}  // namespace mho
