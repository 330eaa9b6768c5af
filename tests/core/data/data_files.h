// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mho::test {

using Bytes = std::vector<std::uint8_t>;

void writeBytes(const std::string& path, const Bytes& content);
Bytes readBytes(const std::string& path);
/// The content packed as a .gz file.
void writePacked(const std::string& path, const Bytes& content);

/// An IDX file: magic, extents, values.
Bytes idxBytes(std::uint32_t magic, const std::vector<std::uint32_t>& extents, const Bytes& values);

/// The Error that `action` throws, or nothing.
std::optional<Error> errorOf(const std::function<void()>& action);

/// True when `action` throws an Error of that code whose `where` ends with `whereEnd`.
bool failsAt(const std::function<void()>& action, ErrorCode code, const std::string& whereEnd);

}  // namespace mho::test
