// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bibliography.h"

#include "core/base/error.h"
#include "core/base/resources.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace mho {
namespace {

/// BibTeX keeps the case of what stands in braces; characters that TeX reads otherwise are escaped.
std::string texField(const std::string& text)
{
    std::string escaped;
    for (const char c : text) {
        escaped += std::string_view("&%$#_").find(c) == std::string_view::npos ? std::string(1, c) : std::string("\\") + c;
    }
    return escaped;
}

}  // namespace

std::string Reference::field(const std::string& name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
    return found == fields.end() ? std::string() : found->second;
}

std::string Reference::text() const
{
    std::string author = field("author");
    if (const std::size_t others = author.rfind(" and others"); others != std::string::npos) {
        author.replace(others, std::string::npos, " et al.");
    }
    for (std::size_t place = author.find(" and "); place != std::string::npos; place = author.find(" and ")) {
        author.replace(place, 5, ", ");
    }
    std::string text = author + (author.empty() ? "" : ", ") + field("title");
    for (const char* name : {"booktitle", "journal", "howpublished"}) {
        if (const std::string where = field(name); !where.empty()) {
            text += ", " + where;
        }
    }
    if (const std::string year = field("year"); !year.empty()) {
        text += " " + year;
    }
    if (const std::string print = field("eprint"); !print.empty()) {
        text += ", arXiv " + print;
    }
    return text;
}

std::string Reference::bibTex() const
{
    std::string text = fmt::format("@{}{{{},\n", type, key);
    for (const auto& [name, value] : fields) {
        text += fmt::format("  {} = {{{}{}{}}},\n", name, name == "title" ? "{" : "", texField(value), name == "title" ? "}" : "");
    }
    return text + "}\n";
}

std::vector<Reference> loadBibliography()
{
    for (const std::string& folder : resourceFolders()) {
        const std::string path = folder + "/bibliography.json";
        if (!std::filesystem::exists(path)) {
            continue;
        }
        std::vector<Reference> references;
        try {
            for (const auto& entry : nlohmann::ordered_json::parse(readTextFile(path))) {
                Reference& reference = references.emplace_back();
                reference.key = entry.at("key").get<std::string>();
                reference.type = entry.at("type").get<std::string>();
                reference.uses = entry.at("uses").get<std::vector<std::string>>();
                for (const auto& [name, value] : entry.at("fields").items()) {
                    reference.fields.emplace_back(name, value.get<std::string>());
                }
            }
        } catch (const nlohmann::json::exception& error) {
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The bibliography cannot be read: %1"), {error.what()}, path);
        }
        return references;
    }
    throw Error(ErrorCode::NotFound, MHO_TEXT("The bibliography is missing; install Mho's resources or set MHO_RESOURCE_DIR"), {}, "bibliography.json");
}

std::vector<Reference> referencesFor(const std::vector<Reference>& all, const std::set<std::string>& uses)
{
    std::vector<Reference> used;
    std::copy_if(all.begin(), all.end(), std::back_inserter(used), [&](const Reference& reference) {
        return std::any_of(reference.uses.begin(), reference.uses.end(), [&](const std::string& use) { return uses.count(use) != 0; });
    });
    return used;
}

}  // namespace mho
