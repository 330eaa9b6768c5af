// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/array_source.h"

#include "core/io/half.h"

#include <bit>
#include <cassert>
#include <cstring>

namespace mho {
namespace {

static_assert(std::endian::native == std::endian::little, "elements lie in files as in memory");

template <class Bits>
Bits at(std::string_view bytes, std::size_t index)
{
    Bits value{};
    std::memcpy(&value, bytes.data() + index * sizeof(Bits), sizeof(Bits));
    return value;
}

}  // namespace

std::uint64_t elementBytes(ElementType type)
{
    switch (type) {
        case ElementType::Bool:
        case ElementType::Int8:
        case ElementType::UInt8:
            return 1;
        case ElementType::Int16:
        case ElementType::Float16:
        case ElementType::BFloat16:
            return 2;
        case ElementType::Int32:
        case ElementType::Float32:
            return 4;
        case ElementType::Int64:
        case ElementType::Float64:
            return 8;
    }
    return 0;
}

std::string_view elementName(ElementType type)
{
    switch (type) {
        case ElementType::Bool:
            return "bool";
        case ElementType::Int8:
            return "int8";
        case ElementType::Int16:
            return "int16";
        case ElementType::Int32:
            return "int32";
        case ElementType::Int64:
            return "int64";
        case ElementType::UInt8:
            return "uint8";
        case ElementType::Float16:
            return "float16";
        case ElementType::BFloat16:
            return "bfloat16";
        case ElementType::Float32:
            return "float32";
        case ElementType::Float64:
            return "float64";
    }
    return "";
}

bool isFloat(ElementType type)
{
    return type == ElementType::Float16 || type == ElementType::BFloat16 || type == ElementType::Float32 ||
           type == ElementType::Float64;
}

std::vector<float> floatsFrom(ElementType type, std::string_view bytes)
{
    assert(isFloat(type) && bytes.size() % elementBytes(type) == 0);
    std::vector<float> values(bytes.size() / elementBytes(type));
    for (std::size_t i = 0; i < values.size(); ++i) {
        switch (type) {
            case ElementType::Float16:
                values[i] = floatFromHalf(at<std::uint16_t>(bytes, i));
                break;
            case ElementType::BFloat16:
                values[i] = floatFromBfloat16(at<std::uint16_t>(bytes, i));
                break;
            case ElementType::Float64:
                values[i] = static_cast<float>(at<double>(bytes, i));
                break;
            default:
                values[i] = at<float>(bytes, i);
        }
    }
    return values;
}

}  // namespace mho
