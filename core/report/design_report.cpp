// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/design_report.h"

#include "core/report/hardware_text.h"
#include "core/report/report_figures.h"
#include "core/report/report_tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {
namespace {

std::vector<DesignPoint> pointsOf(const ReportSubject& subject)
{
    std::vector<DesignPoint> points;
    for (const ReportDesign& design : subject.designs) {
        points.push_back(design.point);
    }
    return points;
}

/// Accuracy over what costs most to know: energy where it is stated, else crossbars; ratio for accuracy where that is not known.
std::optional<ReportFigure> comparison(const std::vector<DesignPoint>& points)
{
    for (const char* y : {"accuracy", "ratio"}) {
        for (const char* x : {"energy", "crossbars"}) {
            if (auto figure = paretoFigure(points, x, y)) {
                return figure;
            }
        }
    }
    return std::nullopt;
}

ReportSection overview(const ReportSubject& subject)
{
    ReportSection section{"designs", "Designs", {}};
    section.blocks.emplace_back(designTable(subject.designs));
    section.blocks.emplace_back(accuracyTable(subject.designs));
    for (const ReportDesign& design : subject.designs) {
        if (!design.detail) {
            section.blocks.emplace_back(ReportText{fmt::format("{} is {}", design.point.name, design.detailMissing)});
        }
    }
    if (subject.figures) {
        if (auto figure = comparison(pointsOf(subject))) {
            section.blocks.emplace_back(std::move(*figure));
        }
    }
    return section;
}

/// What a reader must know of a design's numbers.
std::string remarks(const ReportDesign& design)
{
    const DesignDetail& detail = *design.detail;
    std::string text = fmt::format("{}: {}.", design.point.name, hardwareText(design.point.hardware));
    text += fmt::format(" The dense reference has weights of {} bit. Prices: {}.", design.point.hardware.crossbar.baselineBits, design.components.description);
    if (!detail.cost.timeStated) {
        text += fmt::format(" The preset {} states no times, so energy, latency and throughput are not known.", design.components.name);
    }
    text += fmt::format(" To know when reading its figures: {}", design.components.weakness);
    for (const std::string& note : detail.cost.notes) {
        text += " " + note + (note.ends_with('.') ? "" : ".");
    }
    if (!detail.usesWeights) {
        text += " The network has no weights: counts are exact, which weights stay is not known.";
    }
    return text;
}

void addDesignFigures(ReportSection& section, const ReportSubject& subject, const ReportDesign& design, std::size_t number)
{
    const DesignDetail& detail = *design.detail;
    const auto add = [&](ReportFigure figure) {
        figure.key += fmt::format("-{}", number);
        section.blocks.emplace_back(std::move(figure));
    };
    const char* quantity = detail.cost.timeStated && detail.costDense.timeStated ? "energy" : "area";
    add(breakdownFigure(detail, BreakdownBy::Component, quantity));
    add(breakdownFigure(detail, BreakdownBy::Layer, quantity));
    std::vector<std::size_t> layers;
    for (const std::string& name : subject.layers) {
        layers.push_back(findLayer(detail, name));
    }
    if (layers.empty()) {
        layers.push_back(shownLayer(detail));
    }
    for (const std::size_t layer : layers) {
        add(maskFigure(detail, layer));
        if (detail.usesWeights) {
            add(crossbarFigure(detail, layer, fullestCrossbar(detail, layer)));
            add(histogramFigure(detail, layer));
        }
    }
}

ReportSection designSection(const ReportSubject& subject, const ReportDesign& design, std::size_t number)
{
    ReportSection section{fmt::format("design-{}", number), design.point.name, {}};
    section.blocks.emplace_back(ReportText{remarks(design)});
    section.blocks.emplace_back(layerTable(design, number));
    section.blocks.emplace_back(componentTable(design, number));
    section.blocks.emplace_back(layerCostTable(design, number));
    if (subject.figures) {
        addDesignFigures(section, subject, design, number);
    }
    return section;
}

ReportSection methodSection(const ReportSubject& subject)
{
    ReportSection section{"method", "Method and hyper-parameters", {}};
    std::vector<const Plan*> told;
    for (std::size_t i = 0; i < subject.designs.size(); ++i) {
        const Plan& plan = subject.designs[i].point.plan;
        if (std::none_of(told.begin(), told.end(), [&](const Plan* one) { return *one == plan; })) {
            told.push_back(&plan);
            ReportTable table = planTable(plan, fmt::format("plan-{}", i + 1));
            table.caption = subject.designs[i].point.name + ". " + table.caption;
            section.blocks.emplace_back(std::move(table));
        }
    }
    if (subject.hasRun) {
        section.blocks.emplace_back(recipeTable(subject.recipe));
        if (subject.figures) {
            if (auto figure = convergenceFigure(subject.metrics)) {
                section.blocks.emplace_back(std::move(*figure));
            }
        }
    }
    const auto isPlan = [](const ReportDesign& design) { return design.point.origin != DesignOrigin::Run; };
    const auto isOnRun = [](const ReportDesign& design) { return design.onRunWeights; };
    if (std::any_of(subject.designs.begin(), subject.designs.end(), isOnRun)) {
        section.blocks.emplace_back(ReportText{"Plans are projected onto the weights that the run left, at once, without further training."});
    } else if (std::any_of(subject.designs.begin(), subject.designs.end(), isPlan)) {
        section.blocks.emplace_back(ReportText{"Plans are projected onto the weights at once, without training."});
    }
    if (subject.figures && subject.sensitivity) {
        if (auto figure = sensitivityFigure(*subject.sensitivity)) {
            section.blocks.emplace_back(std::move(*figure));
        }
    }
    return section;
}

ReportSection hardwareSection(const ReportSubject& subject)
{
    ReportSection section{"hardware", "Hardware", {}};
    std::vector<const Hardware*> told;
    for (std::size_t i = 0; i < subject.designs.size(); ++i) {
        const ReportDesign& design = subject.designs[i];
        if (std::any_of(told.begin(), told.end(), [&](const Hardware* one) { return *one == design.point.hardware; })) {
            continue;
        }
        told.push_back(&design.point.hardware);
        ReportTable table = hardwareTable(design.point.hardware, design.components, fmt::format("hardware-{}", i + 1));
        table.caption = design.point.name + ". " + table.caption;
        section.blocks.emplace_back(std::move(table));
        const std::string adcLaw = design.detail ? design.detail->cost.adcLaw : design.point.hardware.adcLaw;
        section.blocks.emplace_back(constantTable(design.components, adcLaw, fmt::format("constants-{}", i + 1)));
    }
    return section;
}

/// What the bibliography is asked for (resources/bibliography.json, "uses").
std::set<std::string> usesOf(const ReportSubject& subject)
{
    std::set<std::string> uses;
    for (const ReportDesign& design : subject.designs) {
        uses.insert("preset:" + design.components.name);
        if (design.detail && !design.detail->cost.adcLaw.empty()) {
            uses.insert("adc-law:" + design.detail->cost.adcLaw);
        }
        for (const LayerPlan& layer : design.point.plan.layers) {
            for (const ConstraintSpec& spec : layer.constraints) {
                uses.insert("constraint:" + spec.kind);
            }
            if (layer.levelBits > 0) {
                uses.insert("levels:" + layer.levels);
            }
        }
    }
    if (!subject.hasRun) {
        return uses;
    }
    const Recipe& recipe = subject.recipe;
    const auto add = [&](const char* use, bool used) {
        if (used) {
            uses.insert(use);
        }
    };
    const bool regularised = recipe.prune == PruneMethod::GroupRegularizer;
    add("stage:admm", !regularised && recipe.admm.rounds > 0);
    add("stage:quantize", recipe.quantize.rounds > 0);
    add("stage:rescale-duals", (!regularised && recipe.admm.rounds > 0 && recipe.admm.rescaleDuals) || (recipe.quantize.rounds > 0 && recipe.quantize.rescaleDuals));
    add("stage:purify", recipe.purify.enabled);
    add("stage:progressive", recipe.progressive.steps > 0);
    add("stage:teacher", (recipe.straightThrough.training.epochs > 0 && recipe.straightThrough.mix > 0.0) ||
                             (recipe.retrain.epochs > 0 && recipe.retrainTeacher.mix > 0.0));
    add("penalty:clipped", regularised && recipe.regularize.penalty == GroupPenalty::Clipped);
    add("penalty:reweighted", regularised && recipe.regularize.penalty == GroupPenalty::Reweighted);
    return uses;
}

}  // namespace

DesignReport designReport(const ReportSubject& subject)
{
    DesignReport report;
    report.title = fmt::format("{} on memristor crossbars", subject.networkName);
    const bool told = std::any_of(subject.designs.begin(), subject.designs.end(), [](const ReportDesign& design) { return design.point.origin == DesignOrigin::Run; });
    const std::string run = fmt::format("ecipe {}, data set {}, seed {}", subject.recipe.name, subject.dataName, subject.recipe.seed);
    report.subtitle = !subject.hasRun ? fmt::format("Plans of the project {}, not trained", subject.project)
                      : told          ? "R" + run
                                      : "Plans on the weights of a run: r" + run;
    report.date = subject.date;
    report.sections.push_back(overview(subject));
    for (std::size_t i = 0; i < subject.designs.size(); ++i) {
        if (subject.designs[i].detail) {
            report.sections.push_back(designSection(subject, subject.designs[i], i + 1));
        }
    }
    report.sections.push_back(methodSection(subject));
    report.sections.push_back(hardwareSection(subject));
    report.sections.push_back({"provenance", "Provenance", {provenanceTable(subject)}});
    report.references = referencesFor(loadBibliography(), usesOf(subject));
    return report;
}

}  // namespace mho
