// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/hardware_fields.h"

#include <catch2/catch.hpp>

#include <limits>
#include <regex>
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
        case HardwareFieldKind::Quantity:
            return std::get<double>(field.value(hardware)) * 1.5;
        case HardwareFieldKind::Quantities:
            return std::vector<double>{1e-7, 2e-7};
        case HardwareFieldKind::Copies:
            return std::vector<Replication>{{"conv1", 3}};
        case HardwareFieldKind::Choice:
            break;
    }
    for (const HardwareChoice& choice : field.choices()) {
        if (HardwareValue(choice.name) != field.value(hardware)) {
            return choice.name;
        }
    }
    FAIL("no second choice of " << field.name);
    return std::string();
}

/// Whether the hardware's check finds fault with that field once it has the value.
bool refused(const HardwareField& field, const HardwareValue& value)
{
    Hardware hardware;
    hardware.crossbar.columns = 4096;  // room for a weight of any width
    field.set(hardware, value);
    for (const Problem& problem : hardware.validate()) {
        if (findHardwareField(problem.field) == &field) {
            return true;
        }
    }
    return false;
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

TEST_CASE(
    "Each field has a unit where it has one, and a source that names a section, a table, a page of ours, or a file of others")
{
    // A bare "ISAAC" or "the paper" can be traced by nobody.
    const std::regex traced(
        "section [0-9IVX]+|eq\\. [0-9]|Table [0-9IVX]+|docs/[a-z-]+\\.md|FORMS: 4 to 16|CiMLoop, ISAAC's cell");
    for (const HardwareField& field : hardwareFields()) {
        INFO(field.name << ": " << field.source);
        CHECK(std::regex_search(field.source, traced));
        const bool physical = field.kind == HardwareFieldKind::Quantity || field.kind == HardwareFieldKind::Quantities;
        const std::string name = field.name;
        const std::string unit = field.unit;
        if (physical) {
            CHECK_FALSE(unit.empty());
            CHECK(name.ends_with("_" + unit));
        } else {
            CHECK((unit == "bit") == name.ends_with("_bits"));
        }
    }
}

TEST_CASE("The ranges of the fields are those that are checked")
{
    for (const HardwareField& field : hardwareFields()) {
        INFO(field.name);
        switch (field.kind) {
            case HardwareFieldKind::Whole:
                CHECK(field.least <= field.most);
                CHECK_FALSE(refused(field, field.least));
                CHECK_FALSE(refused(field, field.most));
                CHECK(refused(field, field.least - 1));
                CHECK(refused(field, field.most + 1));
                break;
            case HardwareFieldKind::Quantity: {
                const auto most = static_cast<double>(field.most);
                CHECK(most > 0.0);
                CHECK_FALSE(refused(field, most));
                CHECK(refused(field, most * 1.0001));
                CHECK(refused(field, 0.0));
                CHECK(refused(field, -most));
                CHECK(refused(field, std::numeric_limits<double>::infinity()));
                CHECK(refused(field, std::numeric_limits<double>::quiet_NaN()));
                break;
            }
            case HardwareFieldKind::Quantities: {
                const std::vector<double> rising{1e-7,   2e-7,   3e-7,   4e-7,   5e-7,   6e-7,   7e-7,   8e-7,
                                                 8.1e-7, 8.2e-7, 8.3e-7, 8.4e-7, 8.5e-7, 8.6e-7, 8.7e-7, 1e-6};
                CHECK_FALSE(refused(field, std::vector<double>{}));
                CHECK_FALSE(refused(field, rising));
                CHECK(refused(field, std::vector<double>(rising.rbegin(), rising.rend())));
                CHECK(refused(field, std::vector<double>(rising.begin(), rising.end() - 1)));
                std::vector<double> beyond = rising;
                beyond.back() = 1.1e-6;  // the default's g_max is 1 uS
                CHECK(refused(field, beyond));
                break;
            }
            case HardwareFieldKind::Copies: {
                constexpr std::int64_t kMost = 1 << 20;
                CHECK(field.rangeText().find(std::to_string(kMost)) != std::string::npos);
                CHECK_FALSE(refused(field, std::vector<Replication>{{"conv1", 1}, {"conv2", kMost}}));
                CHECK(refused(field, std::vector<Replication>{{"conv1", 0}}));
                CHECK(refused(field, std::vector<Replication>{{"conv1", kMost + 1}}));
                CHECK(refused(field, std::vector<Replication>{{"", 1}}));
                break;
            }
            case HardwareFieldKind::Choice:
                if (*field.folder == '\0') {
                    Hardware hardware;
                    const bool taken = [&] {
                        try {
                            field.set(hardware, std::string("no-such-choice"));
                            return true;
                        } catch (const Error&) {
                            return false;
                        }
                    }();
                    CHECK((!taken || refused(field, std::string("no-such-choice"))));
                }
                break;
        }
    }
}

TEST_CASE("Choices have names that the field takes, and meanings; others are refused")
{
    for (const char* name :
         {"crossbar.sign_scheme", "crossbar.slices", "crossbar.mapping", "crossbar.compaction", "crossbar.adc_rule"}) {
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
