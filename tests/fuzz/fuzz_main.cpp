// SPDX-License-Identifier: GPL-3.0-or-later
/// Entry of libFuzzer.
#include "tests/fuzz/fuzz.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    mho::fuzz::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
