// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace mho {

/// Immutable float32 values with a shared owner: what is in memory anyway goes into a checkpoint, and comes out of one, without
/// a second copy. Copying one copies a pointer.
class FloatArray {
public:
    FloatArray() = default;
    FloatArray(std::vector<float> values)  // implicit: arrays are listed as plain vectors
        : size_(values.size())
    {
        const auto owner = std::make_shared<const std::vector<float>>(std::move(values));
        data_ = std::shared_ptr<const float>(owner, owner->data());
    }
    FloatArray(std::initializer_list<float> values) : FloatArray(std::vector<float>(values)) {}
    /// Shares the tensor's memory; empty when it has no values.
    explicit FloatArray(const Tensor& tensor) : size_(tensor.values().size())
    {
        const auto owner = std::make_shared<const Tensor>(tensor);
        data_ = std::shared_ptr<const float>(owner, owner->values().data());
    }

    std::span<const float> span() const { return {data_.get(), size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const float* begin() const { return data_.get(); }
    const float* end() const { return data_.get() + size_; }
    float operator[](std::size_t i) const { return data_.get()[i]; }
    float front() const { return *data_; }

    /// The same memory as a tensor of `shape`, which must have size() elements.
    Tensor tensor(const Shape& shape) const { return {shape, data_}; }

    friend bool operator==(const FloatArray& a, const FloatArray& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    std::shared_ptr<const float> data_;
    std::size_t size_ = 0;
};

}  // namespace mho
