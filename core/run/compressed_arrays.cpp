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

std::string arrayName(std::string_view kind, const std::string& node)
{
    return fmt::format("{}/{}", kind, node);
}

std::string parameterName(const Parameter& parameter, const Node& node)
{
    return fmt::format("parameter/{}/{}", parameter.role, node.name);
}

std::vector<float> asFloats(const std::vector<std::uint8_t>& flags)
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

    const FloatArray* find(const std::string& name) const
    {
        const auto found = byName_.find(name);
        return found == byName_.end() ? nullptr : found->second;
    }

    const FloatArray& get(const std::string& name) const
    {
        if (const FloatArray* found = find(name)) {
            return *found;
        }
        throw Error(ErrorCode::BadFormat, MHO_TEXT("This array of the saved result is missing; run again"), {}, name);
    }

    const FloatArray& get(const std::string& name, std::int64_t size) const
    {
        const FloatArray& values = get(name);
        if (std::cmp_not_equal(values.size(), size)) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("This array of the saved result has %1 values instead of %2; run again"),
                        {fmt::format("{}", values.size()), fmt::format("{}", size)}, name);
        }
        return values;
    }

    std::vector<std::uint8_t> flags(const std::string& name, std::int64_t size) const
    {
        const FloatArray& values = get(name, size);
        if (!std::all_of(values.begin(), values.end(), [](float value) { return value == 0.0F || value == 1.0F; })) {
            throw Error(ErrorCode::BadFormat,
                        MHO_TEXT("This mask of the saved result has values other than 0 and 1; run again"), {}, name);
        }
        return {values.begin(), values.end()};
    }

private:
    std::map<std::string, const FloatArray*, std::less<>> byName_;
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
                network.setParameter(id, parameter.role, arrays.get(name, tensor.size()).tensor(tensor.shape()));
            }
        }
    }
    return network;
}

[[noreturn]] void refuseLevels(const std::string& layer, const char* what)
{
    throw Error(ErrorCode::BadFormat, MHO_TEXT("The levels of this layer in the saved result cannot be: %1; run again"), {what},
                arrayName("level_magnitudes", layer));
}

bool isWhole(float value, float low, float high)
{
    return value >= low && value <= high && value == std::floor(value);
}

/// Whole-number levels: each magnitude the float nearest to a multiple of 1 / steps, the largest multiple within `bits`.
bool areMultiples(const LevelSet& set)
{
    for (std::size_t i = 0; i < set.magnitudes.size(); ++i) {
        const std::int32_t multiple = set.multiple(i);
        if (multiple >= 1 << (set.bits - 1) ||
            static_cast<float>(multiple) / static_cast<float>(set.steps) != set.magnitudes[i]) {
            return false;
        }
    }
    return true;
}

LayerLevels levelsOf(const Arrays& arrays, const std::string& layer)
{
    constexpr float kMostBits = 17.0F;
    // Results of earlier versions have device levels only.
    const auto optional = [&](const char* kind, float standard) {
        const std::string array = arrayName(kind, layer);
        return arrays.find(array) != nullptr ? arrays.get(array, 1).front() : standard;
    };
    const float bits = arrays.get(arrayName("level_bits", layer), 1).front();
    const float storageBits = optional("level_storage_bits", bits);
    const float steps = optional("level_steps", 0.0F);
    if (!isWhole(bits, 1.0F, kMostBits) || !isWhole(storageBits, 1.0F, kMostBits) || !isWhole(steps, 0.0F, 65536.0F)) {
        refuseLevels(layer, "bits or steps are no whole numbers in their range");
    }
    LayerLevels levels;
    const FloatArray& saved = arrays.get(arrayName("level_magnitudes", layer));
    levels.set.magnitudes.assign(saved.begin(), saved.end());
    levels.set.bits = static_cast<int>(bits);
    levels.set.storageBits = storageBits == bits ? 0 : static_cast<int>(storageBits);
    levels.set.steps = static_cast<int>(steps);
    levels.scale = arrays.get(arrayName("level_scale", layer), 1).front();
    levels.zeroBelow = optional("level_zero_below", 0.0F);
    const std::vector<float>& magnitudes = levels.set.magnitudes;
    const auto notRising = [](float low, float high) { return !(low < high); };
    if (magnitudes.empty() || !(magnitudes.front() > 0.0F) || !(magnitudes.back() <= 1.0F) ||
        std::adjacent_find(magnitudes.begin(), magnitudes.end(), notRising) != magnitudes.end()) {
        refuseLevels(layer, "magnitudes do not rise within 0..1");
    }
    if (!std::isfinite(levels.scale) || !(levels.scale > 0.0F)) {
        refuseLevels(layer, "the scale is not above 0");
    }
    if (!(levels.zeroBelow >= 0.0F && levels.zeroBelow <= levels.scale * magnitudes.front())) {
        refuseLevels(layer, "zero reaches beyond the smallest level");
    }
    if (levels.codes() > std::int64_t{1} << levels.set.bitsInMemory()) {
        refuseLevels(layer, "there are more than the bits of a code tell apart");
    }
    if (!levels.set.isAnalog() && !areMultiples(levels.set)) {
        refuseLevels(layer, "a magnitude is no multiple of its step that fits the bits");
    }
    return levels;
}

}  // namespace

Checkpoint toArrays(const CompressedNetwork& network)
{
    Checkpoint result;
    result.stateJson = "{}";
    const auto put = [&](std::string name, FloatArray values) {
        result.arrays.push_back({std::move(name), std::move(values)});
    };
    if (network.network != nullptr) {
        for (const Node& node : network.network->nodes()) {
            for (const Parameter& parameter : node.parameters) {
                if (parameter.tensor.hasValues()) {
                    put(parameterName(parameter, node), FloatArray(parameter.tensor));
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
            put(arrayName("level_steps", name), {static_cast<float>(layer.levels->set.steps)});
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
