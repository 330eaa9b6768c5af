// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/front_report.h"

#include "core/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mho {
namespace {

std::string unitText(const StudyMetric& metric)
{
    return metric.unit.empty() ? std::string(metric.name) : fmt::format("{} ({})", metric.name, metric.unit);
}

}  // namespace

std::string frontText(const StudyContent& study, const StudyFront& front)
{
    Table table;
    table.columns = {{"point", Align::Right}, {"settings", Align::Left}};
    std::string product;
    for (const StudyMetric* metric : front.metrics) {
        table.columns.push_back({unitText(*metric), Align::Right});
        product += (product.empty() ? "" : " x ") + unitText(*metric);
    }
    table.columns.push_back({"", Align::Left});
    std::vector<std::size_t> order = front.front;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return front.values[a][0] < front.values[b][0]; });
    for (const std::size_t at : order) {
        std::vector<std::string> row{std::to_string(front.points[at]), settingsText(study.points[front.points[at]].settings)};
        for (const double value : front.values[at]) {
            row.push_back(fmt::format("{:.6g}", value));
        }
        row.push_back(front.knee == at ? "knee" : "");
        table.rows.push_back(std::move(row));
    }
    return fmt::format("{}\n{} of {} points are on the front; hypervolume {:.6g} ({}) up to {:.6g}\n", tableText(table), front.front.size(),
                       front.points.size(), front.hypervolume, product, fmt::join(front.reference, ", "));
}

std::string frontToJson(const StudyContent& study, const StudyFront& front)
{
    nlohmann::ordered_json json{{"study", study.name}, {"metrics", nlohmann::ordered_json::array()}, {"front", nlohmann::ordered_json::array()}};
    for (std::size_t i = 0; i < front.metrics.size(); ++i) {
        json["metrics"].push_back({{"name", front.metrics[i]->name},
                                   {"unit", front.metrics[i]->unit},
                                   {"better", front.metrics[i]->better == Direction::Minimise ? "less" : "more"},
                                   {"reference", front.reference[i]}});
    }
    for (const std::size_t at : front.front) {
        json["front"].push_back({{"point", front.points[at]}, {"values", front.values[at]}});
    }
    json["points"] = front.points.size();
    json["hypervolume"] = front.hypervolume;
    json["knee"] = front.knee ? nlohmann::ordered_json(front.points[*front.knee]) : nlohmann::ordered_json(nullptr);
    return json.dump(2) + "\n";
}

}  // namespace mho
