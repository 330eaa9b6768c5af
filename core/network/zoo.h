// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace mho {

/// A network Mho knows by name.
struct ZooEntry {
    std::string_view name;         ///< E.g. "vgg16-cifar10".
    std::string_view description;  ///< English, one line, with source.
    Network (*make)();             ///< Shapes only, no values.
};

/// All zoo networks, in a fixed order.
MHO_API const std::vector<ZooEntry>& zoo();

/// Makes the zoo network of that name; throws Error NotFound that lists the names.
MHO_API Network makeZooNetwork(std::string_view name);

}  // namespace mho
