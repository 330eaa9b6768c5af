// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// Extents, outermost first (C order). Images are {channels, height, width}; no batch extent.
using Shape = std::vector<std::int64_t>;

/// Number of elements of a shape; 1 for an empty shape.
MHO_API std::int64_t elementCount(const Shape& shape);

/// "3x32x32".
MHO_API std::string shapeText(const Shape& shape);

/// An immutable float32 array with a shape and a shared owner of its memory; copying one copies a pointer.
/// A tensor may have a shape and no values yet (a zoo network before training): `hasValues()` tells.
class MHO_API Tensor {
public:
    Tensor() = default;
    explicit Tensor(Shape shape);  ///< Shape without values.
    /// @param values exactly elementCount(shape) numbers (asserted)
    Tensor(Shape shape, std::vector<float> values);
    /// Memory kept alive by `owner` (heap, or a private mapping of a file); elementCount(shape) floats.
    Tensor(Shape shape, std::shared_ptr<const float> owner);

    const Shape& shape() const { return shape_; }
    std::int64_t size() const { return elementCount(shape_); }
    bool hasValues() const { return data_ != nullptr; }
    /// The values; empty when hasValues() is false.
    std::span<const float> values() const;

private:
    Shape shape_;
    std::shared_ptr<const float> data_;
};

}  // namespace mho
