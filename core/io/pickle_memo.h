// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace mho::detail {

struct PickleValue;

/// The values that a pickle will use again, by their numbers. Python numbers them from 0 on, one by one; a file may say anything.
/// For .cpp files of this room only.
class PickleMemo {
public:
    std::size_t size() const { return inOrder_.size() + others_.size(); }
    void set(std::uint64_t number, PickleValue* value)
    {
        if (number < inOrder_.size()) {
            inOrder_[number] = value;
        } else if (number > inOrder_.size()) {
            others_[number] = value;
        } else {
            others_.erase(number);
            inOrder_.push_back(value);
        }
    }
    /// nullptr where there is none of that number.
    PickleValue* find(std::uint64_t number) const
    {
        if (number < inOrder_.size()) {
            return inOrder_[number];
        }
        const auto other = others_.find(number);
        return other == others_.end() ? nullptr : other->second;
    }
    void clear()
    {
        inOrder_.clear();
        others_.clear();
    }

private:
    std::vector<PickleValue*> inOrder_;                        ///< 0, 1, 2, ...
    std::unordered_map<std::uint64_t, PickleValue*> others_;  ///< Of higher numbers.
};

}  // namespace mho::detail
