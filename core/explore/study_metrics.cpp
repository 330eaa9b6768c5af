// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/study_metrics.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mho {
namespace {

constexpr std::string_view kEachLayer = "/layers/*";

std::optional<double> numberAt(const nlohmann::json& json, std::string_view pointer)
{
    if (pointer.starts_with(kEachLayer)) {
        std::optional<double> most;
        for (const nlohmann::json& layer : json.value("layers", nlohmann::json::array())) {
            if (const auto number = numberAt(layer, pointer.substr(kEachLayer.size()))) {
                most = std::max(most.value_or(*number), *number);
            }
        }
        return most;
    }
    const nlohmann::json::json_pointer at{std::string(pointer)};
    if (pointer.empty() || !json.contains(at) || !json.at(at).is_number()) {
        return std::nullopt;
    }
    return json.at(at).get<double>();
}

}  // namespace

std::optional<double> StudyMetric::value(const std::string& resultJson, SweepMode mode) const
{
    const nlohmann::json json = nlohmann::json::parse(resultJson, nullptr, false);
    if (!json.is_object()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("A point's result is no JSON object"), {}, std::string(name));
    }
    if (mode == SweepMode::Preview) {
        return numberAt(json, preview);
    }
    for (const std::string_view pointer : run) {
        if (const auto number = numberAt(json, pointer)) {
            return number;
        }
    }
    return std::nullopt;
}

const std::vector<StudyMetric>& studyMetrics()
{
    static const std::vector<StudyMetric> metrics{
        {"ratio", MHO_TEXT("Weights / weights kept"), "", Direction::Maximise, "/ratio_all", {"/compression/ratio_all"}},
        {"crossbars", MHO_TEXT("Crossbars"), "", Direction::Minimise, "/compressed/crossbars", {"/cost/compressed/crossbars"}},
        {"energy", MHO_TEXT("Energy of an inference"), "J", Direction::Minimise, "/compressed/energy_J", {"/cost/compressed/energy_per_inference_J"}},
        {"power", MHO_TEXT("Power"), "W", Direction::Minimise, "/compressed/power_W", {"/cost/compressed/power_W"}},
        {"area", MHO_TEXT("Area"), "mm2", Direction::Minimise, "/compressed/area_mm2", {"/cost/compressed/area_mm2"}},
        {"latency", MHO_TEXT("Latency"), "s", Direction::Minimise, "/compressed/latency_s", {"/cost/compressed/latency_s"}},
        {"throughput", MHO_TEXT("Inferences per second"), "1/s", Direction::Maximise, "/compressed/throughput_per_s", {"/cost/compressed/throughput_inferences_per_s"}},
        {"adc-bits", MHO_TEXT("ADC bits, most of all layers"), "bits", Direction::Minimise, "/compressed/adc_bits", {"/layers/*/adc_bits/compressed"}},
        {"accuracy", MHO_TEXT("Test accuracy"), "%", Direction::Maximise, "", {"/accuracy/quantized", "/accuracy/pruned"}},
    };
    return metrics;
}

const StudyMetric& studyMetric(std::string_view name)
{
    const std::vector<StudyMetric>& all = studyMetrics();
    const auto found = std::find_if(all.begin(), all.end(), [&](const StudyMetric& metric) { return metric.name == name; });
    if (found != all.end()) {
        return *found;
    }
    std::string names;
    for (const StudyMetric& metric : all) {
        names += (names.empty() ? "" : ", ") + std::string(metric.name);
    }
    throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no metric \"%1\"; choose one of %2"), {std::string(name), names}, "metric");
}

}  // namespace mho
