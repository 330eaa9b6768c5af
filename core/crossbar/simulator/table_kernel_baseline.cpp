// SPDX-License-Identifier: GPL-3.0-or-later
#define MHO_LANES 16
#include "core/crossbar/simulator/table_kernel_body.h"

namespace mho {

void tableKernelBaseline(TableJob& job)
{
    runTableKernel(job);
}

}  // namespace mho
