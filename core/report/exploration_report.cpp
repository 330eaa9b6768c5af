// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exploration_report.h"

#include "core/base/units.h"
#include "core/run/recipe.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace mho {
namespace {

constexpr const char* kNothing = "-";

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ", ") + part;
    }
    return text.empty() ? kNothing : text;
}

/// "conv1 and 9 more" for long units.
std::string unitName(const std::vector<std::string>& layers)
{
    constexpr std::size_t kShown = 2;
    return layers.size() <= kShown ? joined(layers) : fmt::format("{} and {} more", layers.front(), layers.size() - 1);
}

nlohmann::ordered_json foundJson(const FoundPlan& found, const AccuracyEstimator& estimator)
{
    const auto estimate = [](const AccuracyEstimate& value) {
        nlohmann::ordered_json json{{"top1_percent", value.top1Percent}, {"plans", value.samples}};
        json["error_points"] = value.errorPoints ? nlohmann::ordered_json(*value.errorPoints) : nlohmann::ordered_json(nullptr);
        return json;
    };
    nlohmann::ordered_json json{{"name", found.name},
                                {"meets_target", found.meets},
                                {"loss_rise", found.lossRise},
                                {"estimated_one_shot", estimate(estimator.oneShot(found.lossRise))},
                                {"crossbars", found.metrics.crossbars},
                                {"energy_J", found.metrics.energyJ},
                                {"area_mm2", found.metrics.areaMm2},
                                {"adc_bits", found.metrics.adcBits},
                                {"weights_kept", found.metrics.weightsKept},
                                {"plan", nlohmann::ordered_json::parse(planToJson(found.plan))}};
    if (const auto trained = estimator.trained(found.lossRise)) {
        json["estimated_trained"] = estimate(*trained);
    }
    return json;
}

}  // namespace

Table sensitivityTableOf(const SensitivityTable& table)
{
    Table result;
    result.columns = {{"layers", Align::Left}, {"moves", Align::Left}};
    std::set<int> bits;
    for (const SensitivityUnit& unit : table.units) {
        for (const SensitivityPoint& point : unit.bits) {
            bits.insert(point.levelBits);
        }
    }
    for (const double ratio : table.options.ratios) {
        result.columns.push_back({fmt::format("{:g}x", ratio), Align::Right});
    }
    for (const int bit : bits) {
        result.columns.push_back({fmt::format("{} bits", bit), Align::Right});
    }
    for (const SensitivityUnit& unit : table.units) {
        std::vector<std::string> row{unitName(unit.layers), joined(unit.kinds)};
        for (const double ratio : table.options.ratios) {
            // A rung gives at least the ratio asked for, up to whole groups: the first one that does is this column's.
            const auto found = std::find_if(unit.ratios.begin(), unit.ratios.end(), [&](const SensitivityPoint& point) {
                constexpr double kRounding = 1e-9;
                return point.ratio >= ratio * (1.0 - kRounding);
            });
            row.push_back(found != unit.ratios.end() ? fmt::format("{:+.3f}", found->meanLoss - table.meanLoss) : kNothing);
        }
        for (const int bit : bits) {
            const auto found = std::find_if(unit.bits.begin(), unit.bits.end(),
                                            [&](const SensitivityPoint& point) { return point.levelBits == bit; });
            row.push_back(found != unit.bits.end() ? fmt::format("{:+.3f}", found->meanLoss - table.meanLoss) : kNothing);
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

std::string estimatesText(const SensitivityTable& table, const std::vector<EstimateRecord>& records)
{
    Table result;
    result.columns = {{"recipe", Align::Left}, {"seed", Align::Right}, {"loss rise", Align::Right}, {"foretold", Align::Right}, {"measured", Align::Right}};
    for (const EstimateRecord& record : comparableRecords(records, table.key)) {
        result.rows.push_back({record.recipe, std::to_string(record.seed), fmt::format("{:.4f}", record.lossRise),
                               record.estimatedPercent ? fmt::format("{:.2f} %", *record.estimatedPercent) : kNothing,
                               fmt::format("{:.2f} %", record.measuredPercent)});
    }
    const EstimateQuality quality = estimateQuality(table, records);
    std::string text = fmt::format("{}\n{} runs of the newest schedule", tableText(result), quality.runs);
    if (quality.rankCorrelation) {
        text += fmt::format("; Spearman's rank correlation of loss rise and accuracy {:.3f}", *quality.rankCorrelation);
    }
    if (quality.errorPoints) {
        text += fmt::format("; root mean square error of the estimate, each run left out in turn, {:.2f} points", *quality.errorPoints);
    }
    return text + "\n";
}

std::string estimatesToJson(const SensitivityTable& table, const std::vector<EstimateRecord>& records)
{
    const EstimateQuality quality = estimateQuality(table, records);
    const auto orNull = [](const std::optional<double>& value) { return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr); };
    const nlohmann::ordered_json json{
        {"network", table.network},
        {"sensitivity", table.key},
        {"runs", nlohmann::ordered_json::parse(estimateRecordsToJson(comparableRecords(records, table.key)))},
        {"rank_correlation", orNull(quality.rankCorrelation)},
        {"error_points", orNull(quality.errorPoints)}};
    return json.dump(2) + "\n";
}

Table searchTable(const SearchResult& result, const AccuracyEstimator& estimator)
{
    Table table;
    table.columns = {{"plan", Align::Left},      {"meets", Align::Left},   {"loss rise", Align::Right},    {"crossbars", Align::Right},
                     {"energy", Align::Right},   {"area", Align::Right},   {"ADC bits", Align::Right},     {"weights kept", Align::Right},
                     {"one shot", Align::Left},  {"trained", Align::Left}};
    std::vector<const FoundPlan*> plans{&result.best};
    for (const FoundPlan& baseline : result.baselines) {
        plans.push_back(&baseline);
    }
    for (const FoundPlan* plan : plans) {
        const auto trained = estimator.trained(plan->lossRise);
        table.rows.push_back({plan->name, plan->meets ? "yes" : "no", fmt::format("{:.4f}", plan->lossRise), countText(plan->metrics.crossbars),
                              plan->metrics.energyJ > 0.0 ? quantityText(plan->metrics.energyJ, "J") : "not known",
                              areaText(plan->metrics.areaMm2), std::to_string(plan->metrics.adcBits), countText(plan->metrics.weightsKept),
                              estimateText(estimator.oneShot(plan->lossRise)), trained ? estimateText(*trained) : "no run known yet"});
    }
    return table;
}

Table searchLayersTable(const SearchSpace& space, const FoundPlan& plan)
{
    Table table;
    table.columns = {{"layers", Align::Left}, {"ratio", Align::Right}, {"level bits", Align::Right}, {"loss rise", Align::Right}};
    for (std::size_t at = 0; at < space.units.size(); ++at) {
        const UnitChoice& choice = space.units[at].choices[plan.choice[at]];
        std::vector<std::string> layers;
        for (const LayerPlan& layer : choice.layers) {
            layers.push_back(layer.layer);
        }
        const int bits = choice.layers.front().levelBits;
        table.rows.push_back({unitName(layers), ratioText(choice.ratio), bits > 0 ? std::to_string(bits) : "float",
                              fmt::format("{:.4f}", choice.lossRise)});
    }
    return table;
}

std::string searchToJson(const SearchResult& result, const SearchTarget& target, const AccuracyEstimator& estimator)
{
    nlohmann::ordered_json asked{{"metric", searchMetricName(target.metric)}};
    if (target.mostLossRise) {
        asked["most_loss_rise"] = *target.mostLossRise;
    } else {
        asked["most_metric"] = *target.mostMetric;
    }
    nlohmann::ordered_json json{{"network", estimator.table().network},
                                {"sensitivity", estimator.table().key},
                                {"target", std::move(asked)},
                                {"exact", result.exact},
                                {"plans_priced", result.evaluations},
                                {"best", foundJson(result.best, estimator)},
                                {"baselines", nlohmann::ordered_json::array()}};
    for (const FoundPlan& baseline : result.baselines) {
        json["baselines"].push_back(foundJson(baseline, estimator));
    }
    return json.dump(2) + "\n";
}

}  // namespace mho
