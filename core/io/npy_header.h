// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/array_source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The header of an NPY file (numpy/lib/format.py, versions 1.0 to 3.0). For .cpp files of this room only.
namespace mho::detail {

/// NumPy itself reads headers of 10,000 bytes.
constexpr std::uint64_t kMostNpyHeaderBytes = 64U << 10U;
/// Magic, version, length of the header, header.
constexpr std::uint64_t kMostNpyStartBytes = 12 + kMostNpyHeaderBytes;

struct NpyHeader {
    std::string descr;                ///< "<f4"; of a structured type its text.
    std::optional<ElementType> type;  ///< Missing = a type that is not read.
    bool bigEndian = false;
    bool fortranOrder = false;
    Shape shape;
    std::uint64_t dataStart = 0;  ///< Bytes from the start.
    std::uint64_t dataBytes = 0;  ///< Of the elements; 0 without type.
};

/// @param start the file's first bytes, kMostNpyStartBytes of them or all
/// @param fileBytes all there are; with a known type exactly dataStart + dataBytes of them, else the file is refused
/// Throws Error BadFormat, where = "WHERE, byte N".
NpyHeader parseNpyHeader(std::string_view start, std::uint64_t fileBytes, const std::string& where);

/// Magic, version 1.0 and header of an array in C order; a multiple of 64 bytes.
/// @param type any but BFloat16, which NPY does not know (asserted)
std::string npyStart(ElementType type, const Shape& shape);

}  // namespace mho::detail
