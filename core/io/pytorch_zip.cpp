// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/pytorch_forms.h"
#include "core/io/pytorch_objects.h"
#include "core/io/pytorch_script.h"
#include "core/io/zip_file.h"

#include <fmt/format.h>

#include <memory>

namespace mho::detail {
namespace {

[[noreturn]] void fail(const std::string& where, const char* text, std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), where);
}

bool isBigEndian(const ZipFile& zip, const std::string& name)
{
    if (!zip.entries().contains(name)) {
        return false;
    }
    const std::string order = zip.entries().at(name) > 8 ? std::string("?") : zip.read(name);
    if (order != "little" && order != "big") {
        fail(zip.path() + ", " + name, MHO_TEXT("The byte order is neither \"little\" nor \"big\""));
    }
    return order == "big";
}

/// "NAME/" of the one folder that all entries of torch.save's archive lie in.
std::string folderOf(const ZipFile& zip)
{
    constexpr std::string_view kPickle = "/data.pkl";
    for (const auto& [name, bytes] : zip.entries()) {
        const std::string folder = name.substr(0, name.find('/') + 1);
        if (folder.empty() || name.size() != folder.size() + kPickle.size() - 1 || !name.ends_with(kPickle)) {
            continue;
        }
        return folder;
    }
    fail(zip.path(), MHO_TEXT("The zip archive lacks data.pkl, so it is not a file of torch.save"));
}

}  // namespace

PyTorchContent readZipForm(const std::string& path)
{
    const ZipFile zip(path);
    const std::string folder = folderOf(zip);
    const std::string name = folder + "data.pkl";
    if (zip.entries().at(name) > mostPickleBytes(zip.fileBytes())) {
        fail(path + ", " + name, MHO_TEXT("It has %1 bytes, too many for a file of weights"),
             {fmt::format("{}", zip.entries().at(name))});
    }
    const std::string pickle = zip.read(name);
    const bool script = zip.entries().contains(folder + "constants.pkl");
    const std::unique_ptr<TorchBuilder> builder = script ? std::make_unique<ScriptBuilder>() : std::make_unique<TorchBuilder>();
    PickleReader reader(pickle, path + ", " + name, *builder, zip.fileBytes());
    const PickleItem root = reader.next();
    const auto entryOf = [&](const std::string& key) { return folder + "data/" + key; };
    for (const auto& [key, storage] : builder->storages()) {
        const auto entry = zip.entries().find(entryOf(key));
        if (entry == zip.entries().end() || entry->second != storage.bytes()) {
            fail(path + ", " + entryOf(key), MHO_TEXT("%1 elements of type %2 should stand here; the file is cut or damaged"),
                 {fmt::format("{}", storage.elements), std::string(storage.type->dtype)});
        }
    }
    StorageSource source;
    source.bigEndian = isBigEndian(zip, folder + "byteorder");
    source.read = [&](const StoredStorage& storage) { return zip.read(entryOf(storage.key)); };
    source.isThere = [&](const StoredStorage& storage) { return zip.isStored(entryOf(storage.key)); };
    source.fill = [&](const StoredStorage& storage, std::span<char> memory) { zip.readInto(entryOf(storage.key), memory); };
    source.fileBytes = zip.fileBytes();
    // Half precision widens to twice its bytes; what a small file unpacks to is bounded with that in mind.
    source.mostBytes = zip.isSmall() ? zip.mostUnpacked() : 2 * zip.mostUnpacked();
    if (!script) {
        return contentOf(root, source, path, reader);
    }
    const ScriptTensors tensors(root, path, reader);
    return contentOf(tensors.dictionary(), source, path, reader);
}

}  // namespace mho::detail
