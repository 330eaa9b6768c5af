// SPDX-License-Identifier: GPL-3.0-or-later
/// Files of torch.save and torch.jit.save, of either form.
#include "tests/fuzz/tensors_of_pytorch.h"

void mho::fuzz::check(std::string_view input)
{
    checkPyTorch(fileOf(input, ".pt"));
}
