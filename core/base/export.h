// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks what `Mho::Core` gives to programs and modules; everything else stays hidden.
#define MHO_API __attribute__((visibility("default")))
