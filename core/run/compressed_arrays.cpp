// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/compressed_arrays.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace mho {
namespace {

using Values = std::vector<float>;

std::string arrayName(std::string_view kind, const std::string& node)
{
    return fmt::format("{}/{}", kind, node);
}

std::string parameterName(const Parameter& parameter, const Node& node)
{
    return fmt::format("parameter/{}/{}", parameter.role, node.name);
}

Values asFloats(const std::vector<std::uint8_t>& flags)
{
    return {flags.begin(), flags.end()};
}

/// Arrays by name with checks of what is read.
class Arrays {
public:
    explicit Arrays(const Checkpoint& checkpoint)
    {
        for (const Checkpoint::Array& array : checkpoint.arrays) {
            byName_[array.name] = &array.values;
        }
    }

    const Values* find(const std::string& name) const
    {
        const auto found = byName_.find(name);
        return found == byName_.end() ? nullptr : found->second;
    }

    const Values& get(const std::string& name) const
    {
        if (const Values* found = find(name)) {
            return *found;
        }
        throw Error(ErrorCode::BadFormat, MHO_TEXT("This array of the saved result is missing; run again"), {}, name);
    }

    const Values& get(const std::string& name, std::int64_t size) const
    {
        const Values& values = get(name);
        if (std::cmp_not_equal(values.size(), size)) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("This array of the saved result has %1 values instead of %2; run again"),
                        {fmt::format("{}", values.size()), fmt::format("{}", size)}, name);
        }
        return values;
    }

    std::vector<std::uint8_t> flags(const std::string& name, std::int64_t size) const
    {
        const Values& values = get(name, size);
        if (!std::all_of(values.begin(), values.end(), [](float value) { return value == 0.0F || value == 1.0F; })) {
            throw Error(ErrorCode::BadFormat,
                        MHO_TEXT("This mask of the saved result has values other than 0 and 1; run again"), {}, name);
        }
        return {values.begin(), values.end()};
    }

private:
    std::map<std::string, const Values*, std::less<>> byName_;
};

Network withValues(const Network& shape, const Arrays& arrays)
{
    Network network = shape;
    for (NodeId id = 0; id < shape.nodes().size(); ++id) {
        const Node& node = shape.nodes()[id];
        for (const Parameter& parameter : node.parameters) {
            const std::string name = parameterName(parameter, node);
            if (arrays.find(name) != nullptr) {
                const Tensor& tensor = parameter.tensor;
                network.setParameter(id, parameter.role, Tensor(tensor.shape(), Values(arrays.get(name, tensor.size()))));
            }
        }
    }
    return network;
}

LayerLevels levelsOf(const Arrays& arrays, const std::string& layer)
{
    const float bits = arrays.get(arrayName("level_bits", layer), 1).front();
    const float scale = arrays.get(arrayName("level_scale", layer), 1).front();
    const std::string name = arrayName("level_magnitudes", layer);
    const Values& magnitudes = arrays.get(name);
    const bool whole = bits >= 1.0F && bits <= 17.0F && bits == std::floor(bits);
    const bool complete = whole && !magnitudes.empty() && magnitudes.size() <= 65536U;
    const auto notRising = [](float low, float high) { return !(low < high); };
    if (!complete || !(magnitudes.front() > 0.0F) || !(magnitudes.back() <= 1.0F) || !std::isfinite(scale) || scale <= 0.0F ||
        std::adjacent_find(magnitudes.begin(), magnitudes.end(), notRising) != magnitudes.end()) {
        throw Error(
            ErrorCode::BadFormat,
            MHO_TEXT("The levels of this layer in the saved result are not ascending magnitudes in 0..1 with a scale above 0;"
                     " run again"),
            {}, name);
    }
    // Results of earlier versions have device levels only.
    const auto optional = [&](const char* kind, float standard) {
        const std::string array = arrayName(kind, layer);
        return arrays.find(array) != nullptr ? arrays.get(array, 1).front() : standard;
    };
    const float storageBits = optional("level_storage_bits", bits);
    const float zeroBelow = optional("level_zero_below", 0.0F);
    if (!(storageBits >= 1.0F && storageBits <= 17.0F && storageBits == std::floor(storageBits)) || !(zeroBelow >= 0.0F) || !std::isfinite(zeroBelow)) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The levels of this layer in the saved result have no sound storage bits or zero; run again"),
                    {}, layer);
    }
    return {LevelSet{magnitudes, static_cast<int>(bits), static_cast<int>(storageBits)}, scale, zeroBelow};
}

}  // namespace

Checkpoint toArrays(const CompressedNetwork& network)
{
    Checkpoint result;
    result.stateJson = "{}";
    const auto put = [&](std::string name, Values values) { result.arrays.push_back({std::move(name), std::move(values)}); };
    if (network.network != nullptr) {
        for (const Node& node : network.network->nodes()) {
            for (const Parameter& parameter : node.parameters) {
                if (parameter.tensor.hasValues()) {
                    const auto values = parameter.tensor.values();
                    put(parameterName(parameter, node), Values(values.begin(), values.end()));
                }
            }
        }
    }
    for (const CompressedLayer& layer : network.layers) {
        const std::string& name = layer.layer.name;
        put(arrayName("mask_rows", name), asFloats(layer.mask.rows));
        put(arrayName("mask_columns", name), asFloats(layer.mask.columns));
        if (!layer.mask.elements.empty()) {
            put(arrayName("mask_elements", name), asFloats(layer.mask.elements));
        }
        if (layer.levels) {
            put(arrayName("level_bits", name), {static_cast<float>(layer.levels->set.bits)});
            put(arrayName("level_storage_bits", name), {static_cast<float>(layer.levels->set.bitsInMemory())});
            put(arrayName("level_scale", name), {layer.levels->scale});
            put(arrayName("level_zero_below", name), {layer.levels->zeroBelow});
            put(arrayName("level_magnitudes", name), layer.levels->set.magnitudes);
        }
    }
    return result;
}

CompressedNetwork fromArrays(const Checkpoint& arrays, const Network& shape)
{
    const Arrays named(arrays);
    CompressedNetwork result;
    result.network = std::make_shared<const Network>(withValues(shape, named));
    std::vector<WeightLayer> layers = weightLayers(shape);
    for (WeightLayer& layer : layers) {
        CompressedLayer compressed;
        compressed.mask.rows = named.flags(arrayName("mask_rows", layer.name), layer.filters);
        compressed.mask.columns = named.flags(arrayName("mask_columns", layer.name), layer.columns);
        const std::string elements = arrayName("mask_elements", layer.name);
        if (named.find(elements) != nullptr) {
            compressed.mask.elements = named.flags(elements, layer.weights());
        }
        if (named.find(arrayName("level_bits", layer.name)) != nullptr) {
            compressed.levels = levelsOf(named, layer.name);
        }
        compressed.layer = std::move(layer);
        result.layers.push_back(std::move(compressed));
    }
    return result;
}

}  // namespace mho
