// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/design_report.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/base/version.h"
#include "core/base/whole_file.h"
#include "core/compress/constraint.h"
#include "core/compress/quantizer.h"
#include "core/cost/adc_law.h"
#include "core/network/zoo.h"
#include "core/project/present_design.h"
#include "core/report/markdown_text.h"
#include "core/report/report_figures.h"
#include "core/report/report_writers.h"
#include "core/report/table_layout.h"
#include "core/report/tex_text.h"
#include "core/run/compressed_arrays.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
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

/// What the report of a project says of where its numbers come from.
std::map<std::string, std::string> provenanceOf(Project& project)
{
    const DesignReport report = designReport(readReportSubject(project, {}, "mho report x"));
    std::map<std::string, std::string> rows;
    for (const std::vector<ReportCell>& row : tableOf(report, "provenance").rows) {
        rows.emplace(row[0].text, row[1].text);
    }
    return rows;
}

/// The network with all of its parameters 0.5.
Network withValues(Network network)
{
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            std::vector<float> values(static_cast<std::size_t>(parameter.tensor.size()), 0.5F);
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return network;
}

/// A name of a file that is one on any system, and leads nowhere.
bool isPlainName(const std::string& name)
{
    return name == fileNameOf(name);
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

TEST_CASE("text for Markdown: what it reads otherwise is escaped, addresses stay addresses")
{
    CHECK(markdownText("<script> _a_ *b*") == "\\<script\\> \\_a\\_ \\*b\\*");
    CHECK(markdownText("[a](b) `c` \\ # ~d~ &amp;") == "\\[a\\](b) \\`c\\` \\\\ \\# \\~d\\~ \\&amp;");
    CHECK(markdownText("a\n# b\tc") == "a \\# b c");
    const std::string plain = "https://example.org/a_b/c_d#e, crossbar.sign_scheme, s0-45";
    CHECK(markdownText(plain) == plain);
    CHECK(markdownText("_a é_b #7") == "\\_a é\\_b \\#7");
}

TEST_CASE("a Markdown report shows names as they are")
{
    const std::string name = "<script> _a_ *b* | `c` #1";
    ReportTable table;
    table.key = "names";
    table.caption = name + ".";
    table.columns = {{"a", name, "", Align::Left}};
    table.rows = {{textCell(name)}, {textCell("-0.34 points")}};
    DesignReport report;
    report.title = name;
    report.subtitle = name;
    report.sections = {{"one", name, {ReportText{name}, ReportText{"1. " + name}, ReportText{"- " + name}, table}}};
    const std::string text = reportMarkdown(report, FigureStyle{}).front().content;
    const std::string shown = "\\<script\\> \\_a\\_ \\*b\\* | \\`c\\` \\#1";
    const std::string cell = "| \\<script\\> \\_a\\_ \\*b\\* \\| \\`c\\` \\#1 |\n";
    for (const std::string& part : {"# " + shown + "\n\n" + shown + "\n", "\n## " + shown + "\n\n" + shown + "\n",
                                    "\n1\\. " + shown + "\n", "\n\\- " + shown + "\n",
                                    "\n**" + shown + ".**\n\n" + cell + "| --- |\n" + cell + "| -0.34 points |\n"}) {
        CHECK_THAT(text, Catch::Contains(part));
    }
}

TEST_CASE("files of a report lie in its folder, whatever layers are called")
{
    const std::string path = temporary("mho-report-hostile.mho");
    std::filesystem::remove(path);
    Network network("../../evil", {1, 8, 8});
    network.add("../../evil", Convolution{.filters = 4, .kernel = {3, 3}, .stride = {1, 1}, .dilation = {1, 1}});
    network.add("flatten", Flatten{});
    network.add("/etc/evil\n", Linear{.features = 2});
    network.add("..", Linear{.features = 2});
    Recipe recipe = loadRecipe("lenet5-digits");
    recipe.plan = densePlan(network);
    recipe.hardware = presetHardware(loadComponents("isaac"));
    const auto project = Project::create(path, recipe, withValues(network));
    ReportSubject subject = readReportSubject(*project, {}, "");
    subject.layers = {"../../evil", "/etc/evil\n", ".."};
    const DesignReport report = designReport(subject);
    std::size_t figures = 0;
    for (const ReportSection& section : report.sections) {
        for (const ReportBlock& block : section.blocks) {
            const auto* figure = std::get_if<ReportFigure>(&block);
            figures += figure != nullptr ? 1 : 0;
            CHECK((figure == nullptr || isPlainName(figure->key)));
        }
    }
    // Two breakdowns, and mask, crossbar and conductances of each layer.
    CHECK(figures == 11);
    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Latex}) {
        const std::vector<OutputFile> files = writtenReport(report, format, FigureStyle{});
        CHECK(files.size() > figures);
        std::set<std::string> paths;
        for (const OutputFile& file : files) {
            CAPTURE(file.path);
            const std::filesystem::path inside(file.path);
            CHECK((!inside.has_parent_path() || inside.parent_path() == "figures"));
            CHECK(isPlainName(inside.filename().string()));
            CHECK(paths.insert(file.path).second);
        }
    }
    std::filesystem::remove(path);
}

TEST_CASE("provenance tells Mho's version and the command line of the run, not those of the report alone")
{
    const std::string path = temporary("mho report run.mho");
    std::filesystem::copy_file(MHO_TEST_EXAMPLES "/s0-lenet5-17x.mho", path, std::filesystem::copy_options::overwrite_existing);
    const auto project = Project::open(path);
    std::map<std::string, std::string> rows = provenanceOf(*project);
    CHECK(rows.at("Mho") == kVersion);
    CHECK(rows.at("Mho of the run") == "0.1.0");
    CHECK(rows.at("Command line") == "mho report x");
    CHECK(rows.at("Command line of the run") == "mho run --network 'mho report run.mho' --project 'mho report run.mho'");

    // A run of another version, behind one that waits; a third is asked for, but has not begun.
    const std::string result = *project->resultJson();
    const auto arrays = project->resultArrays();
    Recipe recipe = project->runRecipe();
    recipe.execution.threads = 3;
    project->noteRun(kQueueRunCommand);
    project->beginRun(recipe);
    const std::string version = R"("version": "0.1.0")";
    REQUIRE_THAT(result, Catch::Contains(version));
    project->saveResult(std::string(result).replace(result.find(version), version.size(), R"("version": "0.0.9")"), *arrays);
    project->noteRun(kStartRunCommand);
    rows = provenanceOf(*project);
    CHECK(rows.at("Mho of the run") == "0.0.9");
    CHECK(rows.at("Command line of the run") == "mho run --network 'mho report run.mho' --project 'mho report run.mho' --threads 3");
    // A report without the run has nothing of it.
    const std::string plan = temporary("mho-report-no-run.mho");
    rows = provenanceOf(*smallProject(plan));
    CHECK(rows.count("Mho of the run") + rows.count("Command line of the run") == 0);
    std::filesystem::remove(path);
    std::filesystem::remove(plan);
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
    const Network network = withValues(makeZooNetwork("lenet5"));
    for (const char* result : {"", "[]", "{}", "5", R"({"accuracy": 4})", R"({"accuracy": {}, "end": 5})", R"({"accuracy": {}, "data": {}})"}) {
        INFO(result);
        project->beginRun(project->recipe());
        project->saveResult(result, toArrays(uncompressed(std::make_shared<const Network>(network))));
        CHECK_THROWS_WITH(readReportSubject(*project, {}, "mho report"), Catch::Contains(path) && Catch::Contains("result of a run cannot be read"));
    }
    std::filesystem::remove(path);
}
