// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cassert>

namespace mho {

std::int64_t elementCount(const Shape& shape)
{
    std::int64_t count = 1;
    for (const std::int64_t extent : shape) {
        count *= extent;
    }
    return count;
}

std::string shapeText(const Shape& shape)
{
    return fmt::format("{}", fmt::join(shape, "x"));
}

Tensor::Tensor(Shape shape) : shape_(std::move(shape)) {}

Tensor::Tensor(Shape shape, std::vector<float> values) : shape_(std::move(shape))
{
    assert(static_cast<std::int64_t>(values.size()) == elementCount(shape_));
    const auto owner = std::make_shared<const std::vector<float>>(std::move(values));
    // A vector without elements may have no memory; the tensor has its values all the same, none.
    static constexpr float kNone = 0.0F;
    data_ = std::shared_ptr<const float>(owner, owner->empty() ? &kNone : owner->data());
}

Tensor::Tensor(Shape shape, std::shared_ptr<const float> owner) : shape_(std::move(shape)), data_(std::move(owner)) {}

std::span<const float> Tensor::values() const
{
    return data_ ? std::span<const float>(data_.get(), static_cast<std::size_t>(size())) : std::span<const float>();
}

}  // namespace mho
