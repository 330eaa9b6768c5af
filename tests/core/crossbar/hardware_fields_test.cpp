// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware_fields.h"

#include <catch2/catch.hpp>

#include <set>

using namespace mho;

namespace {

/// A value of the field's kind that the default hardware does not have.
HardwareValue otherValue(const HardwareField& field, const Hardware& hardware)
{
    switch (field.kind) {
    case HardwareFieldKind::Whole: {
        const auto now = std::get<std::int64_t>(field.value(hardware));
        return now == field.most ? now - 1 : now + 1;
    }
    case HardwareFieldKind::Quantity: return std::get<double>(field.value(hardware)) * 1.5;
    case HardwareFieldKind::Quantities: return std::vector<double>{1e-7, 2e-7};
    case HardwareFieldKind::Copies: return std::vector<Replication>{{"conv1", 3}};
    case HardwareFieldKind::Choice: break;
    }
    for (const HardwareChoice& choice : field.choices()) {
        if (HardwareValue(choice.name) != field.value(hardware)) {
            return choice.name;
        }
    }
    FAIL("no second choice of " << field.name);
    return std::string();
}

}  // namespace

TEST_CASE("Each field is set and read back, changes that field alone, and says what it is")
{
    const Hardware standard;
    std::set<std::string> names;
    std::vector<std::string> groups;
    for (const HardwareField& field : hardwareFields()) {
        INFO(field.name);
        CHECK(names.insert(field.name).second);
        CHECK(findHardwareField(field.name) == &field);
        for (const char* text : {field.label, field.meaning, field.source, field.group}) {
            CHECK_FALSE(std::string(text).empty());
        }
        CHECK_FALSE(field.rangeText().empty());
        if (groups.empty() || groups.back() != field.group) {
            CHECK(std::find(groups.begin(), groups.end(), field.group) == groups.end());
            groups.emplace_back(field.group);
        }
        Hardware changed = standard;
        const HardwareValue value = otherValue(field, standard);
        field.set(changed, value);
        CHECK(field.value(changed) == value);
        CHECK(differingFields(standard, changed) == std::vector<const HardwareField*>{&field});
        field.set(changed, field.value(standard));
        CHECK(changed == standard);
    }
}

TEST_CASE("The ranges of the fields are those that are checked")
{
    for (const HardwareField& field : hardwareFields()) {
        if (field.kind != HardwareFieldKind::Whole) {
            continue;
        }
        INFO(field.name);
        const auto refused = [&](std::int64_t value) {
            Hardware hardware;
            hardware.crossbar.columns = 4096;  // room for a weight of any width
            field.set(hardware, value);
            for (const Problem& problem : hardware.validate()) {
                if (findHardwareField(problem.field) == &field) {
                    return true;
                }
            }
            return false;
        };
        CHECK_FALSE(refused(field.least));
        CHECK_FALSE(refused(field.most));
        CHECK(refused(field.least - 1));
        CHECK(refused(field.most + 1));
    }
}

TEST_CASE("Choices have names that the field takes, and meanings; others are refused")
{
    for (const char* name : {"crossbar.sign_scheme", "crossbar.slices", "crossbar.mapping", "crossbar.compaction",
                             "crossbar.adc_rule"}) {
        const HardwareField* field = findHardwareField(name);
        REQUIRE(field != nullptr);
        CHECK(field->choices().size() >= 2);
        for (const HardwareChoice& choice : field->choices()) {
            INFO(choice.name);
            CHECK_FALSE(choice.meaning.empty());
            Hardware hardware;
            field->set(hardware, choice.name);
            CHECK(field->value(hardware) == HardwareValue(choice.name));
        }
    }
    Hardware hardware;
    CHECK_THROWS_AS(findHardwareField("crossbar.slices")->set(hardware, std::string("rows")), Error);
    CHECK(findHardwareField("adc_law")->choices().front().name.empty());
    CHECK(findHardwareField("crossbar.replication[0].layer") == findHardwareField("crossbar.replication"));
    CHECK(findHardwareField("crossbar.height") == nullptr);
}
