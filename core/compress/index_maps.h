// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Arrays cut down to some of their indices, and put back.
namespace mho::index_maps {

/// result[i] = values[kept[i]]
template <typename T>
std::vector<T> gather(const T* values, const std::vector<std::int64_t>& kept)
{
    std::vector<T> result;
    result.reserve(kept.size());
    for (const std::int64_t at : kept) {
        result.push_back(values[at]);
    }
    return result;
}

/// The sub-matrix of these rows and columns of a row-major matrix with `width` columns.
template <typename T>
std::vector<T> gather(const T* values, std::int64_t width, const std::vector<std::int64_t>& rows,
                      const std::vector<std::int64_t>& columns)
{
    std::vector<T> result;
    result.reserve(rows.size() * columns.size());
    for (const std::int64_t row : rows) {
        for (const std::int64_t column : columns) {
            result.push_back(values[row * width + column]);
        }
    }
    return result;
}

/// The reverse: into[row * width + column] = values in order.
template <typename T>
void scatter(const T* values, std::int64_t width, const std::vector<std::int64_t>& rows,
             const std::vector<std::int64_t>& columns, T* into)
{
    for (const std::int64_t row : rows) {
        for (const std::int64_t column : columns) {
            into[row * width + column] = *values++;
        }
    }
}

}  // namespace mho::index_maps
