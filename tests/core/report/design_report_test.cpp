// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/design_report.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/compress/constraint.h"
#include "core/compress/quantizer.h"
#include "core/cost/adc_law.h"
#include "core/network/zoo.h"
#include "core/project/present_design.h"
#include "core/report/report_figures.h"
#include "core/report/report_writers.h"
#include "core/report/table_layout.h"
#include "core/report/tex_text.h"
#include "core/run/compressed_arrays.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

using namespace mho;

namespace {

/// A project of a network without weights, with a plan that prunes its second layer.
std::unique_ptr<Project> smallProject(const std::string& path)
{
    std::filesystem::remove(path);
    const Network network = makeZooNetwork("lenet5");
    Recipe recipe = loadRecipe("lenet5-digits");
    recipe.plan = densePlan(network);
    recipe.plan.find("conv2")->constraints = {{"filter", 2.0}};
    recipe.hardware = presetHardware(loadComponents("isaac"));
    return Project::create(path, recipe, network);
}

std::string temporary(const char* name)
{
    return (std::filesystem::temp_directory_path() / name).string();
}

const ReportTable& tableOf(const DesignReport& report, const std::string& key)
{
    for (const ReportSection& section : report.sections) {
        for (const ReportBlock& block : section.blocks) {
            if (const auto* table = std::get_if<ReportTable>(&block); table != nullptr && table->key == key) {
                return *table;
            }
        }
    }
    FAIL("no table " << key);
    throw;
}

double valueAt(const ReportTable& table, std::size_t row, const std::string& column)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key == column) {
            REQUIRE(table.rows[row][i].value);
            return *table.rows[row][i].value;
        }
    }
    FAIL("no column " << column);
    return 0.0;
}

}  // namespace

TEST_CASE("a report tells of a plan what mapper and cost model say")
{
    const std::string path = temporary("mho-report-plan.mho");
    const auto project = smallProject(path);
    const ReportSubject subject = readReportSubject(*project, {}, "mho report x");
    REQUIRE(subject.designs.size() == 1);
    const DesignDetail& detail = *subject.designs[0].detail;
    const DesignReport report = designReport(subject);

    const ReportTable& designs = tableOf(report, "designs");
    CHECK(designs.rows[0][0].text == "Plan");
    CHECK(valueAt(designs, 0, "crossbars") == static_cast<double>(detail.mapped.crossbars));
    CHECK(valueAt(designs, 0, "energy_J") == detail.cost.total.energyJ);
    const ReportTable& layers = tableOf(report, "layers-1");
    CHECK(valueAt(layers, 1, "ratio") == 2.0);
    CHECK(valueAt(layers, 0, "ratio") == 1.0);
    const ReportTable& components = tableOf(report, "components-1");
    double sum = 0.0;
    for (std::size_t row = 0; row + 1 < components.rows.size(); ++row) {
        sum += valueAt(components, row, "energy_dense_J");
    }
    CHECK(sum == Approx(valueAt(components, components.rows.size() - 1, "energy_dense_J")).epsilon(1e-12));
    // The same subject, the same report.
    CHECK(reportJson(report) == reportJson(designReport(readReportSubject(*project, {"plan"}, "mho report x"))));
    // ISAAC prices it with FORMS' ADC law, and filters prune it; no other method is named.
    std::set<std::string> keys;
    for (const Reference& reference : report.references) {
        keys.insert(reference.key);
    }
    // Beside the paper itself: conductances, read voltage, energies per bit and DACs come from elsewhere.
    CHECK(keys == std::set<std::string>{"S0", "S1", "ISAAC", "FORMS", "MNSIM", "hwcomponents", "CrossSim", "CiMLoop"});
    std::filesystem::remove(path);
}

TEST_CASE("a report's hardware names the source of each value: the preset's own, or that it was chosen for the design")
{
    const std::string path = temporary("mho-report-hardware.mho");
    const auto project = smallProject(path);
    ReportSubject subject = readReportSubject(*project, {}, "");
    const auto sourceOf = [&](const std::string& field) {
        const DesignReport report = designReport(subject);
        for (const auto& row : tableOf(report, "hardware-1").rows) {
            if (row.front().text == field) {
                return row.back().text;
            }
        }
        FAIL("no field " << field);
        throw;
    };
    // Not S0's, where the defaults are from.
    CHECK(sourceOf("device.g_max_S").find("CrossSim") != std::string::npos);
    CHECK(sourceOf("crossbar.rows").find("Table I") != std::string::npos);
    CHECK(sourceOf("crossbar.sign_scheme").find("ISAAC") != std::string::npos);
    CHECK(sourceOf("device.levels_S") == "S0, section 3.1");
    subject.designs[0].point.hardware.crossbar.rows = 64;
    subject.designs[0].point.hardware.adcLaw = "saberi";
    CHECK(sourceOf("crossbar.rows") == "chosen for this design; preset isaac has 128");
    CHECK(sourceOf("adc_law") == "chosen for this design");
    std::filesystem::remove(path);
}

TEST_CASE("kept designs are projected again, or told as they were kept where the network has changed")
{
    const std::string path = temporary("mho-report-kept.mho");
    const auto project = smallProject(path);
    DesignPoint point = readReportSubject(*project, {}, "").designs[0].point;
    point.name = "half";
    const std::int64_t id = project->addDesignPoint(point);
    const auto all = readReportSubject(*project, {"all"}, "");
    REQUIRE(all.designs.size() == 2);
    CHECK(all.designs[1].detail);
    CHECK(readReportSubject(*project, {"#" + std::to_string(id)}, "").designs[0].point.name == "half");
    CHECK_THROWS_AS(readReportSubject(*project, {"whole"}, ""), Error);
    CHECK_THROWS_AS(readReportSubject(*project, {"run"}, ""), Error);

    point.name = "other";
    point.networkHash = "0";
    project->addDesignPoint(point);
    point.name = "dear";
    point.networkHash = all.networkHash;
    point.figures.areaMm2 *= 2.0;
    project->addDesignPoint(point);
    const ReportSubject changed = readReportSubject(*project, {"other", "dear"}, "");
    CHECK_FALSE(changed.designs[0].detail);
    CHECK_FALSE(changed.designs[1].detail);
    CHECK(valueAt(tableOf(designReport(changed), "designs"), 1, "area_mm2") == point.figures.areaMm2);
    std::filesystem::remove(path);
}

TEST_CASE("the plan is told as the window shows it: on the weights that the run left; so are designs that were kept of it")
{
    const std::string path = temporary("mho-report-present.mho");
    std::filesystem::remove(path);
    std::filesystem::copy_file(MHO_TEST_EXAMPLES "/s0-lenet5-17x.mho", path);
    const auto project = Project::open(path);
    Plan plan = project->recipe().plan;
    plan.find("conv2")->constraints = {{"filter", 5.0}};
    project->setPlan(plan, "Change Ratio");
    const PresentDesign shown = presentDesign(*project);
    DesignPoint point;
    {
        const ReportSubject subject = readReportSubject(*project, {"plan"}, "");
        const DesignDetail& told = *subject.designs[0].detail;
        CHECK(told.usesWeights);
        CHECK(networkHash(*told.compressed.network) == networkHash(*shown.compressed.network));
        for (std::size_t layer = 0; layer < shown.compressed.layers.size(); ++layer) {
            CHECK(told.compressed.layers[layer].mask == shown.compressed.layers[layer].mask);
            CHECK(told.compressed.weights(layer) == shown.compressed.weights(layer));
        }
        point = subject.designs[0].point;
    }
    point.name = "half";
    project->addDesignPoint(point);
    const ReportSubject kept = readReportSubject(*project, {"half"}, "");
    CHECK(kept.designs[0].detailMissing.empty());
    REQUIRE(kept.designs[0].detail);
    CHECK(kept.designs[0].detail->compressed.weights(1) == shown.compressed.weights(1));
    std::filesystem::remove(path);
}

TEST_CASE("cells say unknown for what is not known and never round the value")
{
    CHECK(quantityCell(1.67e-6, "J") == ReportCell{"1.67 µJ", 1.67e-6});
    CHECK(quantityCell(std::nullopt, "J") == ReportCell{"-", std::nullopt});
    CHECK(quantityCell(12345.6, "1/s").text == "12\u202f346 /s");
    CHECK(ratioCell(10, 3).value == 10.0 / 3.0);
    CHECK_FALSE(ratioCell(10, 0).value);
    CHECK_FALSE(percentCell(-1.0).value);
    CHECK(pointsCell(-0.344).text == "-0.34 points");
}

TEST_CASE("text for TeX: what TeX reads otherwise is escaped, signs are commands")
{
    CHECK(texText("50 % of A_1 & {x}\\") == "50 \\% of A\\_\\allowbreak{}1 \\& \\{x\\}\\textbackslash{}");
    CHECK(texText("1.67 µm²") == "1.67 \\textmu{}m\\textsuperscript{2}");
    CHECK(texText("--points a.b") == "-{}-points a.\\allowbreak{}b");
    CHECK(texText("é") == "é");
    CHECK(texText("\u4e2d\xff") == "U+4E2DU+FFFD");
}

TEST_CASE("CSV fields are quoted where they must be")
{
    CHECK(csvField("a") == "a");
    CHECK(csvField("a,\"b\"\n") == "\"a,\"\"b\"\"\n\"");
}

TEST_CASE("a figure's axis has the prefix of its largest value")
{
    CHECK(figureAxis("Conductance", "S", 1e-6).label() == "Conductance (µS)");
    CHECK(figureAxis("Energy", "J", 4.2e-9).factor == 1e-9);
    CHECK(figureAxis("Area", "mm2", 0.005).unitText == "µm²");
    CHECK(figureAxis("Epoch", "", 5).label() == "Epoch");
}

TEST_CASE("large masks are drawn as shares of blocks, whose mean is the layer's")
{
    const auto network = std::make_shared<const Network>(makeZooNetwork("vgg16-cifar10"));
    DesignDetail detail;
    detail.compressed = uncompressed(network);
    CompressedLayer& layer = detail.compressed.layers[5];
    for (std::size_t i = 0; i < layer.mask.columns.size(); i += 3) {
        layer.mask.columns[i] = 0;
    }
    const ReportFigure figure = maskFigure(detail, 5);
    const auto& heat = std::get<HeatFigure>(figure.content);
    CHECK(heat.rows <= 160);
    CHECK(heat.columns <= 160);
    CHECK(heat.columnStep > 1);
    double kept = 0.0;
    for (std::int64_t row = 0; row < heat.rows; ++row) {
        for (std::int64_t column = 0; column < heat.columns; ++column) {
            const float share = heat.values[static_cast<std::size_t>(row * heat.columns + column)];
            const auto across = static_cast<double>(std::min(heat.columnStep, layer.layer.columns - column * heat.columnStep));
            const auto down = static_cast<double>(std::min(heat.rowStep, layer.layer.filters - row * heat.rowStep));
            kept += std::isnan(share) ? 0.0 : static_cast<double>(share) / 100.0 * across * down;
        }
    }
    CHECK(kept == Approx(static_cast<double>(layer.mask.keptWeights())));
}

TEST_CASE("a front's edge goes from the best of one metric to the best of the other")
{
    DesignPoint cheap;
    cheap.name = "cheap";
    cheap.figures.crossbars = 10;
    cheap.accuracy = {AccuracyKind::Measured, 90.0};
    DesignPoint good = cheap;
    good.name = "good";
    good.figures.crossbars = 40;
    good.accuracy.percent = 99.0;
    DesignPoint bad = cheap;
    bad.name = "bad";
    bad.figures.crossbars = 50;
    bad.accuracy.percent = 80.0;
    DesignPoint guessed = good;
    guessed.accuracy.kind = AccuracyKind::Estimated;
    CHECK_FALSE(paretoFigure({cheap, guessed}, "crossbars", "accuracy"));
    const auto figure = paretoFigure({cheap, good, bad}, "crossbars", "accuracy");
    REQUIRE(figure);
    const auto& edge = std::get<XyFigure>(figure->content).series.back();
    CHECK(edge.x == std::vector<double>{10, 10, 40, 40, 50});
    CHECK(edge.y == std::vector<double>{80, 90, 90, 99, 99});
    CHECK_THROWS_AS(paretoFigure({cheap, good}, "beauty", "accuracy"), Error);
}

TEST_CASE("columns of a table fit its width; what cannot is said")
{
    ReportTable table;
    table.columns = {{"a", "A title", "", Align::Left, false}, {"b", "B", "", Align::Left, true}};
    table.rows = {{textCell("12345"), textCell("some words that wrap")}};
    const auto measure = [](std::string_view text) { return static_cast<double>(text.size()); };
    const std::vector<double> wide = columnWidths(table, 100, 1, measure);
    CHECK(wide == std::vector<double>{5, 20});
    const std::vector<double> narrow = columnWidths(table, 16, 1, measure);
    REQUIRE(narrow.size() == 2);
    CHECK(narrow[0] + narrow[1] + 1 <= 16.0 + 1e-9);
    CHECK(columnWidths(table, 7, 1, measure).empty());
}

TEST_CASE("the bibliography knows every constraint kind that a source is told for, and nothing that there is not")
{
    std::set<std::string> known;
    for (const Constraint* kind : constraints()) {
        known.insert("constraint:" + std::string(kind->name()));
    }
    for (const Quantizer* kind : quantizers()) {
        known.insert("levels:" + std::string(kind->name()));
    }
    for (const std::string& name : presetNames()) {
        known.insert("preset:" + name);
    }
    for (const std::string& name : adcLawNames()) {
        known.insert("adc-law:" + name);
    }
    for (const char* use : {"stage:admm", "stage:quantize", "stage:purify", "stage:progressive", "stage:rescale-duals", "stage:teacher", "penalty:clipped", "penalty:reweighted"}) {
        known.insert(use);
    }
    std::set<std::string> named;
    std::set<std::string> keys;
    for (const Reference& reference : loadBibliography()) {
        CHECK(keys.insert(reference.key).second);
        CHECK_FALSE(reference.text().empty());
        CHECK(reference.bibTex().find(reference.key) != std::string::npos);
        for (const std::string& use : reference.uses) {
            CAPTURE(reference.key, use);
            CHECK(known.count(use) == 1);
            named.insert(use);
        }
    }
    // Fixed-point levels are of no paper.
    known.erase("levels:fixed-point");
    CHECK(named == known);
}

TEST_CASE("a folder appears whole; in one that is there only files of the same names are replaced")
{
    const std::string folder = temporary("mho-report-folder");
    std::filesystem::remove_all(folder);
    writeOutputFiles({{"a.md", "1"}, {"figures/b.svg", "2"}}, folder + "/", true);
    CHECK(readTextFile(folder + "/figures/b.svg") == "2");
    std::ofstream(folder + "/own.txt") << "mine";
    writeOutputFiles({{"a.md", "3"}}, folder, true);
    CHECK(readTextFile(folder + "/a.md") == "3");
    CHECK(readTextFile(folder + "/own.txt") == "mine");
    CHECK_THROWS_AS(writeOutputFiles({{"a.md", "3"}}, folder + "/a.md/below", true), Error);
    // All or none: one of them cannot be.
    CHECK_THROWS_AS(writeOutputFiles({{"a.md", "4"}, {"new/c.svg", "4"}, {"own.txt/b", "4"}}, folder, true), Error);
    CHECK(readTextFile(folder + "/a.md") == "3");
    CHECK_FALSE(std::filesystem::exists(folder + "/new"));
    std::filesystem::create_directories(folder + "/taken");
    CHECK_THROWS_AS(writeOutputFiles({{"a.md", "5"}, {"new/deep/c.svg", "5"}, {"taken", "5"}}, folder, true), Error);
    CHECK(readTextFile(folder + "/a.md") == "3");
    CHECK_FALSE(std::filesystem::exists(folder + "/new"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("a project with a result that is none is refused by its name")
{
    const std::string path = temporary("mho-design-report-bad-result.mho");
    const auto project = smallProject(path);
    Network network = makeZooNetwork("lenet5");
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()), 0.5F);
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    for (const char* result : {"", "[]", "{}", "5", R"({"accuracy": 4})", R"({"accuracy": {}, "end": 5})", R"({"accuracy": {}, "data": {}})"}) {
        INFO(result);
        project->beginRun(project->recipe());
        project->saveResult(result, toArrays(uncompressed(std::make_shared<const Network>(network))));
        CHECK_THROWS_WITH(readReportSubject(*project, {}, "mho report"), Catch::Contains(path) && Catch::Contains("result of a run cannot be read"));
    }
    std::filesystem::remove(path);
}
