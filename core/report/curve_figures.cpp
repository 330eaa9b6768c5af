// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/explore/study_metrics.h"
#include "core/report/report_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mho {
namespace {

std::vector<double> itemsOf(const std::vector<CostItem>& items, double CostItem::*member)
{
    std::vector<double> values;
    for (const CostItem& item : items) {
        values.push_back(item.*member);
    }
    return values;
}

std::vector<CostItem> layersOf(const CostReport& report)
{
    std::vector<CostItem> items;
    for (const LayerCost& layer : report.layers) {
        items.push_back(layer.total);
    }
    return items;
}

double largestOf(const BarFigure& figure)
{
    double largest = 0.0;
    for (const BarFigure::Series& series : figure.series) {
        for (const double value : series.values) {
            largest = std::max(largest, value);
        }
    }
    return largest;
}

double worst(Direction better, const std::vector<double>& values)
{
    return better == Direction::Minimise ? *std::max_element(values.begin(), values.end()) : *std::min_element(values.begin(), values.end());
}

/// Where points come from, each source a series of its own.
constexpr std::array<std::pair<DesignOrigin, const char*>, 2> kOrigins{{{DesignOrigin::Preview, MHO_TEXT("Projected at once")}, {DesignOrigin::Run, MHO_TEXT("Run")}}};

}  // namespace

ReportFigure breakdownFigure(const DesignDetail& detail, BreakdownBy by, std::string_view quantity)
{
    struct Quantity {
        std::string_view name;
        const char* title;
        const char* unit;
        double CostItem::*member;
        bool stated;
    };
    const std::array<Quantity, 3> quantities{{{"energy", MHO_TEXT("Energy of an inference"), "J", &CostItem::energyJ, detail.cost.timeStated && detail.costDense.timeStated},
                                              {"power", MHO_TEXT("Power"), "W", &CostItem::powerW, detail.cost.powerStated && detail.costDense.powerStated},
                                              {"area", MHO_TEXT("Area"), "mm2", &CostItem::areaMm2, true}}};
    const auto found = std::find_if(quantities.begin(), quantities.end(), [&](const Quantity& one) { return one.name == quantity; });
    if (found == quantities.end()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("There is no quantity \"%1\"; there are: energy, power, area"), {std::string(quantity)});
    }
    if (!found->stated) {
        throw Error(ErrorCode::Unsupported, MHO_TEXT("The preset %1 states no times, so its %2 is not known; choose the area or another preset"),
                    {detail.mapped.hardware.preset, std::string(quantity)});
    }
    const bool components = by == BreakdownBy::Component;
    BarFigure figure;
    figure.categoryTitle = components ? MHO_TEXT("Component") : MHO_TEXT("Layer");
    if (components) {
        figure.categories = detail.cost.components;
    } else {
        for (const LayerCost& layer : detail.cost.layers) {
            figure.categories.push_back(layer.name);
        }
    }
    figure.series = {{MHO_TEXT("dense"), itemsOf(components ? detail.costDense.perComponent : layersOf(detail.costDense), found->member)},
                     {MHO_TEXT("compressed"), itemsOf(components ? detail.cost.perComponent : layersOf(detail.cost), found->member)}};
    figure.value = figureAxis(found->title, found->unit, largestOf(figure));
    const char* what = components ? "components" : "layers";
    ReportFigure result;
    result.key = fmt::format("{}-by-{}", quantity, components ? "component" : "layer");
    result.title = phrase(components ? MHO_TEXT("%1 by components") : MHO_TEXT("%1 by layers"), found->title);
    result.caption = fmt::format("{} by {}, the dense network beside the compressed one.", found->title, what);
    result.content = std::move(figure);
    return result;
}

std::optional<ReportFigure> convergenceFigure(const std::vector<EpochMetric>& metrics)
{
    XyFigure figure;
    figure.x = figureAxis(MHO_TEXT("Epoch of the run"), "", 0.0);
    figure.x.whole = true;
    figure.y = figureAxis(MHO_TEXT("Residual"), "", 0.0);
    figure.y.logarithmic = true;
    const auto add = [&](const Phrase& name, double epoch, double residual) {
        // A residual of exactly 0 has no place on a logarithmic axis; the data file of the run keeps it.
        if (!(residual > 0.0)) {
            return;
        }
        auto series = std::find_if(figure.series.begin(), figure.series.end(), [&](const XyFigure::Series& one) { return one.name == name; });
        if (series == figure.series.end()) {
            series = figure.series.insert(series, XyFigure::Series{name, XyFigure::Kind::Line, {}, {}, {}});
        }
        series->x.push_back(epoch);
        series->y.push_back(residual);
    };
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        add(phrase(MHO_TEXT("%1, primal"), metrics[i].stage), static_cast<double>(i + 1), metrics[i].primalResidual);
        add(phrase(MHO_TEXT("%1, dual"), metrics[i].stage), static_cast<double>(i + 1), metrics[i].dualResidual);
    }
    if (figure.series.empty()) {
        return std::nullopt;
    }
    ReportFigure result;
    result.key = "convergence";
    result.title = MHO_TEXT("Convergence");
    result.caption = "Residuals of ADMM after each round: primal ||W - Z|| / ||W||, dual ||Z - Z before|| / ||Z||, over all constrained layers.";
    result.content = std::move(figure);
    return result;
}

std::optional<double> pointMetric(const DesignPoint& point, std::string_view metric)
{
    const DesignFigures& figures = point.figures;
    const auto number = [](std::int64_t count) { return static_cast<double>(count); };
    if (metric == "ratio") {
        return figures.weightsKept > 0 ? std::optional<double>(number(figures.weights) / number(figures.weightsKept)) : std::nullopt;
    }
    if (metric == "crossbars") {
        return number(figures.crossbars);
    }
    if (metric == "adc-bits") {
        return static_cast<double>(figures.adcBits);
    }
    if (metric == "area") {
        return figures.areaMm2;
    }
    if (metric == "energy") {
        return figures.energyJ;
    }
    if (metric == "power") {
        return figures.powerW;
    }
    if (metric == "latency") {
        return figures.latencyS;
    }
    if (metric == "throughput") {
        return figures.throughputPerS;
    }
    // Accuracies of other kinds are on other images or foretold: they are no points of one front.
    return metric == "accuracy" && point.accuracy.kind == AccuracyKind::Measured ? point.accuracy.percent : std::nullopt;
}

std::optional<ReportFigure> paretoFigure(const std::vector<DesignPoint>& points, std::string_view x, std::string_view y)
{
    const StudyMetric& across = studyMetric(x);
    const StudyMetric& up = studyMetric(y);
    std::vector<std::vector<double>> values;
    XyFigure figure;
    double mostX = 0.0;
    double mostY = 0.0;
    for (const auto& [origin, name] : kOrigins) {
        XyFigure::Series series{name, XyFigure::Kind::Points, {}, {}, {}};
        for (const DesignPoint& point : points) {
            const auto first = pointMetric(point, x);
            const auto second = pointMetric(point, y);
            if (point.origin == origin && first && second) {
                series.x.push_back(*first);
                series.y.push_back(*second);
                series.labels.push_back(point.name);
                values.push_back({*first, *second});
                mostX = std::max(mostX, *first);
                mostY = std::max(mostY, *second);
            }
        }
        if (!series.x.empty()) {
            figure.series.push_back(std::move(series));
        }
    }
    if (values.size() < 2) {
        return std::nullopt;
    }
    const std::array<Direction, 2> directions{across.better, up.better};
    std::vector<std::size_t> front = paretoFront(values, directions);
    std::stable_sort(front.begin(), front.end(), [&](std::size_t a, std::size_t b) {
        return across.better == Direction::Minimise ? values[a][0] < values[b][0] : values[a][0] > values[b][0];
    });
    // The edge of what the front attains, to the worst values there are.
    std::vector<double> allX;
    std::vector<double> allY;
    for (const std::vector<double>& value : values) {
        allX.push_back(value[0]);
        allY.push_back(value[1]);
    }
    XyFigure::Series edge{MHO_TEXT("Front"), XyFigure::Kind::Stairs, {values[front.front()][0]}, {worst(up.better, allY)}, {}};
    for (std::size_t i = 0; i < front.size(); ++i) {
        if (i > 0) {
            edge.x.push_back(values[front[i]][0]);
            edge.y.push_back(values[front[i - 1]][1]);
        }
        edge.x.push_back(values[front[i]][0]);
        edge.y.push_back(values[front[i]][1]);
    }
    edge.x.push_back(worst(across.better, allX));
    edge.y.push_back(values[front.back()][1]);
    figure.series.push_back(std::move(edge));
    figure.x = figureAxis(std::string(across.title), across.unit, mostX);
    figure.y = figureAxis(std::string(up.title), up.unit, mostY);
    ReportFigure result;
    result.key = fmt::format("pareto-{}-{}", x, y);
    result.title = MHO_TEXT("Designs compared");
    result.caption = fmt::format("Designs by {} and {}; the line is the edge of what the front attains.", across.title, up.title);
    result.content = std::move(figure);
    return result;
}

std::optional<ReportFigure> sensitivityFigure(const SensitivityTable& table)
{
    XyFigure figure;
    figure.x = figureAxis(MHO_TEXT("Weights / weights kept"), "", 0.0);
    figure.x.logarithmic = true;
    figure.y = figureAxis(MHO_TEXT("Accuracy lost"), "points", 100.0);
    for (const SensitivityUnit& unit : table.units) {
        XyFigure::Series series;
        std::string layers;
        for (const std::string& layer : unit.layers) {
            layers += (layers.empty() ? "" : ", ") + layer;
        }
        series.name = layers;
        for (const SensitivityPoint& point : unit.ratios) {
            series.x.push_back(point.ratio);
            series.y.push_back(table.top1Percent - point.top1Percent);
        }
        if (!series.x.empty()) {
            figure.series.push_back(std::move(series));
        }
    }
    if (figure.series.empty()) {
        return std::nullopt;
    }
    ReportFigure result;
    result.key = "sensitivity";
    result.title = MHO_TEXT("Sensitivity of layers");
    const std::int64_t recovery = table.options.recoveryImages;
    result.caption = fmt::format("Accuracy lost when one layer alone is pruned, {}, on {} held-out training images.",
                                 recovery > 0 ? fmt::format("after a pass of training over {} images", recovery) : "without training",
                                 table.options.images);
    result.content = std::move(figure);
    return result;
}

}  // namespace mho
