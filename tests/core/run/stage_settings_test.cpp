// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage_settings.h"

#include "core/base/error.h"
#include "core/run/recipe.h"
#include "core/run/stage_fields.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

using namespace mho;
using Catch::Matchers::Contains;

namespace {

using Json = nlohmann::ordered_json;

std::string refusal(const std::string& setting)
{
    try {
        applyStageSettings({}, std::vector{setting}, "--stage");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// The paths of all values in a text.
void addLeaves(const Json& json, const std::string& path, std::set<std::string>& leaves)
{
    for (const auto& item : json.items()) {
        const std::string name = path.empty() ? item.key() : path + "." + item.key();
        if (item.value().is_object()) {
            addLeaves(item.value(), name, leaves);
        } else {
            leaves.insert(name);
        }
    }
}

}  // namespace

TEST_CASE("Settings between the stages of any two recipes lead from the one to the other")
{
    std::vector<Stages> all{Stages{}};
    for (const std::string& name : recipeNames()) {
        all.push_back(loadRecipe(name));
    }
    Stages odd;
    odd.seed = 18'446'744'073'709'551'615U;
    odd.retrain.milestones = {};
    odd.straightThrough.teacher = "5";  // a name that reads as a number
    odd.straightThrough.teacherMean = {0.1, 0.2};
    odd.straightThrough.teacherDeviation = {1.0, 2.0};
    odd.admm.rho = 1.0 / 3.0;
    all.push_back(odd);
    REQUIRE(all.size() > 10);
    for (const Stages& before : all) {
        for (const Stages& after : all) {
            const std::vector<std::string> settings = stageSettingsBetween(before, after);
            CHECK(settings.empty() == (before == after));
            CHECK(applyStageSettings(before, settings, "test") == after);
        }
    }
}

TEST_CASE("A setting of stages that is none, of no field, or out of range is refused by its text, and all of them at once")
{
    CHECK(applyStageSettings({}, std::vector<std::string>{"retrain.epochs=3", "admm.training.schedule=one-cycle"}, "--stage").retrain.epochs == 3);
    CHECK_THAT(refusal("epochs"), Contains("FIELD=VALUE") && Contains("retrain.epochs=20"));
    CHECK_THAT(refusal("retrain.epoch=3"), Contains("epoch") && Contains("epochs"));
    CHECK_THAT(refusal("seed.x=4"), Contains("mho plan show --stages"));
    CHECK_THAT(refusal("network=lenet5"), Contains("network"));
    CHECK_THAT(refusal("retrain.epochs=many"), Contains("retrain.epochs") && Contains("whole number"));
    try {
        applyStageSettings({}, std::vector<std::string>{"retrain.learning_rate=-1", "admm.rho=0", "finetune.batch_size=0"}, "--stage");
        FAIL("taken");
    } catch (const Error& error) {
        CHECK_THAT(error.what(), Contains("retrain.learning_rate") && Contains("admm.rho") && Contains("finetune.batch_size"));
    }
}

TEST_CASE("Every field of the stages has words, and those that are numbers a range that the check tells too")
{
    std::set<std::string> leaves;
    addLeaves(Json::parse(stagesToJson({})), "", leaves);
    leaves.insert({"straight_through.teacher_mean", "straight_through.teacher_deviation"});  // left out while they are empty
    std::set<std::string> names;
    std::vector<std::string> groups;
    for (const StageField& field : stageFields()) {
        INFO(field.name);
        CHECK(names.insert(field.name).second);
        CHECK(findStageField(field.name) == &field);
        CHECK(std::string(field.label).size() > 1);
        CHECK(std::string(field.meaning).size() > 5);
        if (groups.empty() || groups.back() != field.group) {
            CHECK(std::find(groups.begin(), groups.end(), field.group) == groups.end());
            groups.emplace_back(field.group);
        }
        CHECK((field.kind == StageFieldKind::Choice) == !field.choices.empty());
        for (const std::string& choice : field.choices) {
            CHECK(refusal(field.name + "=" + choice).empty());
        }
        const bool ranged = field.kind == StageFieldKind::Whole || field.kind == StageFieldKind::Number;
        if (ranged && field.name != "seed") {
            const std::string range = field.range;  // behind a semicolon what it is under another setting
            CHECK_THAT(refusal(field.name + "=-1"), Contains(field.name) && Contains(range.substr(0, range.find(';'))));
        }
    }
    CHECK(names == leaves);
    CHECK(groups.size() == 10);
    CHECK(findStageField("retrain") == nullptr);
}
