// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_objects.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace mho::detail {
namespace {

constexpr std::size_t kMostExtents = 8;
constexpr std::size_t kMostKeyBytes = 128;

constexpr std::array<StorageType, 12> kStorages{{{"FloatStorage", "float32", 4},
                                                 {"HalfStorage", "float16", 2},
                                                 {"BFloat16Storage", "bfloat16", 2},
                                                 {"DoubleStorage", "float64", 8},
                                                 {"LongStorage", "int64", 8},
                                                 {"IntStorage", "int32", 4},
                                                 {"ShortStorage", "int16", 2},
                                                 {"CharStorage", "int8", 1},
                                                 {"ByteStorage", "uint8", 1},
                                                 {"BoolStorage", "bool", 1},
                                                 {"ComplexFloatStorage", "complex64", 8},
                                                 {"ComplexDoubleStorage", "complex128", 16}}};

const StorageType* storageType(std::string_view global)
{
    for (const std::string_view module : {"torch.cuda.", "torch."}) {
        if (global.starts_with(module)) {
            const std::string_view name = global.substr(module.size());
            const auto found =
                std::find_if(kStorages.begin(), kStorages.end(), [&](const StorageType& t) { return t.storage == name; });
            return found == kStorages.end() ? nullptr : &*found;
        }
    }
    return nullptr;
}

/// The name of what is Python's own, which Python 2 has in another module; empty for all else.
std::string_view builtinName(std::string_view global)
{
    for (const std::string_view module : {"builtins.", "__builtin__."}) {
        if (global.starts_with(module)) {
            return global.substr(module.size());
        }
    }
    return {};
}

bool isSet(std::string_view global)
{
    return builtinName(global) == "set" || builtinName(global) == "frozenset";
}

/// What a defaultdict may make its missing values with.
bool isFactory(std::string_view global)
{
    static constexpr std::array<std::string_view, 5> kFactories{"list", "dict", "int", "float", "set"};
    return std::find(kFactories.begin(), kFactories.end(), builtinName(global)) != kFactories.end();
}

/// A whole number of 0 or more.
std::uint64_t count(PickleItem item, const PickleReader& reader)
{
    const auto* number = item->as<std::int64_t>();
    if (number == nullptr || *number < 0) {
        reader.fail(MHO_TEXT("A size, stride or offset is not a whole number of 0 or more"));
    }
    return static_cast<std::uint64_t>(*number);
}

Shape extents(PickleItem item, const PickleReader& reader)
{
    const auto* tuple = item->as<PickleTuple>();
    if (tuple == nullptr || tuple->items.size() > kMostExtents) {
        reader.fail(MHO_TEXT("A tensor's sizes or strides are not a tuple of at most %1 numbers"),
                    {fmt::format("{}", kMostExtents)});
    }
    Shape result;
    for (PickleItem entry : tuple->items) {
        result.push_back(static_cast<std::int64_t>(count(entry, reader)));
    }
    return result;
}

/// Number of elements, or the largest number when it does not fit; extents beside a 0 must fit as well.
std::uint64_t elementsOf(const Shape& shape)
{
    std::int64_t elements = 1;
    bool none = false;
    for (const std::int64_t extent : shape) {
        none = none || extent == 0;
        if (__builtin_mul_overflow(elements, std::max<std::int64_t>(extent, 1), &elements)) {
            return std::numeric_limits<std::uint64_t>::max();
        }
    }
    return none ? 0 : static_cast<std::uint64_t>(elements);
}

/// True when every element of the view lies below `elements`.
bool lies(const Shape& shape, const Shape& strides, std::uint64_t offset, std::uint64_t elements)
{
    std::uint64_t last = offset;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        std::uint64_t way = 0;
        if (__builtin_mul_overflow(static_cast<std::uint64_t>(shape[i] - 1), static_cast<std::uint64_t>(strides[i]), &way) ||
            __builtin_add_overflow(last, way, &last)) {
            return false;
        }
    }
    return last < elements;
}

/// rebuild_tensor(storage, offset, size, stride): PyTorch's torch/_utils.py.
PickleValue tensor(const std::vector<PickleItem>& arguments, const PickleReader& reader)
{
    const auto* storage = arguments[0]->as<StoredStorage>();
    if (storage == nullptr) {
        reader.fail(MHO_TEXT("A tensor has no storage; the file is damaged"));
    }
    StoredTensor result{*storage, count(arguments[1], reader), extents(arguments[2], reader), extents(arguments[3], reader)};
    if (result.shape.size() != result.strides.size()) {
        reader.fail(MHO_TEXT("A tensor has %1 sizes but %2 strides"),
                    {fmt::format("{}", result.shape.size()), fmt::format("{}", result.strides.size())});
    }
    const std::uint64_t elements = elementsOf(result.shape);
    if (elements > storage->viewElements) {
        reader.fail(MHO_TEXT("A tensor has more elements than its storage of %1; save a copy of it (contiguous(), clone())"),
                    {fmt::format("{}", storage->viewElements)});
    }
    if (elements > 0 && !lies(result.shape, result.strides, result.offset, storage->viewElements)) {
        reader.fail(MHO_TEXT("A tensor reaches beyond its storage of %1 elements; the file is damaged"),
                    {fmt::format("{}", storage->viewElements)});
    }
    result.offset = elements == 0 ? 0 : result.offset + storage->viewStart;
    return {std::make_shared<const StoredTensor>(std::move(result))};
}

/// collections.OrderedDict(), or OrderedDict([[key, value], ...]) as Python 2 wrote it.
PickleValue orderedDict(const std::vector<PickleItem>& arguments, const PickleReader& reader)
{
    PickleDict dict;
    const auto* pairs = arguments.empty() ? nullptr : arguments.front()->as<PickleList>();
    if (arguments.size() > 1 || (!arguments.empty() && pairs == nullptr)) {
        reader.fail(MHO_TEXT("%1 is called with unknown arguments"), {"collections.OrderedDict"});
    }
    for (PickleItem entry : pairs == nullptr ? std::vector<PickleItem>{} : pairs->items) {
        const auto* list = entry->as<PickleList>();
        const auto* tuple = entry->as<PickleTuple>();
        const std::vector<PickleItem>* two = list != nullptr ? &list->items : tuple != nullptr ? &tuple->items : nullptr;
        if (two == nullptr || two->size() != 2) {
            reader.fail(MHO_TEXT("%1 is called with unknown arguments"), {"collections.OrderedDict"});
        }
        dict.items.emplace_back(two->front(), two->back());
    }
    return {std::move(dict)};
}

/// Counter(), or Counter({thing: how often}).
bool areOfCounter(const std::vector<PickleItem>& arguments)
{
    const auto* counts = arguments.size() == 1 ? arguments[0]->as<PickleDict>() : nullptr;
    return arguments.empty() || (counts != nullptr && !counts->object);
}

/// defaultdict(), or defaultdict(factory) with the name of a factory.
bool areOfDefaultDict(const std::vector<PickleItem>& arguments)
{
    const auto* factory = arguments.size() == 1 ? arguments[0]->as<PickleGlobal>() : nullptr;
    return arguments.empty() || (factory != nullptr && isFactory(factory->name));
}

}  // namespace

bool TorchBuilder::allows(const std::string& global) const
{
    static constexpr std::array<std::string_view, 7> kKnown{"collections.OrderedDict",
                                                            "collections.Counter",
                                                            "collections.defaultdict",
                                                            "torch.Size",
                                                            "torch._utils._rebuild_tensor",
                                                            "torch._utils._rebuild_tensor_v2",
                                                            "torch._utils._rebuild_parameter"};
    return std::find(kKnown.begin(), kKnown.end(), global) != kKnown.end() || isSet(global) || isFactory(global) ||
           storageType(global) != nullptr;
}

PickleValue TorchBuilder::call(const std::string& global, const std::vector<PickleItem>& arguments, const PickleReader& reader)
{
    if (global == "collections.OrderedDict") {
        return orderedDict(arguments, reader);
    }
    if (global == "collections.Counter" && areOfCounter(arguments)) {
        return arguments.empty() ? PickleValue{PickleDict{}} : *arguments[0];
    }
    if (global == "collections.defaultdict" && areOfDefaultDict(arguments)) {
        return {PickleDict{}};
    }
    if (isSet(global) && arguments.size() == 1 && arguments[0]->as<PickleList>() != nullptr) {
        return *arguments[0];
    }
    if (global == "torch.Size" && arguments.size() == 1 && arguments[0]->as<PickleTuple>() != nullptr &&
        arguments[0]->as<PickleTuple>()->items.size() <= kMostExtents) {
        return *arguments[0];
    }
    if (global == "torch._utils._rebuild_parameter" && arguments.size() == 3 && arguments[0]->as<StoredTensor>() != nullptr) {
        return *arguments[0];
    }
    if (global == "torch._utils._rebuild_tensor" && arguments.size() == 4) {
        return tensor(arguments, reader);
    }
    // (storage, offset, size, stride, requires_grad, backward_hooks[, metadata])
    if (global == "torch._utils._rebuild_tensor_v2" && (arguments.size() == 6 || arguments.size() == 7)) {
        const auto* metadata = arguments.size() == 7 ? arguments[6]->as<PickleDict>() : nullptr;
        if (metadata != nullptr && !metadata->items.empty()) {
            reader.fail(
                MHO_TEXT("A tensor is conjugated or negated lazily; save a copy of it (resolve_conj(), resolve_neg())"));
        }
        return tensor(arguments, reader);
    }
    reader.fail(MHO_TEXT("%1 is called with unknown arguments"), {global});
}

PickleValue TorchBuilder::load(PickleItem id, const PickleReader& reader)
{
    // ("storage", class, key, location, elements[, None or (key, start, elements)]): PyTorch's torch/serialization.py
    const auto* tuple = id->as<PickleTuple>();
    const std::size_t size = tuple == nullptr ? 0 : tuple->items.size();
    const auto* tag = size < 5 ? nullptr : tuple->items[0]->as<std::string>();
    const auto* type = tag == nullptr ? nullptr : tuple->items[1]->as<PickleGlobal>();
    const auto* key = tag == nullptr ? nullptr : tuple->items[2]->as<std::string>();
    if (size > 6 || tag == nullptr || *tag != "storage" || type == nullptr || key == nullptr ||
        storageType(type->name) == nullptr || key->size() > kMostKeyBytes) {
        reader.fail(MHO_TEXT("An object outside the pickle is not a storage that can be read"));
    }
    StoredStorage storage;
    storage.key = *key;
    storage.type = storageType(type->name);
    storage.elements = count(tuple->items[4], reader);
    storage.viewElements = storage.elements;
    std::uint64_t bytes = 0;
    if (__builtin_mul_overflow(storage.elements, storage.type->bytes, &bytes) ||
        bytes > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        reader.fail(MHO_TEXT("A storage of %1 elements cannot be"), {fmt::format("{}", storage.elements)});
    }
    const auto [known, added] = storages_.emplace(storage.key, storage);
    if (!added && (known->second.type != storage.type || known->second.elements != storage.elements)) {
        reader.fail(MHO_TEXT("The storage %1 stands twice with different types or sizes"), {storage.key});
    }
    if (size == 6 && tuple->items[5]->as<std::monostate>() == nullptr) {
        const auto* view = tuple->items[5]->as<PickleTuple>();
        if (view == nullptr || view->items.size() != 3) {
            reader.fail(MHO_TEXT("A part of a storage is not (key, start, elements)"));
        }
        storage.viewStart = count(view->items[1], reader);
        storage.viewElements = count(view->items[2], reader);
        if (storage.viewStart > storage.elements || storage.viewElements > storage.elements - storage.viewStart) {
            reader.fail(MHO_TEXT("A part of a storage reaches beyond its %1 elements"), {fmt::format("{}", storage.elements)});
        }
    }
    return {std::make_shared<const StoredStorage>(std::move(storage))};
}

}  // namespace mho::detail
