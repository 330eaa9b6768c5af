// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/study_table.h"

#include "core/base/resources.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

StudyPoint run(const char* plan, int seed, int crossbars, double accuracy)
{
    StudyPoint point;
    point.settings = {{"plan", fmt::format(R"({{"name": "{}", "plan": []}})", plan)}, {"seed", std::to_string(seed)}};
    point.state = PointState::Done;
    point.resultJson = fmt::format(R"({{"accuracy": {{"pruned": {}}}, "compression": {{"ratio_all": 4}}, "cost": {{"compressed": {{"crossbars": {}}}}}}})",
                                   accuracy, crossbars);
    return point;
}

}  // namespace

TEST_CASE("Seeds of equal settings stand together with their mean, least and most")
{
    StudyContent study;
    study.mode = SweepMode::Run;
    study.points = {run("a", 1, 40, 99.0), run("b", 1, 50, 99.5), run("a", 2, 40, 99.3), run("b", 2, 53, 99.5), run("b", 3, 1, 1.0),
                    run("c", 1, 1, 1.0), run("a", 1, 41, 98.0)};
    study.points[4].state = PointState::Failed;
    study.points[5].state = PointState::Open;
    const std::vector<SeedGroup> groups = seedGroups(study);
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].points == std::vector<std::size_t>{0, 2});
    CHECK(groups[1].values(study, "accuracy") == std::vector<double>{99.5, 99.5});
    CHECK(groups[0].values(study, "energy").empty());
    const Table table = studyTable(study);
    using Row = std::vector<std::string>;
    CHECK(table.rows[0] == Row{"plan a", "2", "4.00x", "40", "-", "-", "99.15 % (99.00 % to 99.30 %)"});
    CHECK(table.rows[2] == Row{"plan c", "0 of 1", "-", "-", "-", "-", "-"});
    CHECK(table.rows[1] == Row{"plan b", "2 of 3", "4.00x", "51.5 (50 to 53)", "-", "-", "99.50 %"});
    study.mode = SweepMode::Preview;
    CHECK(studyTable(study).columns.size() == table.columns.size() - 1);
}

TEST_CASE("The page of exploration shows what its studies hold")
{
    const std::vector<std::string> studies = resourceNames("exploration");
    CHECK(studies.size() >= 2);
    for (const std::string& name : studies) {
        const StudyContent study = studyFromJson(readTextFile(resourcePath("exploration", name)), name);
        CHECK_THAT(readTextFile(MHO_TEST_DOCS "/exploration.md"), Contains(tableMarkdown(studyTable(study))));
    }
}
