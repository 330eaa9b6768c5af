// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/study_table.h"

#include "core/base/units.h"
#include "core/explore/study_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>

namespace mho {
namespace {

constexpr std::string_view kSeed = "seed";

struct Column {
    const char* metric;
    const char* title;
    std::function<std::string(double)> text;
};

std::vector<Column> columnsOf(SweepMode mode)
{
    // Whole numbers whose mean need not be one.
    const auto count = [](double value) { return value == std::floor(value) ? countText(static_cast<std::int64_t>(value)) : fmt::format("{:.1f}", value); };
    std::vector<Column> columns{{"ratio", "ratio", ratioText},
                                {"crossbars", "crossbars", count},
                                {"adc-bits", "ADC bits", count},
                                {"energy", "energy", [](double value) { return quantityText(value, "J"); }}};
    if (mode == SweepMode::Run) {
        columns.push_back({"accuracy", "test accuracy", [](double value) { return fmt::format("{:.2f} %", value); }});
    }
    return columns;
}

std::string meanText(const std::vector<double>& values, const std::function<std::string(double)>& text)
{
    if (values.empty()) {
        return "-";
    }
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const std::string mean = text(std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()));
    return *least == *most ? mean : fmt::format("{} ({} to {})", mean, text(*least), text(*most));
}

}  // namespace

std::vector<double> SeedGroup::values(const StudyContent& study, std::string_view metric) const
{
    std::vector<double> values;
    for (const std::size_t at : points) {
        if (const auto value = studyMetric(metric).value(study.points[at].resultJson, study.mode)) {
            values.push_back(*value);
        }
    }
    return values;
}

std::vector<SeedGroup> seedGroups(const StudyContent& study)
{
    std::vector<SeedGroup> groups;
    std::vector<std::set<std::string>> seeds;     // of each group, all
    std::vector<std::set<std::string>> finished;  // and those with a finished point
    for (std::size_t at = 0; at < study.points.size(); ++at) {
        std::vector<SweepSetting> settings = study.points[at].settings;
        std::string seed;
        std::erase_if(settings, [&](const SweepSetting& setting) {
            seed = setting.field == kSeed ? setting.value : seed;
            return setting.field == kSeed;
        });
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const SeedGroup& group) { return group.settings == settings; });
        SeedGroup& group = found != groups.end() ? *found : groups.emplace_back();
        group.settings = std::move(settings);
        const auto place = static_cast<std::size_t>(&group - groups.data());
        seeds.resize(groups.size());
        finished.resize(groups.size());
        seeds[place].insert(seed);
        group.seeds = seeds[place].size();
        if (study.points[at].state == PointState::Done && finished[place].insert(seed).second) {
            group.points.push_back(at);
        }
    }
    return groups;
}

Table studyTable(const StudyContent& study)
{
    Table table;
    table.columns = {{"settings", Align::Left}, {"seeds", Align::Right}};
    const std::vector<Column> columns = columnsOf(study.mode);
    for (const Column& column : columns) {
        table.columns.push_back({column.title, Align::Right});
    }
    for (const SeedGroup& group : seedGroups(study)) {
        const std::size_t done = group.points.size();
        std::vector<std::string> row{settingsText(group.settings),
                                     done == group.seeds ? std::to_string(done) : fmt::format("{} of {}", done, group.seeds)};
        for (const Column& column : columns) {
            row.push_back(meanText(group.values(study, column.metric), column.text));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace mho
