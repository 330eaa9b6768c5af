// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/whole_file.h"
#include "core/io/half.h"
#include "core/io/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace mho {
namespace {

using Json = nlohmann::json;

constexpr const char* kMetadata = "__metadata__";

const char* typeName(ElementType type)
{
    switch (type) {
        case ElementType::Bool:
            return "BOOL";
        case ElementType::Int8:
            return "I8";
        case ElementType::Int16:
            return "I16";
        case ElementType::Int32:
            return "I32";
        case ElementType::Int64:
            return "I64";
        case ElementType::UInt8:
            return "U8";
        case ElementType::Float16:
            return "F16";
        case ElementType::BFloat16:
            return "BF16";
        case ElementType::Float32:
            return "F32";
        case ElementType::Float64:
            return "F64";
    }
    return "";
}

std::string bytesAs(StoredType type, std::span<const float> values)
{
    if (type == StoredType::Float32) {
        return bytesOf(values);
    }
    std::string bytes;
    bytes.reserve(2 * values.size());
    for (const float value : values) {
        const std::uint16_t bits = type == StoredType::Float16 ? halfFromFloat(value) : bfloat16FromFloat(value);
        const auto raw = std::bit_cast<std::array<char, 2>>(bits);
        bytes.append(raw.data(), raw.size());
    }
    return bytes;
}

}  // namespace

void writeSafetensors(const std::string& path, std::span<const NamedTensor> tensors,
                      const std::map<std::string, std::string>& metadata)
{
    std::vector<ArraySource> arrays;
    for (const NamedTensor& named : tensors) {
        if (!named.tensor.hasValues()) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The tensor \"%1\" has no values; train the network first"),
                        {named.name}, path);
        }
        const ElementType type = named.type == StoredType::Float32   ? ElementType::Float32
                                 : named.type == StoredType::Float16 ? ElementType::Float16
                                                                     : ElementType::BFloat16;
        arrays.push_back({named.name, type, named.tensor.shape(), [&named] { return bytesAs(named.type, named.tensor.values()); }});
    }
    writeSafetensors(path, arrays, metadata);
}

void writeSafetensors(const std::string& path, std::span<const ArraySource> arrays,
                      const std::map<std::string, std::string>& metadata)
{
    std::vector<const ArraySource*> order;
    for (const ArraySource& array : arrays) {
        order.push_back(&array);
    }
    std::stable_sort(order.begin(), order.end(), [](const ArraySource* a, const ArraySource* b) {
        return elementBytes(a->type) > elementBytes(b->type);
    });
    Json header = Json::object();
    if (!metadata.empty()) {
        header[kMetadata] = metadata;
    }
    std::uint64_t begin = 0;
    for (const ArraySource* array : order) {
        if (array->name == kMetadata || header.contains(array->name)) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The tensor's name \"%1\" is taken; choose another"), {array->name},
                        path);
        }
        const std::uint64_t end = begin + static_cast<std::uint64_t>(elementCount(array->shape)) * elementBytes(array->type);
        header[array->name] = {{"dtype", typeName(array->type)}, {"shape", array->shape}, {"data_offsets", {begin, end}}};
        begin = end;
    }
    std::string text;
    try {
        text = header.dump();
    } catch (const Json::exception& problem) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A name or text is not UTF-8: %1"), {problem.what()}, path);
    }
    text.append((8 - text.size() % 8) % 8, ' ');  // the data start at a multiple of 8
    const auto length = std::bit_cast<std::array<char, 8>>(std::uint64_t{text.size()});
    WholeFile file(path);
    file.write({length.data(), length.size()});
    file.write(text);
    for (const ArraySource* array : order) {
        const std::string bytes = array->bytes();
        assert(bytes.size() == static_cast<std::uint64_t>(elementCount(array->shape)) * elementBytes(array->type));
        file.write(bytes);
    }
    file.commit();
}

}  // namespace mho
