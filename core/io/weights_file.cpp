// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights_file.h"

#include "core/base/error.h"
#include "core/io/file_bytes.h"
#include "core/io/npy.h"
#include "core/io/pytorch.h"
#include "core/io/zip_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

namespace mho {
namespace {

constexpr std::uint64_t kHeadBytes = 9;
constexpr std::string_view kZip = "PK\x03\x04";
constexpr char kPickle = '\x80';

WeightsContent weightsOf(const char* format, NpyCollection collection)
{
    WeightsContent content{format, {}, {}, std::move(collection.skipped)};
    for (auto& [name, array] : collection.arrays) {
        if (!isFloat(array.type)) {
            content.skipped.push_back(fmt::format("{} ({})", name, elementName(array.type)));
            continue;
        }
        const StoredType type = array.type == ElementType::Float16 ? StoredType::Float16 : StoredType::Float32;
        content.tensors.push_back({name, Tensor(array.shape, floatsFrom(array.type, array.bytes)), type});
        std::string().swap(array.bytes);  // an assignment would keep the memory
    }
    return content;
}

/// An NPZ file, unless torch.save's data.pkl is in the archive.
bool isNpz(const std::string& path)
{
    const detail::ZipFile zip(path);
    return std::none_of(zip.entries().begin(), zip.entries().end(), [](const auto& entry) {
               return entry.first == "data.pkl" || entry.first.ends_with("/data.pkl");
           }) &&
           std::any_of(zip.entries().begin(), zip.entries().end(), [](const auto& entry) { return entry.first.ends_with(".npy"); });
}

WeightsContent contentOf(const std::string& path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return weightsOf("NPY folder", readNpyFolder(path));
    }
    detail::FileBytes file(path);
    const std::string head = file.read(0, std::min(file.size(), kHeadBytes));
    // A safetensors header's length, 8 bytes, may start like a pickle; its JSON comes right behind.
    const bool safetensors = head.size() == kHeadBytes && head[8] == '{' && head[7] == '\0';
    if (safetensors) {
        SafetensorsContent content = readSafetensors(path);
        return {"safetensors", {}, std::move(content.tensors), std::move(content.skipped)};
    }
    if (head.starts_with(kZip) && isNpz(path)) {
        return weightsOf("NPZ", readNpz(path));
    }
    if (head.starts_with(kZip) || head.starts_with(kPickle)) {
        PyTorchContent content = readPyTorch(path);
        return {"PyTorch", std::move(content.part), std::move(content.tensors), std::move(content.skipped)};
    }
    throw Error(ErrorCode::BadFormat,
                MHO_TEXT("This is no file of weights that Mho reads: safetensors, a state dictionary of torch.save, TorchScript, NPZ, or a "
                         "folder of NPY files"),
                {}, path);
}

/// What Mho's exports put beside a weight (docs/files.md) is no parameter.
void setAside(WeightsContent& content)
{
    std::set<std::string, std::less<>> names;
    for (const NamedTensor& named : content.tensors) {
        names.insert(named.name);
    }
    std::erase_if(content.tensors, [&](const NamedTensor& named) {
        const std::size_t dot = named.name.rfind('.');
        const std::string_view ending = dot == std::string::npos ? std::string_view() : std::string_view(named.name).substr(dot);
        const bool aside = (ending == ".mask" || ending == ".levels" || ending == ".magnitudes" || ending == ".scale") &&
                           named.name.substr(0, dot).ends_with(".weight") && names.contains(named.name.substr(0, dot));
        if (aside) {
            content.skipped.push_back(named.name + " (beside its weight)");
        }
        return aside;
    });
}

}  // namespace

WeightsContent readWeights(const std::string& path)
{
    WeightsContent content = contentOf(path);
    setAside(content);
    return content;
}

}  // namespace mho
