// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/value.h"

#include <fmt/format.h>

#include <cassert>
#include <cstring>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kMostReals = std::int64_t{1} << 34U;
constexpr std::int64_t kMostWholes = std::int64_t{1} << 20U;

/// A tensor has one extent at least.
Shape tensorShape(const Shape& dims)
{
    return dims.empty() ? Shape{1} : dims;
}

template <typename Number>
std::vector<std::int64_t> numbers(std::string_view raw)
{
    std::vector<std::int64_t> values(raw.size() / sizeof(Number));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Number value = 0;
        std::memcpy(&value, raw.data() + i * sizeof(Number), sizeof(Number));
        values[i] = value;
    }
    return values;
}

std::size_t bytesOf(std::int64_t type)
{
    switch (static_cast<DataType>(type)) {
        case DataType::Float:
        case DataType::Int32:
            return 4;
        case DataType::Int64:
            return 8;
        case DataType::Bool:
            return 1;
    }
    throw NodeProblem{fmt::format("holds numbers of type {} (onnx.TensorProto.DataType); convert them to float32 (weights) or "
                                  "int64 (shapes)",
                                  type)};
}

}  // namespace

std::int64_t checkedCount(const Shape& dims, std::int64_t most)
{
    std::int64_t count = 1;
    for (const std::int64_t extent : dims) {
        if (extent < 0 || (extent > 0 && count > most / extent)) {
            throw NodeProblem{fmt::format("has the extents {}, more than Mho can hold", shapeText(dims))};
        }
        count *= extent;
    }
    return count;
}

Constant constantOf(const TensorRecord& record, const MappedFile& file)
{
    if (record.external) {
        throw NodeProblem{"has its values in another file; save the model as one file"};
    }
    const std::size_t width = bytesOf(record.type);
    Constant constant{std::string(record.name), record.dims};
    constant.whole = record.type != static_cast<std::int64_t>(DataType::Float);
    const std::int64_t count = checkedCount(record.dims, constant.whole ? kMostWholes : kMostReals);
    const std::size_t held = record.hasRaw      ? record.raw.size() / width
                             : constant.whole ? record.ints.size()
                                              : record.floats.size();
    if (held != static_cast<std::size_t>(count) || (record.hasRaw && record.raw.size() % width != 0)) {
        throw NodeProblem{fmt::format("has {} values, its extents {} ask for {}", held, shapeText(record.dims), count)};
    }
    if (!constant.whole) {
        constant.reals = record.hasRaw && count > 0 ? file.tensor(tensorShape(record.dims), record.raw)
                                                    : Tensor(tensorShape(record.dims), record.floats);
    } else if (!record.hasRaw) {
        constant.wholes = record.ints;
    } else {
        constant.wholes = width == 8   ? numbers<std::int64_t>(record.raw)
                          : width == 4 ? numbers<std::int32_t>(record.raw)
                                       : numbers<std::uint8_t>(record.raw);
    }
    return constant;
}

Constant reshaped(const Constant& constant, Shape dims)
{
    assert(elementCount(dims) == elementCount(constant.dims));
    Constant result = constant;
    if (!constant.whole && constant.reals.hasValues()) {
        const auto holder = std::make_shared<const Tensor>(constant.reals);
        result.reals = Tensor(tensorShape(dims), std::shared_ptr<const float>(holder, holder->values().data()));
    }
    result.dims = std::move(dims);
    return result;
}

Constant wholesOf(Shape dims, std::vector<std::int64_t> values)
{
    assert(static_cast<std::int64_t>(values.size()) == elementCount(dims));
    Constant constant{{}, std::move(dims)};
    constant.whole = true;
    constant.wholes = std::move(values);
    return constant;
}

Constant realsOf(Shape dims, std::vector<float> values)
{
    Constant constant{{}, dims};
    constant.reals = Tensor(tensorShape(dims), std::move(values));
    return constant;
}

}  // namespace mho::detail::onnx
