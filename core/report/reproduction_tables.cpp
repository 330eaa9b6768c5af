// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reproduction_tables.h"

#include "core/report/measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace mho {
namespace {

constexpr const char* kNone = "-";

std::string textOf(const Measure& measure, const std::optional<double>& value)
{
    return value ? measure.text(*value) : kNone;
}

std::string textOf(const std::string& measure, const std::optional<double>& value)
{
    return textOf(findMeasure(measure), value);
}

/// "99.15 % (99.17 %)": ours, and the paper's in brackets.
std::string pairText(const ReproducedRow& row, const std::string& measure)
{
    const auto published = row.published(measure);
    const std::string ours = textOf(measure, row.value(measure));
    return published ? fmt::format("{} ({})", ours, textOf(measure, published)) : ours;
}

std::string barText(const Bar& bar)
{
    const Measure& measure = findMeasure(bar.measure);
    const std::string slack = bar.slack > 0.0 ? fmt::format(" - {:.2f}", bar.slack) : std::string();
    switch (bar.kind) {
        case Bar::Kind::AtLeast:
            return "at least " + measure.text(bar.value) + slack;
        case Bar::Kind::AtMost:
            return "at most " +
                   (measure.kind == Measure::Kind::Points ? fmt::format("{:.2f}", bar.value) : measure.text(bar.value)) +
                   (bar.slack > 0.0 ? fmt::format(" + {:.2f}", bar.slack) : std::string()) +
                   (bar.threads > 0 ? fmt::format(" with {} threads", bar.threads) : std::string());
        case Bar::Kind::Above:
            return "above " + bar.row + slack;
    }
    return {};
}

std::string metText(const std::optional<bool>& met)
{
    return met ? (*met ? "met" : "**not met**") : "open";
}

bool isShown(const ReproducedRow& row, const Measure& measure)
{
    const std::string name(measure.name);
    const bool barred =
        std::any_of(row.row.bars.begin(), row.row.bars.end(), [&](const Bar& bar) { return bar.measure == name; });
    if (barred || row.published(name)) {
        return true;
    }
    // The count without shortcuts is another number only where there are such.
    if (name == "ratio_conv_plain") {
        return row.value(name) != row.value("ratio_conv");
    }
    return row.value(name).has_value();
}

/// "1 of 3 seeds"; "3 seeds" where there are as many as wanted.
std::string seedsText(const ReproducedRow& row)
{
    const auto seeds = static_cast<std::int64_t>(row.counting().size());
    return seeds < row.row.seeds ? fmt::format("{} of {} seeds", seeds, row.row.seeds)
                                 : fmt::format("{} seed{}", seeds, seeds == 1 ? "" : "s");
}

}  // namespace

std::string verdictText(const ReproducedRow& row, const std::vector<ReproducedRow>& rows)
{
    if (row.seeds.empty()) {
        return "not run";
    }
    std::string failed;
    std::string open;
    bool onAccuracy = false;
    for (const Bar& bar : row.row.bars) {
        const Measure& measure = findMeasure(bar.measure);
        onAccuracy = onAccuracy || measure.kind == Measure::Kind::Percent || measure.kind == Measure::Kind::Points;
        const std::optional<bool> met = isMet(bar, row, rows);
        if (!met) {
            open += (open.empty() ? "" : ", ") + bar.measure;
        } else if (!*met) {
            failed += (failed.empty() ? "" : ", ") + bar.measure;
        }
    }
    std::string text = fmt::format("{}, {}", !failed.empty() ? "**not met**" : open.empty() ? "met" : "open", seedsText(row));
    if (!failed.empty()) {
        text += ": " + failed + (open.empty() ? "" : "; open");
    }
    if (!open.empty()) {
        text += ": " + open;
    }
    if (!onAccuracy) {
        text += "; no bar on accuracy";
    }
    if (std::any_of(row.seeds.begin(), row.seeds.end(), [&](const SeedResult& seed) { return row.isOlder(seed); })) {
        text += "; older recipe";
    }
    return text;
}

Table reproductionSummary(const std::vector<ReproducedRow>& rows)
{
    Table table;
    table.columns = {{"Row"},
                     {"Ratio", Align::Right},
                     {"Original", Align::Right},
                     {"Pruned", Align::Right},
                     {"Quantised", Align::Right},
                     {"Lost, final against original", Align::Right},
                     {"Lost, quantised against pruned", Align::Right},
                     {"Seeds", Align::Right},
                     {"Bars"}};
    for (const ReproducedRow& row : rows) {
        table.rows.push_back({row.row.name, pairText(row, row.row.ratio), pairText(row, "original"), pairText(row, "pruned"),
                              pairText(row, "quantized"), pairText(row, "loss_original"), pairText(row, "loss_levels"),
                              fmt::format("{}", row.counting().size()), verdictText(row, rows)});
    }
    return table;
}

Table reproductionDetail(const ReproducedRow& row, const std::vector<ReproducedRow>& rows)
{
    Table table;
    table.columns = {{"Quantity"}, {"Published", Align::Right}, {"Ours", Align::Right}};
    for (const SeedResult& seed : row.seeds) {
        table.columns.push_back({fmt::format("Seed {}{}", seed.seed, row.isOlder(seed) ? ", older recipe" : ""), Align::Right});
    }
    table.columns.push_back({"Bar"});
    table.columns.push_back({"Met"});
    for (const Measure& measure : measures()) {
        if (!isShown(row, measure)) {
            continue;
        }
        const std::string name(measure.name);
        std::vector<std::string> cells{std::string(measure.title), textOf(measure, row.published(name)),
                                       textOf(measure, row.value(name))};
        for (const SeedResult& seed : row.seeds) {
            const auto found = seed.values.find(name);
            cells.push_back(found == seed.values.end() ? kNone : measure.text(found->second));
        }
        std::string bars;
        std::string met;
        for (const Bar& bar : row.row.bars) {
            if (bar.measure == name) {
                bars += (bars.empty() ? "" : "; ") + barText(bar);
                met += (met.empty() ? "" : "; ") + metText(isMet(bar, row, rows));
            }
        }
        cells.push_back(bars);
        cells.push_back(met);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace mho
