// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reproduction.h"

#include "core/base/error.h"
#include "core/report/reproduction_page.h"
#include "core/report/reproduction_tables.h"
#include "tests/core/report/result_files.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace mho;
using namespace mho::test;

namespace {

constexpr const char* kName = "s0-lenet5-17x";

RunResult accurateResult(std::uint64_t seed, double original, double pruned, double quantized)
{
    RunResult result = untrainedResult(loadRecipe(kName));
    result.recipe.seed = seed;
    result.recipe.execution.threads = 2;
    result.accuracies = {original, 90.0, -1.0, pruned, quantized};
    for (const char* stage : {"train", "train", "admm", "retrain"}) {
        EpochMetric metric;
        metric.stage = stage;
        metric.seconds = 1.5;
        result.metrics.push_back(metric);
    }
    return result;
}

void write(const Folder& folder, const RunResult& result)
{
    writeFileWhole(folder.file(resultFileName(kName, result.recipe.seed)), resultFileText(resultToJson(result), std::nullopt));
}

const Bar kAbovePlain{.measure = "quantized", .kind = Bar::Kind::Above, .row = "plain"};

/// A row without seeds whose ratio is that of the whole network.
ReproducedRow ablation(const char* name)
{
    ReproducedRow row;
    row.row.name = name;
    row.row.ratio = "ratio_all";
    row.recipe = Recipe{};
    return row;
}

SeedResult seedOf(std::uint64_t seed, double quantized)
{
    SeedResult result;
    result.seed = seed;
    result.values = {{"quantized", quantized}, {"ratio_all", 20.0}, {"storage", 20.0}};
    result.device = "cpu";
    result.recipe = Recipe{};
    return result;
}

const ReproducedRow& rowOf(const std::vector<ReproducedRow>& rows, const std::string& name)
{
    for (const ReproducedRow& row : rows) {
        if (row.row.name == name) {
            return row;
        }
    }
    FAIL("no row " << name);
    return rows.front();
}

std::string cell(const Table& table, const std::string& line, std::size_t column)
{
    for (const auto& row : table.rows) {
        if (row.front() == line) {
            return row.at(column);
        }
    }
    return "no line";
}

}  // namespace

TEST_CASE("a result file tells ratios, accuracies, losses and what it ran on")
{
    const Folder folder;
    write(folder, accurateResult(3, 99.30, 99.20, 99.10));
    const SeedResult seed = readSeedResult(folder.file("s0-lenet5-17x.seed3.json"), kName);
    CHECK(seed.seed == 3);
    // conv1 keeps 10 of 20 filters of 25 weights, conv2 25 filters of 47 columns, fc1 what reads these; fc2 is whole.
    CHECK(seed.values.at("ratio_conv") == Approx(25'500.0 / (250 + 1'175)));
    CHECK(seed.values.at("ratio_conv_plain") == seed.values.at("ratio_conv"));
    CHECK(seed.values.at("ratio_all") == Approx(430'500.0 / (250 + 1'175 + 200'000 + 5'000)));
    CHECK(seed.values.at("storage") == Approx(32.0 / 5.0 * seed.values.at("ratio_all")));
    CHECK(seed.values.at("original") == 99.30);
    CHECK(seed.values.at("loss_pruned") == Approx(0.10));
    CHECK(seed.values.at("loss_levels") == Approx(0.10));
    CHECK(seed.values.at("loss_original") == Approx(0.20));
    CHECK(seed.values.count("purified") == 0);
    CHECK(seed.values.count("simulated") == 0);
    CHECK(seed.epochs == std::vector<std::pair<std::string, std::int64_t>>{{"train", 2}, {"admm", 1}, {"retrain", 1}});
    CHECK(seed.trainingSeconds == 6.0);
    CHECK(seed.values.at("minutes") == Approx(0.1));
    CHECK(seed.threads == 2);
    CHECK(seed.device == "cpu");
    CHECK_THAT(seed.machine, Catch::Contains("2 threads") && Catch::Contains("Library 1.0, BLAS 2.0"));
}

TEST_CASE("what the crossbars gave goes with the result")
{
    const Folder folder;
    const std::string path = folder.file("s0-lenet5-17x.seed1.json");
    writeFileWhole(path, resultFileText(resultToJson(accurateResult(1, 99.0, 98.0, 97.0)), CrossbarCheck{200, 190, 199}));
    const SeedResult seed = readSeedResult(path, kName);
    CHECK(seed.values.at("simulated") == Approx(95.0));
    CHECK(seed.values.at("simulated_equal") == Approx(99.5));
}

TEST_CASE("bars are of the mean of the seeds; counts hold for each")
{
    const Folder folder;
    write(folder, accurateResult(1, 99.30, 99.10, 99.00));
    write(folder, accurateResult(2, 99.20, 99.00, 98.92));
    const PublishedTables tables = loadPublished();
    const auto rows = loadReproduction(tables, folder.path());
    const ReproducedRow& row = rowOf(rows, kName);
    REQUIRE(row.seeds.size() == 2);
    CHECK(*row.value("pruned") == Approx(99.05));
    CHECK(*row.value("loss_original") == Approx(0.29));
    CHECK_FALSE(row.value("simulated"));
    // published 99.15 - 0.10 and 99.03 - 0.10
    CHECK(verdictText(row, rows) == "met, 2 of 3 seeds");
    CHECK(*row.published("loss_levels") == Approx(0.12));
    CHECK(verdictText(rowOf(rows, "s0-lenet5-37x"), rows) == "not run");

    write(folder, accurateResult(3, 99.20, 99.10, 98.80));
    const auto more = loadReproduction(tables, folder.path());
    CHECK(verdictText(rowOf(more, kName), more) == "**not met**, 3 seeds: quantized");
}

TEST_CASE("a bar of minutes holds for each run, on a CPU with no more threads than it is for")
{
    const Folder folder;
    const PublishedTables tables = loadPublished();
    const auto verdict = [&](double minutes, int threads, const char* device) {
        RunResult result = accurateResult(1, 99.30, 99.20, 99.10);
        result.metrics.front().seconds = 60.0 * minutes;
        result.recipe.execution.threads = threads;
        result.recipe.execution.device = device;
        write(folder, result);
        const auto rows = loadReproduction(tables, folder.path());
        return verdictText(rowOf(rows, kName), rows);
    };
    CHECK(verdict(29.0, 2, "cpu") == "met, 1 of 3 seeds");
    CHECK(verdict(29.0, 1, "cpu") == "met, 1 of 3 seeds");
    CHECK(verdict(30.0, 2, "cpu") == "**not met**, 1 of 3 seeds: minutes");
    CHECK(verdict(29.0, 4, "cpu") == "open, 1 of 3 seeds: minutes");
    CHECK(verdict(29.0, 2, "cuda") == "open, 1 of 3 seeds: minutes");
    const auto rows = loadReproduction(tables, folder.path());
    const Table detail = reproductionDetail(rowOf(rows, kName), rows);
    CHECK(cell(detail, "Training, the longest run", 2) == "29.1 min");
    CHECK(cell(detail, "Training, the longest run", 4) == "at most 30.0 min with 2 threads");
    CHECK(cell(detail, "Training, the longest run", 5) == "open");
}

TEST_CASE("a bar against another row is open until that was run")
{
    ReproducedRow clipped = ablation("clipped");
    clipped.seeds.push_back(seedOf(1, 98.0));
    ReproducedRow plain = ablation("plain");
    CHECK_FALSE(isMet(kAbovePlain, clipped, {clipped, plain}));
    plain.seeds.push_back(seedOf(1, 98.0));
    CHECK(isMet(kAbovePlain, clipped, {clipped, plain}) == false);
    plain.seeds[0].values["quantized"] = 97.9;
    CHECK(isMet(kAbovePlain, clipped, {clipped, plain}) == true);
}

TEST_CASE("a bar against another row is over the seeds of both, at equal ratio and storage")
{
    ReproducedRow clipped = ablation("clipped");
    ReproducedRow plain = ablation("plain");
    clipped.seeds = {seedOf(1, 98.0), seedOf(2, 97.0)};
    plain.seeds = {seedOf(2, 97.5), seedOf(3, 90.0)};
    // Seed 1 of one and seed 3 of the other do not count.
    CHECK(isMet(kAbovePlain, clipped, {clipped, plain}) == false);
    plain.seeds[0].values["quantized"] = 96.9;
    CHECK(isMet(kAbovePlain, clipped, {clipped, plain}) == true);
    plain.seeds[0].seed = 4;
    CHECK_FALSE(isMet(kAbovePlain, clipped, {clipped, plain}).has_value());
    plain.seeds[0].seed = 2;
    for (const char* ratio : {"ratio_all", "storage"}) {
        plain.seeds[0].values[ratio] = 20.0 * 1.009;
        CHECK(isMet(kAbovePlain, clipped, {clipped, plain}) == true);
        plain.seeds[0].values[ratio] = 20.0 * 1.011;
        CHECK_FALSE(isMet(kAbovePlain, clipped, {clipped, plain}).has_value());
        plain.seeds[0].values.erase(ratio);
        CHECK_FALSE(isMet(kAbovePlain, clipped, {clipped, plain}).has_value());
        plain.seeds[0].values[ratio] = 20.0;
    }
}

TEST_CASE("results of an older recipe are marked and do not count beside newer ones")
{
    const Folder folder;
    RunResult older = accurateResult(1, 99.30, 95.00, 95.00);
    older.recipe.retrain.epochs += 1;
    write(folder, older);
    const PublishedTables tables = loadPublished();
    auto rows = loadReproduction(tables, folder.path());
    CHECK(rowOf(rows, kName).isOlder(rowOf(rows, kName).seeds[0]));
    CHECK(*rowOf(rows, kName).value("pruned") == 95.00);
    CHECK_THAT(verdictText(rowOf(rows, kName), rows), Catch::Contains("older recipe"));

    RunResult other = accurateResult(2, 99.30, 99.20, 99.10);
    other.recipe.execution.device = "cuda";  // Where a run was made is no part of its recipe.
    write(folder, other);
    rows = loadReproduction(tables, folder.path());
    const ReproducedRow& row = rowOf(rows, kName);
    CHECK(*row.value("pruned") == 99.20);
    CHECK(row.counting().size() == 1);
    const Table detail = reproductionDetail(row, rows);
    CHECK(detail.columns[3].title == "Seed 1, older recipe");
    CHECK(cell(detail, "Accuracy, pruned", 3) == "95.00 %");
    CHECK(cell(detail, "Accuracy, pruned", 2) == "99.20 %");
}

TEST_CASE("the page puts published figures beside ours and says what was not run")
{
    const Folder folder;
    write(folder, accurateResult(1, 99.30, 99.10, 99.00));
    const PublishedTables tables = loadPublished();
    const auto rows = loadReproduction(tables, folder.path());
    const Table detail = reproductionDetail(rowOf(rows, kName), rows);
    CHECK(cell(detail, "Ratio, convolutions", 1) == "17.69x");
    CHECK(cell(detail, "Ratio, convolutions", 2) == "17.89x");
    CHECK(cell(detail, "Accuracy, quantised", 1) == "99.03 %");
    CHECK(cell(detail, "Accuracy, quantised", 4) == "at least 99.03 % - 0.10");
    CHECK(cell(detail, "Accuracy, quantised", 5) == "met");
    CHECK(cell(detail, "Points lost, final against original", 1) == "+0.14");
    CHECK(cell(detail, "Points lost, final against original", 2) == "+0.30");
    const std::string page = reproductionPage(tables, rows);
    CHECK_THAT(page, Catch::Contains(
                         "| s0-lenet5-17x | 17.89x (17.69x) | 99.30 % (99.17 %) | 99.10 % (99.15 %) | 99.00 % (99.03 %) |"));
    CHECK_THAT(page, Catch::Contains("`mho reproduce s0-vgg16-30x --data DIR` fills it."));
    CHECK_THAT(page, Catch::Contains("4 (train 2, admm 1, retrain 1) epochs"));
    CHECK_THAT(page, Catch::Contains("  Stored: conv1 ") && Catch::Contains(" bits of weights, "));
    CHECK_THAT(page, Catch::Contains("`mho reproduce s0-lenet5-17x --data DIR --seeds 1,2,3` fills them."));
}

TEST_CASE("result files that cannot count are refused")
{
    const Folder folder;
    const PublishedTables tables = loadPublished();
    const auto refused = [&](const std::string& name, const std::string& text, const char* why) {
        writeFileWhole(folder.file(name), text);
        CHECK_THROWS_WITH(loadReproduction(tables, folder.path()), Catch::Contains(name) && Catch::Contains(why));
        std::filesystem::remove(folder.file(name));
    };
    const std::string good = resultFileText(resultToJson(accurateResult(1, 99.0, 99.0, 99.0)), std::nullopt);
    auto json = nlohmann::ordered_json::parse(good);
    refused("s0-lenet5-17x.json", good, "ROW.seedN.json");
    refused("s0-lenet5-17x.seed01.json", good, "ROW.seedN.json");
    refused("s9-lenet5.seed1.json", good, "no published row");
    refused("s0-lenet5-37x.seed1.json", good, "of recipe s0-lenet5-17x");
    refused("s0-lenet5-17x.seed2.json", good, "seed 1");
    refused("s0-lenet5-17x.seed1.json", good.substr(0, good.size() / 2), "not the result of a run");
    json["end"] = "cancelled";
    refused("s0-lenet5-17x.seed1.json", json.dump(), "not finished");
    json["end"] = "plan-broken";
    refused("s0-lenet5-17x.seed1.json", json.dump(), "break its plan");
    json["end"] = "finished";
    json["layers"][1]["weights_kept"] = 30'000;
    refused("s0-lenet5-17x.seed1.json", json.dump(), "conv2");
    CHECK(loadReproduction(tables, folder.file("none")).front().seeds.empty());
}

TEST_CASE("docs/reproduction.md is what the result files give")
{
    // To write it anew: mho reproduce --table docs/reproduction.md
    const PublishedTables tables = loadPublished();
    const std::string folder =
        std::filesystem::path(resourcePath("reproduction", "published")).parent_path().string() + "/results";
    CHECK(readTextFile(MHO_TEST_DOCS "/reproduction.md") == reproductionPage(tables, loadReproduction(tables, folder)));
}
