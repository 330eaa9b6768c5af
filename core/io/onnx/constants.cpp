// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/constants.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kMostElements = std::int64_t{1} << 40U;

/// The elements of `from` at indexOf(0), indexOf(1), ...
template <typename IndexOf>
Constant picked(const Constant& from, const Shape& dims, Budget& budget, IndexOf indexOf)
{
    const auto count = static_cast<std::size_t>(checkedCount(dims, kMostElements));
    budget.spend(static_cast<std::int64_t>(count));
    Constant result;
    if (from.whole) {
        std::vector<std::int64_t> values(count);
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = from.wholes[indexOf(i)];
        }
        result = wholesOf(dims, std::move(values));
    } else {
        const auto source = from.reals.values();
        std::vector<float> values(count);
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = source[indexOf(i)];
        }
        result = realsOf(dims, std::move(values));
    }
    result.name = from.name;
    return result;
}

/// Elements between neighbours along each axis.
std::vector<std::size_t> stepsOf(const Shape& dims)
{
    std::vector<std::size_t> steps(dims.size(), 1);
    for (std::size_t axis = dims.size(); axis-- > 1;) {
        steps[axis - 1] = steps[axis] * static_cast<std::size_t>(dims[axis]);
    }
    return steps;
}

/// Walks through all indices of `dims` in order and follows an offset that each axis moves by its own step.
class Walk {
public:
    Walk(const Shape& dims, std::vector<std::int64_t> steps, std::int64_t start)
        : dims_(dims), steps_(std::move(steps)), index_(dims.size(), 0), at_(start)
    {
    }
    std::size_t next()
    {
        const std::int64_t now = at_;
        for (std::size_t axis = dims_.size(); axis-- > 0;) {
            at_ += steps_[axis];
            if (++index_[axis] < dims_[axis]) {
                break;
            }
            at_ -= steps_[axis] * dims_[axis];
            index_[axis] = 0;
        }
        return static_cast<std::size_t>(now);
    }

private:
    const Shape& dims_;
    std::vector<std::int64_t> steps_;
    std::vector<std::int64_t> index_;
    std::int64_t at_;
};

std::int64_t calculated(std::int64_t a, std::int64_t b, Arithmetic kind)
{
    if (a == kBatch || b == kBatch) {
        throw NodeProblem{"calculates with the number of images, which the file leaves open; export it with a fixed number"};
    }
    std::int64_t result = 0;
    const bool overflow = kind == Arithmetic::Add        ? __builtin_add_overflow(a, b, &result)
                          : kind == Arithmetic::Subtract ? __builtin_sub_overflow(a, b, &result)
                          : kind == Arithmetic::Multiply ? __builtin_mul_overflow(a, b, &result)
                                                         : b == 0 || (b == -1 && a == std::numeric_limits<std::int64_t>::min());
    if (overflow) {
        throw NodeProblem{"calculates a number that is out of range"};
    }
    return kind == Arithmetic::Divide ? a / b : result;
}

float calculated(float a, float b, Arithmetic kind)
{
    switch (kind) {
        case Arithmetic::Add:
            return a + b;
        case Arithmetic::Subtract:
            return a - b;
        case Arithmetic::Multiply:
            return a * b;
        case Arithmetic::Divide:
            return a / b;
    }
    return a;
}

}  // namespace

void Budget::spendFilled(std::int64_t elements)
{
    constexpr std::int64_t kLeastBytes = 64 << 10;
    spend(std::min(elements, kLeastBytes / static_cast<std::int64_t>(sizeof(std::int64_t))));
    if (elements > filledLeft_) {
        throw NodeProblem{"fills more weights with a number than Mho takes"};
    }
    filledLeft_ -= elements;
}

void Budget::spend(std::int64_t elements)
{
    const std::size_t bytes = static_cast<std::size_t>(elements) * sizeof(std::int64_t);
    if (bytes > left_) {
        throw NodeProblem{"computes more numbers when the file is read than Mho takes; let the exporter fold its constants"};
    }
    left_ -= bytes;
}

std::int64_t axisOf(std::int64_t axis, std::size_t rank)
{
    const auto count = static_cast<std::int64_t>(rank);
    if (axis < -count || axis >= count) {
        throw NodeProblem{fmt::format("names axis {} of {}", axis, count)};
    }
    return axis < 0 ? axis + count : axis;
}

Constant transposed(const Constant& constant, const std::vector<std::int64_t>& order, Budget& budget)
{
    const std::vector<std::size_t> from = stepsOf(constant.dims);
    Shape dims;
    std::vector<std::int64_t> steps;
    for (const std::int64_t axis : order) {
        dims.push_back(constant.dims[static_cast<std::size_t>(axis)]);
        steps.push_back(static_cast<std::int64_t>(from[static_cast<std::size_t>(axis)]));
    }
    Walk walk(dims, std::move(steps), 0);
    return picked(constant, dims, budget, [&](std::size_t) { return walk.next(); });
}

Constant joined(const std::vector<const Constant*>& parts, std::int64_t axis, Budget& budget)
{
    Shape dims = parts.front()->dims;
    const auto along = static_cast<std::size_t>(axisOf(axis, dims.size()));
    dims[along] = 0;
    for (const Constant* part : parts) {
        Shape other = part->dims;
        const bool fits = other.size() == dims.size() && part->whole == parts.front()->whole;
        if (fits) {
            dims[along] += other[along];
            other[along] = dims[along];
        }
        if (!fits || other != dims) {
            throw NodeProblem{fmt::format("joins arrays of {} and {}", shapeText(parts.front()->dims), shapeText(part->dims))};
        }
    }
    budget.spend(checkedCount(dims, kMostElements));
    const auto inner = static_cast<std::size_t>(elementCount(Shape(dims.begin() + static_cast<std::ptrdiff_t>(along) + 1, dims.end())));
    const auto outer = static_cast<std::size_t>(elementCount(Shape(dims.begin(), dims.begin() + static_cast<std::ptrdiff_t>(along))));
    std::vector<std::int64_t> wholes;
    std::vector<float> reals;
    for (std::size_t line = 0; line < outer; ++line) {
        for (const Constant* part : parts) {
            const std::size_t count = static_cast<std::size_t>(part->dims[along]) * inner;
            if (part->whole) {
                std::copy_n(part->wholes.begin() + static_cast<std::ptrdiff_t>(line * count), count, std::back_inserter(wholes));
            } else {
                std::copy_n(part->reals.values().begin() + static_cast<std::ptrdiff_t>(line * count), count,
                            std::back_inserter(reals));
            }
        }
    }
    return parts.front()->whole ? wholesOf(dims, std::move(wholes)) : realsOf(dims, std::move(reals));
}

Constant gathered(const Constant& constant, const Constant& indices, std::int64_t axis, Budget& budget)
{
    const auto along = static_cast<std::size_t>(axisOf(axis, constant.dims.size()));
    const std::int64_t extent = constant.dims[along];
    Shape dims(constant.dims.begin(), constant.dims.begin() + static_cast<std::ptrdiff_t>(along));
    dims.insert(dims.end(), indices.dims.begin(), indices.dims.end());
    const Shape tail(constant.dims.begin() + static_cast<std::ptrdiff_t>(along) + 1, constant.dims.end());
    dims.insert(dims.end(), tail.begin(), tail.end());
    const auto inner = static_cast<std::size_t>(elementCount(tail));
    const std::size_t count = indices.wholes.size();
    for (const std::int64_t index : indices.wholes) {
        if (!indices.whole || index < -extent || index >= extent) {
            throw NodeProblem{fmt::format("takes element {} of {}", index, extent)};
        }
    }
    return picked(constant, dims, budget, [&](std::size_t i) {
        const std::int64_t index = indices.wholes[i / inner % count];
        return (i / inner / count * static_cast<std::size_t>(extent) + static_cast<std::size_t>(index < 0 ? index + extent : index)) *
                   inner +
               i % inner;
    });
}

SliceRange rangeOf(const AxisSlice& slice, std::int64_t extent)
{
    if (slice.step == 0 || slice.step == std::numeric_limits<std::int64_t>::min()) {
        throw NodeProblem{fmt::format("takes every {}th element", slice.step)};
    }
    const bool down = slice.step < 0;
    const auto inside = [&](std::int64_t at) {
        at = at < 0 ? std::max(at, -extent - 1) + extent : std::min(at, extent);
        return std::clamp<std::int64_t>(at, down ? -1 : 0, down ? extent - 1 : extent);
    };
    const std::int64_t first = inside(slice.start);
    const std::int64_t last = inside(slice.end);
    const std::int64_t span = down ? first - last : last - first;
    const std::int64_t step = down ? -slice.step : slice.step;
    return {first, span <= 0 ? 0 : (span - 1) / step + 1};
}

Constant sliced(const Constant& constant, const std::vector<AxisSlice>& slices, Budget& budget)
{
    const std::vector<std::size_t> from = stepsOf(constant.dims);
    Shape dims = constant.dims;
    std::vector<std::int64_t> steps(from.begin(), from.end());
    std::int64_t start = 0;
    for (const AxisSlice& slice : slices) {
        const auto axis = static_cast<std::size_t>(axisOf(slice.axis, dims.size()));
        const SliceRange range = rangeOf(slice, constant.dims[axis]);
        dims[axis] = range.count;
        start += range.count > 0 ? range.first * static_cast<std::int64_t>(from[axis]) : 0;
        steps[axis] = range.count > 1 ? slice.step * static_cast<std::int64_t>(from[axis]) : 0;
    }
    Walk walk(dims, std::move(steps), start);
    return picked(constant, dims, budget, [&](std::size_t) { return walk.next(); });
}

Shape broadcast(const Shape& a, const Shape& b)
{
    Shape result(std::max(a.size(), b.size()), 1);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const std::int64_t x = i < a.size() ? a[a.size() - 1 - i] : 1;
        const std::int64_t y = i < b.size() ? b[b.size() - 1 - i] : 1;
        if (x != y && x != 1 && y != 1) {
            throw NodeProblem{fmt::format("joins maps of {} and {}, which do not fit", shapeText(a), shapeText(b))};
        }
        result[result.size() - 1 - i] = x == 1 ? y : x;
    }
    return result;
}

Constant expanded(const Constant& constant, const Shape& dims, Budget& budget)
{
    if (constant.dims == dims) {
        return constant;
    }
    const std::vector<std::size_t> from = stepsOf(constant.dims);
    const std::size_t missing = dims.size() - constant.dims.size();
    std::vector<std::int64_t> steps(dims.size(), 0);
    for (std::size_t axis = 0; axis < from.size(); ++axis) {
        steps[missing + axis] = constant.dims[axis] == 1 ? 0 : static_cast<std::int64_t>(from[axis]);
    }
    Walk walk(dims, std::move(steps), 0);
    return picked(constant, dims, budget, [&](std::size_t) { return walk.next(); });
}

Constant combined(const Constant& a, const Constant& b, Arithmetic kind, Budget& budget)
{
    if (a.whole != b.whole) {
        throw NodeProblem{"calculates with whole and real numbers at once"};
    }
    const Shape dims = broadcast(a.dims, b.dims);
    const Constant left = expanded(a, dims, budget);
    const Constant right = expanded(b, dims, budget);
    budget.spend(checkedCount(dims, kMostElements));
    if (a.whole) {
        std::vector<std::int64_t> values(left.wholes.size());
        std::transform(left.wholes.begin(), left.wholes.end(), right.wholes.begin(), values.begin(),
                       [&](std::int64_t x, std::int64_t y) { return calculated(x, y, kind); });
        return wholesOf(dims, std::move(values));
    }
    const auto x = left.reals.values();
    const auto y = right.reals.values();
    std::vector<float> values(x.size());
    std::transform(x.begin(), x.end(), y.begin(), values.begin(), [&](float p, float q) { return calculated(p, q, kind); });
    return realsOf(dims, std::move(values));
}

}  // namespace mho::detail::onnx
