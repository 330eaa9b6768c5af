// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"
#include "core/report/report_writers.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

Json axisJson(const FigureAxis& axis)
{
    return {{"title", axis.title}, {"unit", axis.unit}, {"logarithmic", axis.logarithmic}};
}

Json contentJson(const HeatFigure& figure)
{
    Json values = Json::array();
    for (std::int64_t row = 0; row < figure.rows; ++row) {
        Json line = Json::array();
        for (std::int64_t column = 0; column < figure.columns; ++column) {
            const float value = figure.values[static_cast<std::size_t>(row * figure.columns + column)];
            line.push_back(std::isnan(value) ? Json() : Json(static_cast<double>(value)));
        }
        values.push_back(std::move(line));
    }
    return {{"kind", "matrix"},          {"rows", figure.rowTitle},          {"columns", figure.columnTitle}, {"value", axisJson(figure.value)},
            {"null", figure.emptyTitle}, {"row_step", figure.rowStep},       {"column_step", figure.columnStep},
            {"values", std::move(values)}};
}

Json contentJson(const BarFigure& figure)
{
    Json series = Json::array();
    for (const BarFigure::Series& one : figure.series) {
        series.push_back({{"name", one.name}, {"values", one.values}});
    }
    return {{"kind", "bars"}, {"value", axisJson(figure.value)}, {"categories", figure.categories}, {"series", std::move(series)}};
}

Json contentJson(const HistogramFigure& figure)
{
    return {{"kind", "histogram"}, {"value", axisJson(figure.value)}, {"low", figure.low}, {"high", figure.high}, {"counts", figure.counts}, {"levels", figure.marks}};
}

Json contentJson(const XyFigure& figure)
{
    Json series = Json::array();
    for (const XyFigure::Series& one : figure.series) {
        const char* kind = one.kind == XyFigure::Kind::Line ? "line" : one.kind == XyFigure::Kind::Points ? "points" : "edge";
        series.push_back({{"name", one.name}, {"kind", kind}, {"x", one.x}, {"y", one.y}, {"labels", one.labels}});
    }
    return {{"kind", "curves"}, {"x", axisJson(figure.x)}, {"y", axisJson(figure.y)}, {"series", std::move(series)}};
}

Json blockJson(const ReportText& text)
{
    return {{"text", text.text}};
}

/// Numbers as numbers, words as words, what is not known as null.
Json blockJson(const ReportTable& table)
{
    Json columns = Json::array();
    for (const ReportColumn& column : table.columns) {
        columns.push_back({{"key", column.key}, {"title", column.title}, {"unit", column.unit}});
    }
    Json rows = Json::array();
    for (const std::vector<ReportCell>& row : table.rows) {
        Json line = Json::array();
        for (const ReportCell& cell : row) {
            line.push_back(cell.value ? Json(*cell.value) : cell.text == "-" ? Json() : Json(cell.text));
        }
        rows.push_back(std::move(line));
    }
    return {{"table", table.key}, {"caption", table.caption}, {"columns", std::move(columns)}, {"rows", std::move(rows)}, {"last_row_is_total", table.lastRowIsTotal}};
}

Json blockJson(const ReportFigure& figure)
{
    Json json{{"figure", figure.key}, {"caption", figure.caption}};
    json.update(std::visit([](const auto& content) { return contentJson(content); }, figure.content));
    return json;
}

}  // namespace

std::string reportJson(const DesignReport& report)
{
    Json sections = Json::array();
    for (const ReportSection& section : report.sections) {
        Json blocks = Json::array();
        for (const ReportBlock& block : section.blocks) {
            blocks.push_back(std::visit([](const auto& one) { return blockJson(one); }, block));
        }
        sections.push_back({{"key", section.key}, {"title", section.title}, {"blocks", std::move(blocks)}});
    }
    Json references = Json::array();
    for (const Reference& reference : report.references) {
        references.push_back({{"key", reference.key}, {"text", reference.text()}, {"bibtex", reference.bibTex()}});
    }
    const Json json{{"tool", {{"version", kVersion}}}, {"title", report.title},           {"subtitle", report.subtitle},
                    {"date", report.date},             {"sections", std::move(sections)}, {"references", std::move(references)}};
    return json.dump(1) + "\n";
}

}  // namespace mho
