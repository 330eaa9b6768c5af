// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/network/tensor.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace mho {

/// How a file holds the elements of an array; all little endian.
enum class ElementType { Bool, Int8, Int16, Int32, Int64, UInt8, Float16, BFloat16, Float32, Float64 };

MHO_API std::uint64_t elementBytes(ElementType type);
/// "float32", as PyTorch and NumPy call it.
MHO_API std::string_view elementName(ElementType type);
MHO_API bool isFloat(ElementType type);

/// An array that is made when it is written, so that a file of many arrays needs the memory of the largest.
struct ArraySource {
    std::string name;
    ElementType type = ElementType::Float32;
    Shape shape;                         ///< Empty: one number.
    std::function<std::string()> bytes;  ///< The elements in C order: elementCount(shape) * elementBytes(type) bytes.
};

/// The elements as they lie in memory.
template <class T>
std::string bytesOf(std::span<const T> values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

/// The memory of the elements, to read them into.
template <class T>
std::span<char> charsOf(std::span<T> values)
{
    return {reinterpret_cast<char*>(values.data()), values.size_bytes()};
}

/// Of float types, rounded to nearest float32 (float64), else exact. @param bytes a whole number of elements (asserted)
MHO_API std::vector<float> floatsFrom(ElementType type, std::string_view bytes);

}  // namespace mho
