// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mho {

/// The name of an enumerator in files.
template <class Enum>
struct ChoiceName {
    const char* name;
    Enum value;
};

}  // namespace mho
