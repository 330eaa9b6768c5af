// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"

#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    if (const auto network = attempt([&] { return networkFromJson(input, "graph"); })) {
        checkNetwork(*network);
    }
}
