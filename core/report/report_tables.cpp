// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_tables.h"

#include "core/base/units.h"

#include <fmt/format.h>

namespace mho {
namespace {

std::string numbered(const char* name, std::size_t number)
{
    return fmt::format("{}-{}", name, number);
}

/// "filter 2.00x, block-punched 4.00x (filters 8, channels 4; paper)"
std::string constraintsText(const LayerPlan* plan)
{
    if (plan == nullptr || plan->constraints.empty()) {
        return "none";
    }
    std::string text;
    for (const ConstraintSpec& spec : plan->constraints) {
        const Constraint& kind = findConstraint(spec.kind);
        text += (text.empty() ? "" : ", ") + spec.kind;
        text += kind.hasRatio() ? " " + ratioText(spec.ratio) : std::string();
        std::string more;
        for (const ConstraintOption& option : kind.options()) {
            more += fmt::format("{}{} {}", more.empty() ? "" : ", ", option.name, exactText(kind.option(spec, option.name)));
        }
        if (spec.rule == ProjectionRule::Paper) {
            more += more.empty() ? "paper's rule" : "; paper's rule";
        }
        text += more.empty() ? std::string() : " (" + more + ")";
    }
    return text;
}

std::string levelsText(const LayerPlan* plan)
{
    return plan == nullptr || plan->levelBits == 0 ? "float" : fmt::format("{}, {} bit", plan->levels, plan->levelBits);
}

std::optional<double> stated(bool is, double value)
{
    return is ? std::optional<double>(value) : std::nullopt;
}

/// Energy, power and area of one, dense beside compressed.
void addCosts(std::vector<ReportCell>& row, const CostReport& dense, const CostReport& cost, const CostItem& before, const CostItem& after)
{
    row.push_back(quantityCell(stated(dense.timeStated, before.energyJ), "J"));
    row.push_back(quantityCell(stated(cost.timeStated, after.energyJ), "J"));
    row.push_back(quantityCell(stated(dense.powerStated, before.powerW), "W"));
    row.push_back(quantityCell(stated(cost.powerStated, after.powerW), "W"));
    row.push_back(areaCell(before.areaMm2));
    row.push_back(areaCell(after.areaMm2));
}

std::vector<ReportColumn> costColumns(const char* what)
{
    return {{what, what, "", Align::Left, false},
            {"energy_dense_J", "Energy, dense", "J"},
            {"energy_J", "Energy", "J"},
            {"power_dense_W", "Power, dense", "W"},
            {"power_W", "Power", "W"},
            {"area_dense_mm2", "Area, dense", "mm2"},
            {"area_mm2", "Area", "mm2"}};
}

}  // namespace

std::string accuracyKindWords(AccuracyKind kind)
{
    switch (kind) {
        case AccuracyKind::None:
            return "not known";
        case AccuracyKind::OneShot:
            return "masks and levels put in at once, measured on held-out training images";
        case AccuracyKind::OneShotEstimated:
            return "masks and levels put in at once, estimated for held-out training images";
        case AccuracyKind::Estimated:
            return "after training, estimated for test images";
        case AccuracyKind::Measured:
            return "after training, measured on test images";
    }
    return {};
}

ReportTable designTable(const std::vector<ReportDesign>& designs)
{
    ReportTable table;
    table.key = "designs";
    table.caption = "Designs. Ratios are weights / weights kept, over convolutions and over all weight layers; ADC bits are the most of all layers; "
                    "power is that of everything in use working; latency is that of one image alone, throughput that of pipelined layers.";
    table.columns = {{"design", "Design", "", Align::Left, true},
                     {"preset", "Hardware", "", Align::Left, true},
                     {"ratio_conv", "Ratio, conv.", "x"},
                     {"ratio_all", "Ratio, all", "x"},
                     {"crossbars_dense", "Crossbars, dense", ""},
                     {"crossbars", "Crossbars", ""},
                     {"adc_bits", "ADC bits", "bit"},
                     {"energy_J", "Energy", "J"},
                     {"power_W", "Power", "W"},
                     {"area_mm2", "Area", "mm2"},
                     {"latency_s", "Latency", "s"},
                     {"throughput_per_s", "Throughput", "1/s"}};
    for (const ReportDesign& design : designs) {
        const DesignFigures& figures = design.point.figures;
        ReportCell convolutions = ratioCell(0, 0);
        if (design.detail) {
            const CompressedNetwork::Counts counts = design.detail->compressed.counts(true);
            convolutions = counts.weights > 0 ? ratioCell(counts.weights, counts.kept) : convolutions;
        }
        table.rows.push_back({textCell(design.point.name), textCell(design.point.hardware.preset), convolutions,
                              ratioCell(figures.weights, figures.weightsKept), countCell(figures.crossbarsDense), countCell(figures.crossbars),
                              countCell(figures.adcBits), quantityCell(figures.energyJ, "J"), quantityCell(figures.powerW, "W"),
                              areaCell(figures.areaMm2), quantityCell(figures.latencyS, "s"), quantityCell(figures.throughputPerS, "1/s")});
    }
    return table;
}

ReportTable accuracyTable(const std::vector<ReportDesign>& designs)
{
    ReportTable table;
    table.key = "accuracy";
    table.caption = "Top-1 accuracy. Points against the original network, below it negative, are what compression changes in all; those against the "
                    "pruned network are what the levels change alone.";
    table.columns = {{"design", "Design", "", Align::Left, true},
                     {"known", "How it is known", "", Align::Left, true},
                     {"accuracy_percent", "Accuracy", "%"},
                     {"original_percent", "Original", "%"},
                     {"pruned_percent", "Pruned", "%"},
                     {"change_original_points", "Against original", "points"},
                     {"change_pruned_points", "Against pruned", "points"}};
    for (const ReportDesign& design : designs) {
        const StageAccuracies& known = design.accuracies;
        const std::optional<double>& last = design.point.accuracy.percent;
        const bool measured = design.point.accuracy.kind == AccuracyKind::Measured;
        const auto against = [&](const std::optional<double>& before) {
            return measured && last && before ? std::optional<double>(*last - *before) : std::nullopt;
        };
        table.rows.push_back({textCell(design.point.name), textCell(accuracyKindWords(design.point.accuracy.kind)), percentCell(last),
                              percentCell(known.original), percentCell(known.pruned), pointsCell(against(known.original)),
                              pointsCell(known.quantized ? against(known.pruned) : std::nullopt)});
    }
    return table;
}

ReportTable layerTable(const ReportDesign& design, std::size_t number)
{
    const DesignDetail& detail = *design.detail;
    ReportTable table;
    table.key = numbered("layers", number);
    table.caption = fmt::format("Layers of {}. ADC bits and occupancy are those of the compressed layer unless dense is said.", design.point.name);
    table.columns = {{"layer", "Layer", "", Align::Left},
                     {"type", "Type", "", Align::Left},
                     {"constraints", "Constraints", "", Align::Left, true},
                     {"levels", "Levels", "", Align::Left, true},
                     {"weights", "Weights", ""},
                     {"kept", "Kept", ""},
                     {"ratio", "Ratio", "x"},
                     {"crossbars_dense", "Crossbars, dense", ""},
                     {"crossbars", "Crossbars", ""},
                     {"adc_bits_dense", "ADC bits, dense", "bit"},
                     {"adc_bits", "ADC bits", "bit"},
                     {"occupancy_percent", "Occupancy", "%"}};
    for (std::size_t i = 0; i < detail.compressed.layers.size(); ++i) {
        const CompressedLayer& layer = detail.compressed.layers[i];
        const MappedLayer& mapped = detail.mapped.layers[i];
        const LayerPlan* plan = design.point.plan.find(layer.layer.name);
        const std::int64_t kept = mapped.weightsKept;
        table.rows.push_back({textCell(layer.layer.name), textCell(layer.layer.convolution ? "conv." : "linear"), textCell(constraintsText(plan)),
                              textCell(levelsText(plan)), countCell(layer.layer.weights()), countCell(kept), ratioCell(layer.layer.weights(), kept),
                              countCell(detail.mappedDense.layers[i].crossbars), countCell(mapped.crossbars),
                              countCell(detail.mappedDense.layers[i].adcBits), countCell(mapped.adcBits), percentCell(100.0 * mapped.occupancy)});
    }
    const CompressedNetwork::Counts sum = detail.compressed.counts();
    const ReportCell none = textCell("");
    table.rows.push_back({textCell("Total"), none, none, none, countCell(sum.weights), countCell(sum.kept), ratioCell(sum.weights, sum.kept),
                          countCell(detail.mappedDense.crossbars), countCell(detail.mapped.crossbars), none, none,
                          percentCell(100.0 * design.point.figures.occupancy)});
    table.lastRowIsTotal = true;
    return table;
}

ReportTable componentTable(const ReportDesign& design, std::size_t number)
{
    const CostReport& dense = design.detail->costDense;
    const CostReport& cost = design.detail->cost;
    ReportTable table;
    table.key = numbered("components", number);
    table.caption = fmt::format("What the components of {} cost, the dense network and the compressed one: energy of an inference, power with everything in "
                                "use working, area.",
                                design.point.name);
    table.columns = costColumns("component");
    table.columns.front().title = "Component";
    for (std::size_t i = 0; i < cost.components.size(); ++i) {
        std::vector<ReportCell>& row = table.rows.emplace_back(std::vector<ReportCell>{textCell(cost.components[i])});
        addCosts(row, dense, cost, dense.perComponent[i], cost.perComponent[i]);
    }
    std::vector<ReportCell>& total = table.rows.emplace_back(std::vector<ReportCell>{textCell("Total")});
    addCosts(total, dense, cost, dense.total, cost.total);
    table.lastRowIsTotal = true;
    return table;
}

ReportTable layerCostTable(const ReportDesign& design, std::size_t number)
{
    const CostReport& dense = design.detail->costDense;
    const CostReport& cost = design.detail->cost;
    ReportTable table;
    table.key = numbered("layer-costs", number);
    table.caption = fmt::format("What the layers of {} cost, the dense network and the compressed one. Parts that layers share are split by cores.", design.point.name);
    table.columns = costColumns("layer");
    table.columns.front().title = "Layer";
    table.columns.push_back({"latency_dense_s", "Latency, dense", "s"});
    table.columns.push_back({"latency_s", "Latency", "s"});
    for (std::size_t i = 0; i < cost.layers.size(); ++i) {
        std::vector<ReportCell>& row = table.rows.emplace_back(std::vector<ReportCell>{textCell(cost.layers[i].name)});
        addCosts(row, dense, cost, dense.layers[i].total, cost.layers[i].total);
        row.push_back(quantityCell(stated(dense.timeStated, dense.layers[i].latencyS), "s"));
        row.push_back(quantityCell(stated(cost.timeStated, cost.layers[i].latencyS), "s"));
    }
    std::vector<ReportCell>& total = table.rows.emplace_back(std::vector<ReportCell>{textCell("Total")});
    addCosts(total, dense, cost, dense.total, cost.total);
    total.push_back(quantityCell(stated(dense.timeStated, dense.latencyS), "s"));
    total.push_back(quantityCell(stated(cost.timeStated, cost.latencyS), "s"));
    table.lastRowIsTotal = true;
    return table;
}

ReportTable planTable(const Plan& plan, const std::string& key)
{
    ReportTable table;
    table.key = key;
    table.caption = "The plan: what is asked of each layer. A ratio is groups / groups kept; level bits count the sign; rho is a factor on the stage's "
                    "ADMM penalty.";
    table.columns = {{"layer", "Layer", "", Align::Left},
                     {"constraints", "Constraints", "", Align::Left, true},
                     {"levels", "Levels", "", Align::Left},
                     {"level_bits", "Level bits", "bit"},
                     {"rho", "rho", ""}};
    for (const LayerPlan& layer : plan.layers) {
        table.rows.push_back({textCell(layer.layer), textCell(constraintsText(&layer)), textCell(layer.levelBits == 0 ? "float" : layer.levels),
                              layer.levelBits == 0 ? textCell("-") : countCell(layer.levelBits), numberCell(layer.rho)});
    }
    return table;
}

}  // namespace mho
