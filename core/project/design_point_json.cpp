// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/ordered_json.h"
#include "core/project/design_point.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kOrigins[] = {"preview", "run"};
constexpr const char* kKinds[] = {"none", "one-shot", "one-shot-estimated", "estimated", "measured"};

Json orNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

/// Takes fields out of one object and remembers all that is wrong with them.
class Fields {
public:
    Fields(const Json& json, std::string place, std::string& problems) : json_(json), place_(std::move(place)), problems_(problems) {}

    std::int64_t count(const char* key, std::int64_t most = std::numeric_limits<std::int64_t>::max())
    {
        const Json* value = find(key);
        if (value == nullptr || !value->is_number_integer() || *value < 0 || *value > most) {
            refuse(key, fmt::format("no whole number of 0..{}", most));
            return 0;
        }
        return value->get<std::int64_t>();
    }
    /// Finite and not below 0; null where that is allowed.
    std::optional<double> number(const char* key, bool mayBeNull, double most = std::numeric_limits<double>::max())
    {
        const Json* value = find(key);
        if (value != nullptr && mayBeNull && value->is_null()) {
            return std::nullopt;
        }
        if (value == nullptr || !value->is_number() || !(value->get<double>() >= 0.0) || !(value->get<double>() <= most)) {
            refuse(key, "no number of its range");
            return std::nullopt;
        }
        return value->get<double>();
    }
    std::string text(const char* key)
    {
        const Json* value = find(key);
        if (value == nullptr || !value->is_string()) {
            refuse(key, "no text");
            return {};
        }
        return value->get<std::string>();
    }
    bool flag(const char* key)
    {
        const Json* value = find(key);
        if (value == nullptr || !value->is_boolean()) {
            refuse(key, "neither true nor false");
            return false;
        }
        return value->get<bool>();
    }
    template <typename Choice, std::size_t count>
    Choice choice(const char* key, const char* const (&names)[count])
    {
        const std::string name = text(key);
        for (std::size_t i = 0; i < count; ++i) {
            if (name == names[i]) {
                return static_cast<Choice>(i);
            }
        }
        refuse(key, "none of its words");
        return {};
    }
    const Json& part(const char* key, bool list)
    {
        static const Json kEmpty = Json::object();
        const Json* value = find(key);
        if (value == nullptr || (list ? !value->is_array() : !value->is_object())) {
            refuse(key, list ? "no list" : "no object");
            return kEmpty;
        }
        return *value;
    }
    void refuse(const char* key, const std::string& what)
    {
        problems_ += fmt::format("{}{}{} is {}", problems_.empty() ? "" : "; ", place_, key, what);
    }

private:
    const Json* find(const char* key) const
    {
        const auto found = json_.is_object() ? json_.find(key) : json_.end();
        return found == json_.end() ? nullptr : &*found;
    }

    const Json& json_;
    std::string place_;
    std::string& problems_;
};

void readFigures(DesignFigures& figures, const Json& json, std::string& problems)
{
    Fields fields(json, "figures.", problems);
    figures.weights = fields.count("weights");
    figures.weightsKept = fields.count("weights_kept", figures.weights);
    figures.crossbars = fields.count("crossbars");
    figures.crossbarsDense = fields.count("crossbars_dense");
    figures.adcBits = static_cast<int>(fields.count("adc_bits", 64));
    figures.occupancy = fields.number("occupancy", false, 1.0).value_or(0.0);
    figures.areaMm2 = fields.number("area_mm2", false).value_or(0.0);
    figures.energyJ = fields.number("energy_J", true);
    figures.powerW = fields.number("power_W", true);
    figures.latencyS = fields.number("latency_s", true);
    figures.throughputPerS = fields.number("throughput_per_s", true);
}

}  // namespace

std::string designResultToJson(const DesignPoint& point)
{
    const DesignFigures& figures = point.figures;
    Json layers = Json::array();
    for (const LayerWeights& layer : point.layers) {
        layers.push_back({{"layer", layer.layer}, {"weights", layer.weights}, {"weights_kept", layer.kept}});
    }
    const Json json{
        {"origin", kOrigins[static_cast<std::size_t>(point.origin)]},
        {"network_hash", point.networkHash},
        {"masks_are_placeholders", point.masksArePlaceholders},
        {"recipe", point.recipe},
        {"seed", point.seed},
        {"stopped_early", point.stoppedEarly},
        {"accuracy", {{"kind", kKinds[static_cast<std::size_t>(point.accuracy.kind)]}, {"percent", orNull(point.accuracy.percent)}}},
        {"figures",
         {{"weights", figures.weights},
          {"weights_kept", figures.weightsKept},
          {"crossbars", figures.crossbars},
          {"crossbars_dense", figures.crossbarsDense},
          {"adc_bits", figures.adcBits},
          {"occupancy", figures.occupancy},
          {"area_mm2", figures.areaMm2},
          {"energy_J", orNull(figures.energyJ)},
          {"power_W", orNull(figures.powerW)},
          {"latency_s", orNull(figures.latencyS)},
          {"throughput_per_s", orNull(figures.throughputPerS)}}},
        {"layers", std::move(layers)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void readDesignResult(DesignPoint& point, std::string_view text, const std::string& where)
{
    const Json json = orderedJson(text, where);
    std::string problems;
    Fields fields(json, "", problems);
    point.origin = fields.choice<DesignOrigin>("origin", kOrigins);
    point.networkHash = fields.text("network_hash");
    point.masksArePlaceholders = fields.flag("masks_are_placeholders");
    point.recipe = fields.text("recipe");
    point.stoppedEarly = fields.flag("stopped_early");
    // Seeds use all 64 bits.
    if (json.is_object() && json.contains("seed") && json.at("seed").is_number_unsigned()) {
        json.at("seed").get_to(point.seed);
    } else {
        fields.refuse("seed", "no whole number");
    }
    Fields accuracy(fields.part("accuracy", false), "accuracy.", problems);
    point.accuracy.kind = accuracy.choice<AccuracyKind>("kind", kKinds);
    point.accuracy.percent = accuracy.number("percent", true, 100.0);
    if ((point.accuracy.kind == AccuracyKind::None) == point.accuracy.percent.has_value()) {
        accuracy.refuse("kind", "at odds with its percent");
    }
    readFigures(point.figures, fields.part("figures", false), problems);
    point.layers.clear();
    for (const Json& entry : fields.part("layers", true)) {
        Fields layer(entry, fmt::format("layers[{}].", point.layers.size()), problems);
        LayerWeights weights;
        weights.layer = layer.text("layer");
        weights.weights = layer.count("weights");
        weights.kept = layer.count("weights_kept", weights.weights);
        point.layers.push_back(std::move(weights));
    }
    if (!problems.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Not the result of a design point: %1"), {problems}, where);
    }
}

}  // namespace mho
