// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mho {

/// A SHA-256 (FIPS 180-4) over pieces given one after the other.
class MHO_API Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view text);
    /// The elements' bytes as they lie in memory: hashes of arrays are those of little-endian machines.
    template <typename T>
    void addArray(std::span<const T> values)
    {
        add({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }
    /// Lower-case hex; ends the digest.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// Of one piece.
MHO_API std::string sha256(std::string_view bytes);

}  // namespace mho
