// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/break_even_report.h"

#include "core/base/units.h"
#include "core/base/version.h"
#include "core/run/recipe.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

const char* decisionName(BreakEvenDecision decision)
{
    switch (decision) {
        case BreakEvenDecision::AsAsked:
            return "as_asked";
        case BreakEvenDecision::Pushed:
            return "pushed";
        case BreakEvenDecision::LeftDense:
            return "left_dense";
        case BreakEvenDecision::NotMoved:
            return "not_moved";
    }
    return "";
}

double quotient(std::int64_t a, std::int64_t b)
{
    return static_cast<double>(a) / static_cast<double>(b);
}

Json atRatioJson(const BreakEvenLayer& layer, const LayerAtRatio& at)
{
    return {{"weights_kept", at.kept},
            {"ratio", layer.ratio(at)},
            {"time_s", at.seconds},
            {"speed_up", layer.speedUp(at)},
            {"weight_bits", at.storage.weightBits},
            {"index_bits", at.storage.indexBits}};
}

Json layerJson(const BreakEvenLayer& layer)
{
    Json breakEven{{"weights_kept", nullptr}, {"ratio", nullptr}};
    if (layer.keptBreakEven) {
        breakEven = {{"weights_kept", *layer.keptBreakEven}, {"ratio", layer.ratio(*layer.keptBreakEven)}};
    }
    return {{"name", layer.layer},
            {"convolution", layer.convolution},
            {"decision", decisionName(layer.decision)},
            {"weights", layer.weights},
            {"break_even", std::move(breakEven)},
            {"least_weights_kept", layer.keptLeast},
            {"dense", atRatioJson(layer, layer.dense)},
            {"asked", atRatioJson(layer, layer.asked)},
            {"new", atRatioJson(layer, layer.now)}};
}

Json totalsJson(const BreakEvenTotals& totals, const BreakEvenTotals& dense)
{
    return {{"weights_kept", totals.kept},
            {"ratio", quotient(dense.kept, totals.kept)},
            {"operations_kept", totals.operations},
            {"time_s", totals.seconds},
            {"weight_bits", totals.storage.weightBits},
            {"index_bits", totals.storage.indexBits},
            {"speed_up", dense.seconds / totals.seconds}};
}

}  // namespace

std::string decisionText(const BreakEvenLayer& layer)
{
    switch (layer.decision) {
        case BreakEvenDecision::AsAsked:
            return "as asked";
        case BreakEvenDecision::Pushed:
            return fmt::format("pushed from {}", ratioText(layer.ratio(layer.asked)));
        case BreakEvenDecision::LeftDense:
            return layer.keptBreakEven ? fmt::format("left dense: pays from {}", ratioText(layer.ratio(*layer.keptBreakEven)))
                                       : "left dense: never pays";
        case BreakEvenDecision::NotMoved:
            return layer.asked.kept == layer.weights ? "dense as asked" : "no ratio to move";
    }
    return "";
}

Table breakEvenPlanTable(const BreakEvenPlan& plan)
{
    Table table;
    table.columns = {{"Layer", Align::Left},         {"Weights", Align::Right},    {"Asked", Align::Right},
                     {"Speed-up", Align::Right},     {"Break-even", Align::Right}, {"New", Align::Right},
                     {"New speed-up", Align::Right}, {"Decision", Align::Left}};
    for (const BreakEvenLayer& layer : plan.layers) {
        const bool movable = layer.decision != BreakEvenDecision::NotMoved;
        table.rows.push_back({layer.layer, countText(layer.weights), ratioText(layer.ratio(layer.asked)),
                              ratioText(layer.speedUp(layer.asked)),
                              !movable              ? "-"
                              : layer.keptBreakEven ? ratioText(layer.ratio(*layer.keptBreakEven))
                                                    : "never",
                              ratioText(layer.ratio(layer.now)), ratioText(layer.speedUp(layer.now)), decisionText(layer)});
    }
    const BreakEvenTotals dense = plan.totals(&BreakEvenLayer::dense);
    const BreakEvenTotals asked = plan.totals(&BreakEvenLayer::asked);
    const BreakEvenTotals now = plan.totals(&BreakEvenLayer::now);
    table.rows.push_back({"Total", countText(dense.kept), ratioText(quotient(dense.kept, asked.kept)),
                          ratioText(dense.seconds / asked.seconds), "", ratioText(quotient(dense.kept, now.kept)),
                          ratioText(dense.seconds / now.seconds), ""});
    table.lastRowIsTotal = true;
    return table;
}

Table breakEvenTotalsTable(const BreakEvenPlan& plan)
{
    Table table;
    table.columns = {{"Plan", Align::Left},        {"Weights kept", Align::Right}, {"Ratio", Align::Right},
                     {"Operations", Align::Right}, {"Time", Align::Right},         {"Speed-up", Align::Right},
                     {"Storage", Align::Right},    {"With index", Align::Right}};
    const BreakEvenTotals dense = plan.totals(&BreakEvenLayer::dense);
    const auto row = [&](const char* name, const BreakEvenTotals& totals) {
        table.rows.push_back(
            {name, countText(totals.kept), ratioText(quotient(dense.kept, totals.kept)),
             quantityText(static_cast<double>(totals.operations), "op"), quantityText(totals.seconds, "s"),
             ratioText(dense.seconds / totals.seconds), quantityText(static_cast<double>(totals.storage.weightBits) / 8.0, "B"),
             quantityText(static_cast<double>(totals.storage.weightBits + totals.storage.indexBits) / 8.0, "B")});
    };
    row("dense", dense);
    row("asked", plan.totals(&BreakEvenLayer::asked));
    row("new", plan.totals(&BreakEvenLayer::now));
    return table;
}

std::string breakEvenPlanToJson(const BreakEvenPlan& plan)
{
    Json layers = Json::array();
    for (const BreakEvenLayer& layer : plan.layers) {
        layers.push_back(layerJson(layer));
    }
    const BreakEvenTotals dense = plan.totals(&BreakEvenLayer::dense);
    const Json json{{"tool", {{"version", kVersion}}},
                    {"network", plan.network},
                    {"engine", {{"name", plan.engine}, {"constants_sha256", plan.constantsSha256}}},
                    {"options",
                     {{"budget", keptBudgetName(plan.options.budget)},
                      {"most_ratio", plan.options.mostRatio ? Json(*plan.options.mostRatio) : Json(nullptr)},
                      {"convolutions_first", plan.options.convolutionsFirst},
                      {"least_speed_up", plan.options.leastSpeedUp}}},
                    {"rounds", plan.rounds},
                    {"masks_are_guesses", plan.masksAreGuesses},
                    {"dense", totalsJson(dense, dense)},
                    {"asked", totalsJson(plan.totals(&BreakEvenLayer::asked), dense)},
                    {"new", totalsJson(plan.totals(&BreakEvenLayer::now), dense)},
                    {"layers", std::move(layers)},
                    {"plan", Json::parse(planToJson(plan.plan))}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mho
