// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reproduction_page.h"

#include "core/base/units.h"
#include "core/report/reproduction_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace mho {
namespace {

constexpr const char* kIntroduction = R"(# The papers' rows beside ours

Made by `mho reproduce --table docs/reproduction.md` from the result files in `resources/reproduction/results` alone; a test fails
when the page is not what they give. A row is a recipe of the same name (`resources/recipes`); `mho reproduce ROW --data DIR` runs
it. The published figures and the bars stand in `resources/reproduction/published.json`.

Accuracies are top-1 on all test images, with the weights of the last epoch; those of several seeds are their mean. A bar on a
ratio, on ADC bits, on equality or on minutes must hold for each seed (the least or the most is shown), one on accuracy for the
mean. "1 of 3 seeds": the bars are meant for three, and one was run. A bar against another row is over the seeds that both have, at
equal ratio and storage (to 1 %), else it is open; one for so many threads is open where more were used. A loss is in points,
positive when accuracy was lost; "final" is the quantised network where there are levels, else the pruned one. Ratios are weights /
weights kept. Storage counts kept weights at the bits of their levels, sign included (32 where there are none), against 32 bits for
every weight; with indices, what tells where they lie and the scales of the levels are added ([methods.md](methods.md)). Times are
those of the training epochs.

## All rows

Ours, and the published figure in brackets.

)";

std::string epochsText(const SeedResult& seed)
{
    std::int64_t all = 0;
    std::string stages;
    for (const auto& [stage, epochs] : seed.epochs) {
        all += epochs;
        stages += fmt::format("{}{} {}", stages.empty() ? "" : ", ", stage, epochs);
    }
    return fmt::format("{} ({})", all, stages);
}

std::string headText(const ReproducedRow& row)
{
    const PublishedRow& published = row.row;
    const std::string bits = published.bits > 0 ? fmt::format(", {} bits", published.bits) : std::string();
    return fmt::format("### {}\n\n{} on {}{}. Paper {}, {}.{}{}\n\n", published.name, published.network, published.data, bits,
                       published.paper, published.source, published.note.empty() ? "" : " ", published.note);
}

/// What each seed's run was.
std::string runsText(const ReproducedRow& row)
{
    std::string text;
    for (const SeedResult& seed : row.seeds) {
        text += fmt::format("* Seed {}: {} epochs, {} of training; Mho {}; {}.{}\n", seed.seed, epochsText(seed),
                            durationText(seed.trainingSeconds), seed.version, seed.machine,
                            row.isOlder(seed) ? " **Older recipe**: the recipe of this name was changed since." : "");
        if (!seed.storage.empty()) {
            text += fmt::format("  Stored: {}.\n", seed.storage);
        }
    }
    return text;
}

std::string openText(const ReproducedRow& row)
{
    return fmt::format("Not run{}. `mho reproduce {} --data DIR` fills it.\n\n",
                       !row.recipe ? "; there is no recipe of this name yet" : "", row.row.name);
}

/// Seeds that the bars are meant for and that were not run with the present recipe; empty = none.
std::string missingText(const ReproducedRow& row)
{
    std::vector<std::int64_t> missing;
    std::vector<std::int64_t> wanted;
    for (std::int64_t seed = 1; seed <= row.row.seeds; ++seed) {
        wanted.push_back(seed);
        if (std::none_of(row.seeds.begin(), row.seeds.end(), [&](const SeedResult& known) {
                return static_cast<std::int64_t>(known.seed) == seed && !row.isOlder(known);
            })) {
            missing.push_back(seed);
        }
    }
    return missing.empty() ? std::string()
                           : fmt::format("* Not run with the present recipe: seed{} {}. `mho reproduce {} --data DIR --seeds {}` fills {}.\n",
                                         missing.size() == 1 ? "" : "s", fmt::join(missing, ", "), row.row.name, fmt::join(wanted, ","),
                                         missing.size() == 1 ? "it" : "them");
}

}  // namespace

std::string reproductionPage(const PublishedTables& tables, const std::vector<ReproducedRow>& rows)
{
    std::string page = kIntroduction;
    page += tableMarkdown(reproductionSummary(rows)) + "\n";
    for (const PublishedPaper& paper : tables.papers) {
        page += fmt::format("## {}: {}\n\n{}.\n\n", paper.key, paper.title, paper.where);
        for (const ReproducedRow& row : rows) {
            if (row.row.paper != paper.key) {
                continue;
            }
            page += headText(row);
            if (row.seeds.empty()) {
                page += openText(row);
            }
            page += tableMarkdown(reproductionDetail(row, rows)) + "\n";
            if (!row.seeds.empty()) {
                page += runsText(row) + missingText(row) + "\n";
            }
        }
    }
    page.pop_back();  // One newline ends the file.
    return page;
}

}  // namespace mho
