// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/storage_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

Json ratioJson(double ratio)
{
    return std::isfinite(ratio) ? Json(ratio) : Json(nullptr);
}

Json sizesJson(const LayerStorage& storage)
{
    return {{"weights", storage.weights},      {"weights_kept", storage.kept},      {"entries", storage.entries},
            {"dense_bits", storage.denseBits}, {"weight_bits", storage.weightBits}, {"index_bits", storage.indexBitsTotal},
            {"scale_bits", storage.scaleBits}};
}

}  // namespace

std::string storageToJson(const StorageReport& report)
{
    Json layers = Json::array();
    for (const LayerStorage& storage : report.layers) {
        Json layer{{"name", storage.name},
                   {"encoding", nameOf(storage.encoding)},
                   {"bits_per_index", storage.encoding == IndexEncoding::Relative ? Json(storage.indexBits) : Json(nullptr)},
                   {"bits_per_weight", storage.valueBits},
                   {"bits_per_entry", storage.storedValueBits}};
        layer.update(sizesJson(storage));
        layers.push_back(std::move(layer));
    }
    Json json{{"encoding", nameOf(report.options.encoding)}, {"bits_per_index", report.options.indexBits}};
    json.update(sizesJson(report.total));
    json["ratio_with_index"] = ratioJson(report.ratioWithIndex());
    json["ratio_without_index"] = ratioJson(report.ratioWithoutIndex());
    json["layers"] = std::move(layers);
    return json.dump(2);
}

}  // namespace mho
