// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/published_rows.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"
#include "core/base/phrasing.h"
#include "core/base/resources.h"
#include "core/report/measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace mho {
namespace {

using Json = nlohmann::json;

bool isMeasure(const std::string& name)
{
    const auto& all = measures();
    return std::any_of(all.begin(), all.end(), [&](const Measure& measure) { return measure.name == name; });
}

/// Fields of one object; whatever is wrong with them is added to the problems.
class Fields {
public:
    Fields(const Json& object, std::string place, std::vector<Problem>& problems)
        : object_(object), place_(std::move(place)), problems_(problems)
    {
        if (!object.is_object()) {
            problem("", MHO_TEXT("an object is needed"));
        }
    }

    const Json* find(const char* key, bool needed)
    {
        known_.insert(key);
        if (object_.is_object() && object_.contains(key)) {
            return &object_.at(key);
        }
        if (needed) {
            problem(key, MHO_TEXT("is missing"));
        }
        return nullptr;
    }
    std::string text(const char* key, bool needed = true)
    {
        const Json* found = find(key, needed);
        if (found == nullptr) {
            return {};
        }
        if (!found->is_string()) {
            problem(key, MHO_TEXT("a text is needed"));
            return {};
        }
        return found->get<std::string>();
    }
    double number(const char* key, double least)
    {
        const Json* found = find(key, false);
        if (found == nullptr) {
            return 0.0;
        }
        if (!found->is_number() || found->get<double>() < least) {
            problem(key, phrase(MHO_TEXT("a number of %1 or more is needed"), least));
            return 0.0;
        }
        return found->get<double>();
    }
    std::int64_t whole(const char* key)
    {
        const Json* found = find(key, false);
        if (found == nullptr) {
            return 0;
        }
        if (!found->is_number_unsigned() || found->get<std::uint64_t>() > 1'000'000) {
            problem(key, MHO_TEXT("a whole number in 0..1000000 is needed"));
            return 0;
        }
        return found->get<std::int64_t>();
    }
    /// Calls `each(entry, place)` for the entries of a list.
    template <class Each>
    void list(const char* key, const Each& each)
    {
        const Json* found = find(key, true);
        if (found == nullptr) {
            return;
        }
        if (!found->is_array()) {
            problem(key, MHO_TEXT("a list is needed"));
            return;
        }
        for (std::size_t i = 0; i < found->size(); ++i) {
            each((*found)[i], fmt::format("{}[{}]", at(key), i));
        }
    }
    void refuseUnknown()
    {
        if (object_.is_object()) {
            for (const auto& [key, value] : object_.items()) {
                if (known_.count(key) == 0) {
                    problem(key, MHO_TEXT("this key is not known"));
                }
            }
        }
    }
    void problem(const std::string& key, const std::string& message) { problems_.push_back({at(key), message}); }

private:
    std::string at(const std::string& key) const { return place_.empty() ? key : key.empty() ? place_ : place_ + "." + key; }

    const Json& object_;
    std::string place_;
    std::vector<Problem>& problems_;
    std::set<std::string> known_;
};

std::string measureOf(Fields& fields, const char* key)
{
    std::string name = fields.text(key);
    if (!name.empty() && !isMeasure(name)) {
        fields.problem(key, phrase(MHO_TEXT("\"%1\" is not a measure"), name));
    }
    return name;
}

Bar barOf(const Json& json, const std::string& place, std::vector<Problem>& problems)
{
    Fields fields(json, place, problems);
    Bar bar;
    bar.measure = measureOf(fields, "measure");
    constexpr double kAny = -1e9;
    const bool least = fields.find("at_least", false) != nullptr;
    const bool most = fields.find("at_most", false) != nullptr;
    const bool above = fields.find("above", false) != nullptr;
    if (static_cast<int>(least) + static_cast<int>(most) + static_cast<int>(above) != 1) {
        fields.problem("", MHO_TEXT("one of at_least, at_most and above is needed"));
    } else if (above) {
        bar.kind = Bar::Kind::Above;
        bar.row = fields.text("above");
    } else {
        bar.kind = least ? Bar::Kind::AtLeast : Bar::Kind::AtMost;
        bar.value = fields.number(least ? "at_least" : "at_most", kAny);
    }
    bar.slack = fields.number("slack", 0.0);
    bar.threads = static_cast<int>(fields.whole("threads"));
    if (bar.threads > 0 && bar.kind != Bar::Kind::AtMost) {
        fields.problem("threads", MHO_TEXT("only a bar of at_most can be of so many threads"));
    }
    fields.refuseUnknown();
    return bar;
}

PublishedRow rowOf(const Json& json, const std::string& place, std::vector<Problem>& problems)
{
    Fields fields(json, place, problems);
    PublishedRow row;
    row.name = fields.text("name");
    row.paper = fields.text("paper");
    row.source = fields.text("source");
    row.network = fields.text("network");
    row.data = fields.text("data");
    row.ratio = measureOf(fields, "ratio");
    row.bits = static_cast<int>(fields.whole("bits"));
    row.note = fields.text("note", false);
    row.simulateImages = fields.whole("simulate_images");
    if (fields.find("seeds", false) != nullptr) {
        row.seeds = fields.whole("seeds");
        if (row.seeds < 1) {
            fields.problem("seeds", MHO_TEXT("at least one is needed"));
        }
    }
    if (const Json* published = fields.find("published", true)) {
        if (!published->is_object()) {
            fields.problem("published", MHO_TEXT("an object is needed"));
        } else {
            for (const auto& [key, value] : published->items()) {
                if (!isMeasure(key) || !value.is_number()) {
                    fields.problem("published." + key, MHO_TEXT("a measure with a number is needed"));
                } else {
                    row.published[key] = value.get<double>();
                }
            }
        }
    }
    fields.list("bars", [&](const Json& bar, const std::string& at) { row.bars.push_back(barOf(bar, at, problems)); });
    fields.refuseUnknown();
    return row;
}

void checkNames(const PublishedTables& tables, std::vector<Problem>& problems)
{
    std::set<std::string> papers;
    for (const PublishedPaper& paper : tables.papers) {
        if (!papers.insert(paper.key).second) {
            problems.push_back({"papers", phrase(MHO_TEXT("\"%1\" is there twice"), paper.key)});
        }
    }
    std::set<std::string> names;
    for (const PublishedRow& row : tables.rows) {
        if (!names.insert(row.name).second) {
            problems.push_back({"rows", phrase(MHO_TEXT("\"%1\" is there twice"), row.name)});
        }
        if (papers.count(row.paper) == 0) {
            problems.push_back({row.name + ".paper", phrase(MHO_TEXT("\"%1\" is not one of the papers"), row.paper)});
        }
        for (const Bar& bar : row.bars) {
            if (bar.kind == Bar::Kind::Above && (bar.row == row.name || tables.find(bar.row) == nullptr)) {
                problems.push_back({row.name + ".bars", phrase(MHO_TEXT("\"%1\" is not another row"), bar.row)});
            }
        }
    }
}

}  // namespace

const PublishedRow* PublishedTables::find(const std::string& name) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const PublishedRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

PublishedTables publishedFromJson(const std::string& text, const std::string& where)
{
    Json json;
    try {
        checkJsonDepth(text, where);
        json = Json::parse(text);
    } catch (const Json::exception& bad) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file is not JSON: %1"), {bad.what()}, where);
    }
    std::vector<Problem> problems;
    PublishedTables tables;
    Fields fields(json, "", problems);
    fields.list("papers", [&](const Json& entry, const std::string& place) {
        Fields paper(entry, place, problems);
        tables.papers.push_back({paper.text("key"), paper.text("title"), paper.text("where")});
        paper.refuseUnknown();
    });
    fields.list("rows",
                [&](const Json& entry, const std::string& place) { tables.rows.push_back(rowOf(entry, place, problems)); });
    fields.refuseUnknown();
    checkNames(tables, problems);
    throwIfProblems(problems, where);
    return tables;
}

PublishedTables loadPublished()
{
    const std::string path = resourcePath("reproduction", "published");
    return publishedFromJson(readTextFile(path), path);
}

}  // namespace mho
