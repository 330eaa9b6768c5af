// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/file_bytes.h"
#include "core/io/pytorch_forms.h"
#include "core/io/pytorch_objects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <map>

namespace mho::detail {
namespace {

constexpr std::string_view kMagic{"\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 10};  // 0x1950a86a20f9469cfc6c
constexpr std::int64_t kLegacyVersion = 1001;

[[noreturn]] void fail(const std::string& where, const char* text, std::vector<std::string> arguments = {})
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), where);
}

/// Where each storage's elements start. They stand in the order of `keys`, each after its number of elements (8 bytes).
std::map<std::string, std::uint64_t> legacyStarts(FileBytes& file, const PickleList& keys, const TorchBuilder& builder,
                                                  std::uint64_t position)
{
    std::map<std::string, std::uint64_t> starts;
    for (PickleItem item : keys.items) {
        const std::string key = nameOf(item);
        const auto known = builder.storages().find(key);
        if (known == builder.storages().end()) {
            fail(file.place(position), MHO_TEXT("The storage %1 belongs to no tensor, so its size is unknown; the file is damaged"), {key});
        }
        std::array<char, 8> bytes{};
        file.readInto(position, bytes);
        const auto elements = std::bit_cast<std::uint64_t>(bytes);
        const std::uint64_t count = known->second.bytes();
        if (elements != known->second.elements || count > file.size() - position - 8) {
            fail(file.place(position), MHO_TEXT("%1 elements of type %2 should stand here; the file is cut or damaged"),
                 {fmt::format("{}", known->second.elements), std::string(known->second.type->dtype)});
        }
        if (!starts.emplace(key, position + 8).second) {
            fail(file.place(position), MHO_TEXT("The storage %1 stands twice"), {key});
        }
        position += 8 + count;
    }
    for (const auto& [key, storage] : builder.storages()) {
        if (!starts.contains(key)) {
            fail(file.path(), MHO_TEXT("The storage %1 is missing; the file is damaged"), {key});
        }
    }
    return starts;
}

}  // namespace

/// Magic number, version, the writer's system, what was saved, the keys of the storages: one pickle each; then the storages.
PyTorchContent readLegacyForm(const std::string& path)
{
    FileBytes file(path);
    std::string head = file.read(0, std::min(file.size(), mostPickleBytes(file.size())));
    TorchBuilder builder;
    PickleReader reader(head, path, builder, file.size());
    const auto* magic = reader.next()->as<PickleBig>();
    if (magic == nullptr || magic->bytes != kMagic) {
        fail(path, MHO_TEXT("The file is a pickle, but not one of torch.save"));
    }
    const auto* version = reader.next()->as<std::int64_t>();
    if (version == nullptr || *version != kLegacyVersion) {
        fail(path, MHO_TEXT("The version of the file is not %1, the only one there is"), {fmt::format("{}", kLegacyVersion)});
    }
    reader.next();
    const PickleItem root = reader.next();
    const auto* keys = reader.next()->as<PickleList>();
    if (keys == nullptr) {
        fail(path, MHO_TEXT("The list of storages is missing; the file is damaged"));
    }
    const std::map<std::string, std::uint64_t> starts = legacyStarts(file, *keys, builder, reader.offset());
    std::string().swap(head);  // as large as the elements in many a file
    StorageSource source;
    source.read = [&](const StoredStorage& storage) { return file.read(starts.at(storage.key), storage.bytes()); };
    source.isThere = [](const StoredStorage&) { return true; };  // legacyStarts() has seen to it
    source.fill = [&](const StoredStorage& storage, std::span<char> memory) { file.readInto(starts.at(storage.key), memory); };
    return contentOf(root, source, path, reader);
}

}  // namespace mho::detail
