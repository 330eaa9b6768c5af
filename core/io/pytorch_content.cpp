// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/pytorch_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace mho::detail {
namespace {

[[noreturn]] void fail(const std::string& where, const char* text, std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), where);
}

bool hasTensors(const PickleDict& dict)
{
    return std::any_of(dict.items.begin(), dict.items.end(),
                       [](const auto& entry) { return entry.second->template as<StoredTensor>() != nullptr; });
}

/// Tensors that can be weights.
std::ptrdiff_t weightsIn(const PickleDict& dict)
{
    return std::count_if(dict.items.begin(), dict.items.end(), [](const auto& entry) {
        const auto* tensor = entry.second->template as<StoredTensor>();
        return tensor != nullptr && storedTypeOf(*tensor->storage.type);
    });
}

/// A file of weights has some hundred names of some ten letters. One text may be the key of many entries, so that its copies
/// would add up to far more than the file.
constexpr std::size_t kLongestName = 512;
constexpr std::size_t kMostSkipped = 10'000;

void skip(PyTorchContent& content, const std::string& name, const PickleValue& value)
{
    if (content.skipped.size() < kMostSkipped) {
        content.skipped.push_back(fmt::format("{} ({})", name, kindOf(value)));
    } else if (content.skipped.size() == kMostSkipped) {
        content.skipped.emplace_back("... and more");
    }
}

constexpr std::array<std::string_view, 7> kParts{"state_dict", "model", "model_state_dict", "module", "net", "network", "params"};

/// The dictionary under that key, or nullptr.
const PickleDict* dictAt(const PickleDict& dict, std::string_view key)
{
    for (const auto& [name, value] : dict.items) {
        const auto* text = name->as<std::string>();
        if (text != nullptr && *text == key && value->as<PickleDict>() != nullptr) {
            return value->as<PickleDict>();
        }
    }
    return nullptr;
}

/// The first dictionary with tensors under the usual keys, one below or two, and its path.
std::pair<std::string, const PickleDict*> innerDict(const PickleDict& top)
{
    for (const std::string_view key : kParts) {
        const PickleDict* inner = dictAt(top, key);
        if (inner != nullptr && hasTensors(*inner)) {
            return {std::string(key), inner};
        }
    }
    for (const std::string_view outerKey : kParts) {
        const PickleDict* outer = dictAt(top, outerKey);
        for (const std::string_view key : kParts) {
            const PickleDict* inner = outer == nullptr ? nullptr : dictAt(*outer, key);
            if (inner != nullptr && hasTensors(*inner)) {
                return {fmt::format("{}.{}", outerKey, key), inner};
            }
        }
    }
    return {{}, nullptr};
}

/// The state dictionary in what was saved; in a checkpoint its other entries are skipped.
const PickleDict& stateDict(PickleItem root, const std::string& path, PyTorchContent& content)
{
    const auto* top = root->as<PickleDict>();
    if (top == nullptr) {
        fail(path, MHO_TEXT("The file holds a %1, not a dictionary of tensors; save the network's state_dict()"),
             {kindOf(*root)});
    }
    // A checkpoint may have tensors beside its weights, such as the state of random numbers or the best accuracy.
    const auto found = innerDict(*top);
    if (found.second != nullptr && weightsIn(*found.second) >= weightsIn(*top)) {
        content.part = found.first;
        for (const auto& entry : top->items) {
            const std::string name = nameOf(entry.first);
            if (name != content.part.substr(0, content.part.find('.')) && name.size() <= kLongestName) {
                skip(content, name, *entry.second);
            }
        }
        return *found.second;
    }
    if (hasTensors(*top)) {
        return *top;
    }
    fail(path,
         MHO_TEXT("The file holds no dictionary of tensors, neither by itself nor as state_dict, model or model_state_dict"));
}

}  // namespace

std::string kindOf(const PickleValue& value)
{
    struct Names {
        std::string operator()(std::monostate) const { return "None"; }
        std::string operator()(bool) const { return "truth value"; }
        std::string operator()(std::int64_t) const { return "number"; }
        std::string operator()(double) const { return "number"; }
        std::string operator()(const std::string&) const { return "text"; }
        std::string operator()(const PickleBig&) const { return "number"; }
        std::string operator()(const PickleTuple&) const { return "tuple"; }
        std::string operator()(const PickleList&) const { return "list"; }
        std::string operator()(const PickleDict&) const { return "dictionary"; }
        std::string operator()(const PickleGlobal&) const { return "class"; }
        std::string operator()(const std::shared_ptr<const StoredStorage>&) const { return "storage"; }
        std::string operator()(const std::shared_ptr<const StoredTensor>& tensor) const
        {
            return std::string(tensor->storage.type->dtype);
        }
    };
    return std::visit(Names{}, value.data);
}

std::string nameOf(PickleItem key)
{
    const auto* text = key->as<std::string>();
    const auto* number = key->as<std::int64_t>();
    return text != nullptr ? *text : number != nullptr ? fmt::format("{}", *number) : "(" + kindOf(*key) + ")";
}

PyTorchContent contentOf(PickleItem root, const StorageSource& source, const std::string& path, PickleReader& reader)
{
    constexpr std::size_t kOfTensor = 9;  // its place among names, views and tensors, and their shapes
    PyTorchContent content;
    std::vector<std::pair<std::string, const StoredTensor*>> views;
    std::set<std::string> names;
    const PickleDict& dict = stateDict(root, path, content);
    views.reserve(dict.items.size());
    for (const auto& [key, value] : dict.items) {
        const std::string name = nameOf(key);
        if (name.size() > kLongestName) {
            fail(path, MHO_TEXT("A name has %1 bytes, too many for a parameter"), {fmt::format("{}", name.size())});
        }
        reader.spend(kOfTensor + 2 * valuesOfText(name.size()));
        const auto* tensor = value->as<StoredTensor>();
        if (tensor == nullptr || !storedTypeOf(*tensor->storage.type)) {
            skip(content, name, *value);
        } else if (!names.insert(name).second) {
            fail(path, MHO_TEXT("The file names the tensor \"%1\" twice"), {name});
        } else {
            views.emplace_back(name, tensor);
        }
    }
    names.clear();
    content.tensors = gatherTensors(views, source, path);
    return content;
}

}  // namespace mho::detail
