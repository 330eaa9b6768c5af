// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reproduction.h"

#include "core/base/error.h"
#include "core/report/measures.h"
#include "core/run/recipe_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <utility>

namespace mho {
namespace {

namespace fs = std::filesystem;

/// Counts and means are compared as they are printed in papers: a rounding error of 1e-9 must not break a bar.
constexpr double kRounding = 1e-9;
/// Ratios that count as equal: whole groups, and paths that purification takes, make them differ a little from seed to seed.
constexpr double kSameRatio = 0.01;

struct FileName {
    std::string row;
    std::uint64_t seed = 0;
};

FileName parsed(const fs::path& path)
{
    const std::string stem = path.stem().string();
    const std::size_t at = stem.rfind(".seed");
    FileName name;
    if (at != std::string::npos) {
        const char* const end = stem.data() + stem.size();
        const auto [next, failure] = std::from_chars(stem.data() + at + 5, end, name.seed);
        if (failure == std::errc() && next == end) {
            name.row = stem.substr(0, at);
        }
    }
    if (name.row.empty() || resultFileName(name.row, name.seed) != path.filename().string()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("A result file is named ROW.seedN.json; rename it or take it away"), {},
                    path.string());
    }
    return name;
}

std::optional<double> valueOf(const SeedResult& seed, const std::string& measure)
{
    const auto found = seed.values.find(measure);
    return found == seed.values.end() ? std::nullopt : std::optional(found->second);
}

bool isSame(std::optional<double> a, std::optional<double> b)
{
    return a && b && std::abs(*a - *b) <= kSameRatio * std::max(*a, *b);
}

/// Both rows' values over their common seeds; none where they cannot be compared.
std::optional<std::pair<double, double>> compared(const std::string& measure, const ReproducedRow& row, const ReproducedRow& other)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    const std::vector<const SeedResult*> others = other.counting();
    for (const SeedResult* seed : row.counting()) {
        const auto match = std::find_if(others.begin(), others.end(), [&](const SeedResult* s) { return s->seed == seed->seed; });
        if (match == others.end()) {
            continue;
        }
        for (const std::string& ratio : {row.row.ratio, std::string("storage")}) {
            if (!isSame(valueOf(*seed, ratio), valueOf(**match, ratio))) {
                return std::nullopt;
            }
        }
        const auto own = valueOf(*seed, measure);
        const auto their = valueOf(**match, measure);
        if (!own || !their) {
            return std::nullopt;
        }
        ours.push_back(*own);
        theirs.push_back(*their);
    }
    const Measure& found = findMeasure(measure);
    return ours.empty() ? std::nullopt : std::optional(std::pair(found.together(ours), found.together(theirs)));
}

std::optional<Recipe> presentRecipe(const std::string& name)
{
    try {
        return loadRecipe(name);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NotFound) {
            return std::nullopt;
        }
        throw;
    }
}

}  // namespace

std::string resultFileName(const std::string& row, std::uint64_t seed)
{
    return fmt::format("{}.seed{}.json", row, seed);
}

bool ReproducedRow::isOlder(const SeedResult& seed) const
{
    return !recipe || !seed.recipe || !isRunOf(*recipe, *seed.recipe);
}

std::vector<const SeedResult*> ReproducedRow::counting() const
{
    const bool onlyOlder = std::all_of(seeds.begin(), seeds.end(), [&](const SeedResult& seed) { return isOlder(seed); });
    std::vector<const SeedResult*> result;
    for (const SeedResult& seed : seeds) {
        if (onlyOlder || !isOlder(seed)) {
            result.push_back(&seed);
        }
    }
    return result;
}

std::optional<double> ReproducedRow::value(const std::string& measure) const
{
    std::vector<double> values;
    for (const SeedResult* seed : counting()) {
        const auto found = seed->values.find(measure);
        if (found == seed->values.end()) {
            return std::nullopt;
        }
        values.push_back(found->second);
    }
    return values.empty() ? std::nullopt : std::optional(findMeasure(measure).together(values));
}

std::optional<double> ReproducedRow::published(const std::string& measure) const
{
    const auto printed = [&](const char* name) -> std::optional<double> {
        const auto found = row.published.find(name);
        return found == row.published.end() ? std::nullopt : std::optional(found->second);
    };
    if (const auto value = printed(measure.c_str())) {
        return value;
    }
    const auto lost = [](std::optional<double> before, std::optional<double> after) {
        return before && after ? std::optional(*before - *after) : std::nullopt;
    };
    if (measure == "loss_pruned") {
        return lost(printed("original"), printed("pruned"));
    }
    if (measure == "loss_levels") {
        return lost(printed("pruned"), printed("quantized"));
    }
    if (measure == "loss_original") {
        return lost(printed("original"), printed("quantized") ? printed("quantized") : printed("pruned"));
    }
    return std::nullopt;
}

std::optional<bool> isMet(const Bar& bar, const ReproducedRow& row, const std::vector<ReproducedRow>& rows)
{
    const std::optional<double> ours = row.value(bar.measure);
    if (!ours) {
        return std::nullopt;
    }
    const std::vector<const SeedResult*> seeds = row.counting();
    if (bar.threads > 0 && std::any_of(seeds.begin(), seeds.end(), [&](const SeedResult* seed) {
            return seed->threads > bar.threads || seed->device != "cpu";
        })) {
        return std::nullopt;
    }
    switch (bar.kind) {
        case Bar::Kind::AtLeast:
            return *ours >= bar.value - bar.slack - kRounding;
        case Bar::Kind::AtMost:
            return *ours <= bar.value + bar.slack + kRounding;
        case Bar::Kind::Above:
            for (const ReproducedRow& other : rows) {
                if (other.row.name == bar.row) {
                    const auto both = compared(bar.measure, row, other);
                    return both ? std::optional(both->first + bar.slack > both->second) : std::nullopt;
                }
            }
            return std::nullopt;
    }
    return std::nullopt;
}

std::vector<ReproducedRow> loadReproduction(const PublishedTables& tables, const std::string& folder)
{
    std::vector<ReproducedRow> rows;
    for (const PublishedRow& row : tables.rows) {
        rows.push_back({row, presentRecipe(row.name), {}});
    }
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(folder, missing)) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        const FileName name = parsed(entry.path());
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const ReproducedRow& r) { return r.row.name == name.row; });
        if (row == rows.end()) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("There is no published row \"%1\"; rename the file or take it away"),
                        {name.row}, entry.path().string());
        }
        SeedResult seed = readSeedResult(entry.path().string(), name.row);
        if (seed.seed != name.seed) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The file holds seed %1, its name says %2"),
                        {fmt::format("{}", seed.seed), fmt::format("{}", name.seed)}, entry.path().string());
        }
        row->seeds.push_back(std::move(seed));
    }
    for (ReproducedRow& row : rows) {
        std::sort(row.seeds.begin(), row.seeds.end(), [](const SeedResult& a, const SeedResult& b) { return a.seed < b.seed; });
    }
    return rows;
}

}  // namespace mho
