// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_script.h"

#include "core/base/error.h"

#include <string_view>
#include <variant>

namespace mho::detail {
namespace {

constexpr std::string_view kClasses = "__torch__";
constexpr std::string_view kLists = "torch.jit._pickle.build_";
constexpr std::string_view kTag = "torch.jit._pickle.restore_type_tag";
constexpr int kDeepest = 64;
constexpr std::size_t kMostPlaces = 100'000;
constexpr std::size_t kLongestName = 512;
constexpr std::size_t kMostNameBytes = 4U << 20U;

bool isList(std::string_view global)
{
    if (!global.starts_with(kLists)) {
        return false;
    }
    const std::string_view kind = global.substr(kLists.size());
    return kind == "intlist" || kind == "doublelist" || kind == "boollist" || kind == "tensorlist";
}

[[noreturn]] void refuse(const std::string& path, const char* text)
{
    throw Error(ErrorCode::BadFormat, text, {}, path);
}

}  // namespace

bool ScriptBuilder::allows(const std::string& global) const
{
    return global.starts_with(kClasses) || isList(global) || global == kTag || TorchBuilder::allows(global);
}

PickleValue ScriptBuilder::call(const std::string& global, const std::vector<PickleItem>& arguments, const PickleReader& reader)
{
    if (global.starts_with(kClasses) && arguments.empty()) {
        return {PickleDict{.items = {}, .object = true}};
    }
    if (isList(global) && arguments.size() == 1 && arguments[0]->as<PickleList>() != nullptr) {
        return *arguments[0];
    }
    if (global == kTag && arguments.size() == 2) {
        return *arguments[0];
    }
    return TorchBuilder::call(global, arguments, reader);
}

ScriptTensors::ScriptTensors(PickleItem root, const std::string& path, PickleReader& reader) : path_(path), reader_(reader)
{
    const auto* module = root->as<PickleDict>();
    if (module == nullptr || !module->object) {
        refuse(path, MHO_TEXT("This is a TorchScript archive but what it holds is no module; save the network's state_dict()"));
    }
    add(*module, {}, 0);
    if (std::get<PickleDict>(dictionary_.data).items.empty()) {
        refuse(path, MHO_TEXT("The TorchScript program has no tensors as attributes; one of torch.jit.freeze has lost the names of its "
                              "weights. Save the network before freezing, or its state_dict()"));
    }
}

void ScriptTensors::add(const PickleDict& object, const std::string& prefix, int depth)
{
    constexpr std::size_t kOfPlace = 2;  // its name as a value, and its entry in the dictionary
    for (const auto& [key, value] : object.items) {
        const auto* name = key->as<std::string>();
        const auto* inner = value->as<PickleDict>();
        const bool module = inner != nullptr && inner->object;
        if (name == nullptr || (!module && value->as<StoredTensor>() == nullptr)) {
            continue;
        }
        std::string whole = prefix + *name;
        nameBytes_ += whole.size();
        if (depth == kDeepest || ++places_ > kMostPlaces || whole.size() > kLongestName || nameBytes_ > kMostNameBytes) {
            refuse(path_, MHO_TEXT("The modules of the TorchScript program are nested too deep or too many for a network"));
        }
        reader_.spend(kOfPlace + valuesOfText(whole.size()));
        if (module) {
            add(*inner, whole + ".", depth + 1);
        } else {
            names_.push_back({std::move(whole)});
            std::get<PickleDict>(dictionary_.data).items.emplace_back(&names_.back(), value);
        }
    }
}

}  // namespace mho::detail
