// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/value.h"

#include <cstdint>
#include <vector>

/// Arithmetic on arrays that are known when a file is read: shapes computed by the graph, weights turned the other way round.
/// For .cpp files of this room only. All throw NodeProblem where extents or axes do not fit.
namespace mho::detail::onnx {

/// How many bytes of computed arrays a file may ask for: a small file must not fill the memory.
class Budget {
public:
    explicit Budget(std::size_t bytes) : left_(bytes) {}
    /// Throws NodeProblem when no so many elements are left.
    void spend(std::int64_t elements);

    /// For filled(), whose memory hardly grows with the number of elements.
    void spendFilled(std::int64_t elements);

private:
    std::size_t left_;
    std::int64_t filledLeft_ = std::int64_t{1} << 28U;
};

enum class Arithmetic { Add, Subtract, Multiply, Divide };

/// axis in -rank .. rank-1 made 0 .. rank-1
std::int64_t axisOf(std::int64_t axis, std::size_t rank);

Constant transposed(const Constant& constant, const std::vector<std::int64_t>& order, Budget& budget);
Constant joined(const std::vector<const Constant*>& parts, std::int64_t axis, Budget& budget);
Constant gathered(const Constant& constant, const Constant& indices, std::int64_t axis, Budget& budget);

/// One axis of a slice, as ONNX gives it.
struct AxisSlice {
    std::int64_t axis = 0;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::int64_t step = 1;
};
/// Brought into the axis' extent: first index, how many.
struct SliceRange {
    std::int64_t first = 0;
    std::int64_t count = 0;
};
SliceRange rangeOf(const AxisSlice& slice, std::int64_t extent);
Constant sliced(const Constant& constant, const std::vector<AxisSlice>& slices, Budget& budget);

/// Extents of two arrays joined by broadcasting (numpy's rule).
Shape broadcast(const Shape& a, const Shape& b);
/// The array repeated to `dims`.
Constant expanded(const Constant& constant, const Shape& dims, Budget& budget);
/// Both whole or both real numbers.
Constant combined(const Constant& a, const Constant& b, Arithmetic kind, Budget& budget);
/// float32 values of `value`; costs address space only, so that a graph may fill its weights with a number.
Constant filled(const Shape& dims, float value, Budget& budget);

}  // namespace mho::detail::onnx
