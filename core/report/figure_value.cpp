// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_value.h"

#include "core/base/units.h"

#include <fmt/format.h>

#include <cmath>

namespace mho {
namespace {

std::string nameWithUnit(const std::string& name, const FigureAxis& axis)
{
    return axis.unit.empty() ? name : fmt::format("{} ({})", name, axis.unit);
}

std::string rowsOf(const HeatFigure& figure)
{
    std::string text = fmt::format("{},{},{}\n", csvField(figure.rowTitle), csvField(figure.columnTitle),
                                   csvField(nameWithUnit(figure.value.title, figure.value)));
    for (std::int64_t row = 0; row < figure.rows; ++row) {
        for (std::int64_t column = 0; column < figure.columns; ++column) {
            const float value = figure.values[static_cast<std::size_t>(row * figure.columns + column)];
            text += fmt::format("{},{},{}\n", row * figure.rowStep, column * figure.columnStep,
                                std::isnan(value) ? std::string() : exactText(static_cast<double>(value)));
        }
    }
    return text;
}

std::string rowsOf(const BarFigure& figure)
{
    std::string text = csvField(figure.categoryTitle);
    for (const BarFigure::Series& series : figure.series) {
        text += "," + csvField(nameWithUnit(series.name, figure.value));
    }
    text += "\n";
    for (std::size_t i = 0; i < figure.categories.size(); ++i) {
        text += csvField(figure.categories[i]);
        for (const BarFigure::Series& series : figure.series) {
            text += "," + exactText(series.values[i]);
        }
        text += "\n";
    }
    return text;
}

std::string rowsOf(const HistogramFigure& figure)
{
    std::string text = fmt::format("{},{},{}\n", csvField(nameWithUnit(figure.value.title + " from", figure.value)),
                                   csvField(nameWithUnit(figure.value.title + " to", figure.value)), csvField(figure.countTitle));
    const auto bins = static_cast<double>(figure.counts.size());
    for (std::size_t i = 0; i < figure.counts.size(); ++i) {
        const auto edge = [&](std::size_t bin) { return figure.low + (figure.high - figure.low) * static_cast<double>(bin) / bins; };
        text += fmt::format("{},{},{}\n", exactText(edge(i)), exactText(edge(i + 1)), figure.counts[i]);
    }
    return text;
}

std::string rowsOf(const XyFigure& figure)
{
    std::string text =
        fmt::format("series,label,{},{}\n", csvField(nameWithUnit(figure.x.title, figure.x)), csvField(nameWithUnit(figure.y.title, figure.y)));
    for (const XyFigure::Series& series : figure.series) {
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            text += fmt::format("{},{},{},{}\n", csvField(series.name), csvField(series.labels.empty() ? std::string() : series.labels[i]),
                                exactText(series.x[i]), exactText(series.y[i]));
        }
    }
    return text;
}

}  // namespace

std::string FigureAxis::label() const
{
    return unitText.empty() ? title : fmt::format("{} ({})", title, unitText);
}

FigureAxis figureAxis(std::string title, std::string_view unit, double largest)
{
    FigureAxis axis{std::move(title), std::string(unit), 1.0, std::string(unit), false, false};
    if (unit == "mm2") {
        // As areaText().
        const bool small = largest > 0.0 && largest < 0.01;
        axis.factor = small ? 1e-6 : 1.0;
        axis.unitText = small ? "µm²" : "mm²";
    } else if (unit == "J" || unit == "W" || unit == "s" || unit == "S") {
        struct Prefix {
            double factor;
            const char* text;
        };
        constexpr Prefix kPrefixes[] = {{1e3, "k"}, {1.0, ""}, {1e-3, "m"}, {1e-6, "µ"}, {1e-9, "n"}, {1e-12, "p"}, {1e-15, "f"}};
        for (const Prefix& prefix : kPrefixes) {
            // A largest value of exactly 1 µS is written in µS although 1e-6 is no binary number.
            if (largest >= prefix.factor * (1.0 - 1e-9)) {
                axis.factor = prefix.factor;
                axis.unitText = prefix.text + std::string(unit);
                break;
            }
        }
    }
    return axis;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return quoted + "\"";
}

std::string figureCsv(const ReportFigure& figure)
{
    return std::visit([](const auto& content) { return rowsOf(content); }, figure.content);
}

}  // namespace mho
