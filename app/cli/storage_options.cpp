// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storage_options.h"

#include "core/run/storage_json.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace mho::cli {

std::optional<StorageReport> StorageRequest::of(const CompressedNetwork& network) const
{
    if (!wanted) {
        return std::nullopt;
    }
    StorageOptions options;
    for (const ChoiceName<IndexEncoding>& choice : kIndexEncodings) {
        options.encoding = index == choice.name ? choice.value : options.encoding;
    }
    options.indexBits = indexBits;
    return storageOf(network, options);
}

void addStorageOptions(CLI::App& command, StorageRequest& request)
{
    std::vector<std::string> names;
    for (const ChoiceName<IndexEncoding>& choice : kIndexEncodings) {
        names.emplace_back(choice.name);
    }
    CLI::Option* storage = command.add_flag("--storage", request.wanted, "Also count the bits a memory needs for the weights");
    command
        .add_option("--index", request.index, "How the memory tells which weights are kept (default smallest, layer by layer)")
        ->check(CLI::IsMember(names))
        ->needs(storage);
    command.add_option("--index-bits", request.indexBits, "Bits of a relative index; 0 = the best of each layer")
        ->check(CLI::Range(0, kMostIndexBits))
        ->needs(storage);
}

std::string withStorage(const std::string& json, const StorageReport& report)
{
    nlohmann::ordered_json object = nlohmann::ordered_json::parse(json);
    object["storage"] = nlohmann::ordered_json::parse(storageToJson(report));
    return object.dump(2) + "\n";
}

}  // namespace mho::cli
