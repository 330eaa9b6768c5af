// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrasing.h"
#include "core/compress/quantizer.h"
#include "core/run/option_fields.h"
#include "core/run/recipe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mho {
namespace detail {
namespace {

void checkLevels(const LayerPlan& layer, const std::string& place, std::vector<Problem>& problems)
{
    std::vector<std::string> kinds;
    for (const Quantizer* quantizer : quantizers()) {
        kinds.emplace_back(quantizer->name());
        if (quantizer->name() == layer.levels) {
            if (layer.levelBits != 0 && (layer.levelBits < quantizer->leastBits() || layer.levelBits > quantizer->mostBits())) {
                problems.push_back(
                    {place + ".level_bits", phrase(MHO_TEXT("%1 is neither 0 (float) nor in %2..%3"), layer.levelBits,
                                                   quantizer->leastBits(), quantizer->mostBits())});
            }
            return;
        }
    }
    problems.push_back({place + ".levels", phrase(MHO_TEXT("\"%1\" is not one of %2.%3"), layer.levels, fmt::join(kinds, ", "),
                                                  nearestHint(layer.levels, kinds))});
}

}  // namespace

std::vector<Problem> planProblems(const Plan& plan, const std::string& path)
{
    std::vector<std::string> kinds;
    for (const Constraint* constraint : constraints()) {
        kinds.emplace_back(constraint->name());
    }
    std::vector<Problem> problems;
    std::set<std::string> named;
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        const LayerPlan& layer = plan.layers[i];
        const std::string place = fmt::format("{}[{}]", path, i);
        if (layer.layer.empty()) {
            problems.push_back({place + ".layer", MHO_TEXT("A name of a layer is needed")});
        } else if (!named.insert(layer.layer).second) {
            problems.push_back(
                {place + ".layer", phrase(MHO_TEXT("\"%1\" is named twice; join the two entries"), layer.layer)});
        }
        checkLevels(layer, place, problems);
        for (std::size_t c = 0; c < layer.constraints.size(); ++c) {
            const ConstraintSpec& spec = layer.constraints[c];
            const std::string field = fmt::format("{}.constraints[{}]", place, c);
            if (std::find(kinds.begin(), kinds.end(), spec.kind) == kinds.end()) {
                problems.push_back({field + ".kind", phrase(MHO_TEXT("\"%1\" is not one of %2.%3"), spec.kind,
                                                            fmt::join(kinds, ", "), nearestHint(spec.kind, kinds))});
            }
            if (!(spec.ratio >= 1.0) || !std::isfinite(spec.ratio)) {
                problems.push_back({field + ".ratio", phrase(MHO_TEXT("%1 is below 1, which keeps all groups"), spec.ratio)});
            }
        }
    }
    return problems;
}

}  // namespace detail

std::string planToJson(const Plan& plan)
{
    return detail::jsonText(detail::JsonWriter::writtenList(plan.layers));
}

Plan planFromJson(std::string_view json, const std::string& where)
{
    Plan plan;
    std::vector<Problem> problems;
    const nlohmann::json given = detail::parseJson(json, where);
    if (given.is_object() && given.contains("plan")) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("A plan is needed, and this is a recipe; give its list \"plan\" alone, in a file"), {},
                    where);
    }
    detail::JsonReader::readList(given, "plan", plan.layers, problems);
    if (problems.empty()) {
        problems = detail::planProblems(plan, "plan");
    }
    throwIfProblems(problems, where);
    return plan;
}

}  // namespace mho
