// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/npy.h"
#include "core/io/npy_header.h"

#include <optional>
#include <string>

/// For .cpp files of this room only.
namespace mho::detail {

/// @param header with a type
/// @param data header.dataBytes bytes
NpyArray npyArray(const NpyHeader& header, std::string data);

}  // namespace mho::detail
