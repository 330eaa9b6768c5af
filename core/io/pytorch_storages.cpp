// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_storages.h"

#include "core/base/error.h"
#include "core/io/array_source.h"
#include "core/io/half.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <iterator>
#include <tuple>

namespace mho::detail {
namespace {

constexpr std::uint64_t kMostSharing = 4;

template <class Bits>
Bits element(const std::string& raw, std::uint64_t index, bool bigEndian)
{
    static_assert(std::endian::native == std::endian::little);
    std::array<char, sizeof(Bits)> bytes{};
    std::memcpy(bytes.data(), raw.data() + index * sizeof(Bits), sizeof(Bits));
    if (bigEndian) {
        std::reverse(bytes.begin(), bytes.end());
    }
    return std::bit_cast<Bits>(bytes);
}

std::uint64_t elementsOf(const StoredTensor& view)
{
    return static_cast<std::uint64_t>(elementCount(view.shape));  // checked to fit its storage
}

/// @param at the value of an element, by its index
template <class At>
std::vector<float> gather(const StoredTensor& view, const At& at)
{
    std::vector<float> values(elementsOf(view));
    // Extents of 1 are left out: each would be a step more for every element.
    std::vector<std::uint64_t> shape;
    std::vector<std::uint64_t> strides;
    for (std::size_t i = 0; i < view.shape.size(); ++i) {
        if (view.shape[i] != 1) {
            shape.push_back(static_cast<std::uint64_t>(view.shape[i]));
            strides.push_back(static_cast<std::uint64_t>(view.strides[i]));
        }
    }
    std::vector<std::uint64_t> position(shape.size(), 0);
    std::uint64_t index = view.offset;
    for (float& value : values) {
        value = at(index);
        // The next position, last extent fastest.
        for (std::size_t i = position.size(); i > 0; --i) {
            if (++position[i - 1] < shape[i - 1]) {
                index += strides[i - 1];
                break;
            }
            index -= strides[i - 1] * (shape[i - 1] - 1);
            position[i - 1] = 0;
        }
    }
    return values;
}

std::vector<float> gather(const StoredTensor& view, const std::string& raw, bool big)
{
    const std::string_view dtype = view.storage.type->dtype;
    if (dtype == "float32") {
        return gather(view, [&](std::uint64_t i) { return std::bit_cast<float>(element<std::uint32_t>(raw, i, big)); });
    }
    if (dtype == "float16") {
        return gather(view, [&](std::uint64_t i) { return floatFromHalf(element<std::uint16_t>(raw, i, big)); });
    }
    if (dtype == "bfloat16") {
        return gather(view, [&](std::uint64_t i) { return floatFromBfloat16(element<std::uint16_t>(raw, i, big)); });
    }
    assert(dtype == "float64");
    return gather(
        view, [&](std::uint64_t i) { return static_cast<float>(std::bit_cast<double>(element<std::uint64_t>(raw, i, big))); });
}

/// True when the view is its whole float32 storage, element by element.
bool isWhole(const StoredTensor& view)
{
    std::uint64_t stride = 1;
    for (std::size_t i = view.shape.size(); i > 0; --i) {
        if (view.shape[i - 1] != 1 && static_cast<std::uint64_t>(view.strides[i - 1]) != stride) {
            return false;
        }
        stride *= static_cast<std::uint64_t>(view.shape[i - 1]);
    }
    return view.storage.type->dtype == "float32" && view.offset == 0 && stride == view.storage.elements;
}

/// The elements straight to where they stay, so that a network takes its size of memory and not twice that; nothing where they
/// must be gathered.
std::optional<std::vector<float>> taken(const StoredTensor& view, const StorageSource& source)
{
    if (source.bigEndian || !isWhole(view) || !source.isThere(view.storage)) {
        return std::nullopt;
    }
    std::vector<float> values(view.storage.elements);
    source.fill(view.storage, charsOf(std::span(values)));
    return values;
}

/// By storage first, so that each is read once.
bool isBefore(const StoredTensor* a, const StoredTensor* b)
{
    return std::tie(a->storage.key, a->offset, a->shape, a->strides) < std::tie(b->storage.key, b->offset, b->shape, b->strides);
}

using Views = std::vector<std::pair<std::string, const StoredTensor*>>;

/// The different ones among the views, in the order of isBefore().
std::vector<const StoredTensor*> partsOf(const Views& views)
{
    std::vector<const StoredTensor*> parts;
    std::transform(views.begin(), views.end(), std::back_inserter(parts), [](const auto& named) { return named.second; });
    std::sort(parts.begin(), parts.end(), isBefore);
    const auto isSame = [](const StoredTensor* a, const StoredTensor* b) { return !isBefore(a, b) && !isBefore(b, a); };
    parts.erase(std::unique(parts.begin(), parts.end(), isSame), parts.end());
    return parts;
}

void checkSharing(const std::vector<const StoredTensor*>& parts, const StorageSource& source, const std::string& path)
{
    std::uint64_t wanted = 0;
    std::uint64_t there = 0;
    const std::string* last = nullptr;
    for (const StoredTensor* part : parts) {
        wanted += elementsOf(*part);
        if (last == nullptr || *last != part->storage.key) {
            there += part->storage.elements;
            last = &part->storage.key;
        }
    }
    if (wanted > kMostSharing * there) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The tensors have %1 elements on storages of %2; save copies of them (clone())"),
                    {fmt::format("{}", wanted), fmt::format("{}", there)}, path);
    }
    if (wanted > source.mostBytes / sizeof(float)) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("The entries up to here unpack to %1 bytes, too many for a file of %2; save it anew without packing"),
                    {fmt::format("{}", wanted * sizeof(float)), fmt::format("{}", source.fileBytes)}, path);
    }
}

std::vector<Tensor> gathered(const std::vector<const StoredTensor*>& parts, const StorageSource& source)
{
    std::vector<Tensor> tensors;
    std::string raw;
    const std::string* held = nullptr;  ///< The key of the storage in `raw`.
    for (const StoredTensor* part : parts) {
        if (auto values = taken(*part, source)) {
            tensors.emplace_back(part->shape, std::move(*values));
            continue;
        }
        if (held == nullptr || *held != part->storage.key) {
            raw = source.read(part->storage);
            held = &part->storage.key;
        }
        tensors.emplace_back(part->shape, gather(*part, raw, source.bigEndian));
    }
    return tensors;
}

}  // namespace

std::optional<StoredType> storedTypeOf(const StorageType& type)
{
    if (type.dtype == "float32" || type.dtype == "float64") {
        return StoredType::Float32;
    }
    if (type.dtype == "float16") {
        return StoredType::Float16;
    }
    if (type.dtype == "bfloat16") {
        return StoredType::BFloat16;
    }
    return std::nullopt;
}

std::vector<NamedTensor> gatherTensors(const Views& views, const StorageSource& source, const std::string& path)
{
    const std::vector<const StoredTensor*> parts = partsOf(views);
    checkSharing(parts, source, path);
    const std::vector<Tensor> tensors = gathered(parts, source);
    std::vector<NamedTensor> named;
    named.reserve(views.size());
    for (const auto& [name, view] : views) {
        const auto part = std::lower_bound(parts.begin(), parts.end(), view, isBefore);
        named.push_back({name, tensors[static_cast<std::size_t>(part - parts.begin())], *storedTypeOf(*view->storage.type)});
    }
    return named;
}

}  // namespace mho::detail
