// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/estimate_check.h"

#include "core/compress/preview.h"
#include "core/explore/study_metrics.h"
#include "core/run/target.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mho {
namespace {

Recipe recipeOfResult(const nlohmann::ordered_json& result)
{
    try {
        return recipeFromJson(result.at("recipe").dump(), "result");
    } catch (const nlohmann::json::exception& error) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("Not a result of a run: %1"), {error.what()}, "result");
    }
}

}  // namespace

EstimateCheck checkEstimate(const SensitivityTable& table, const std::vector<EstimateRecord>& known,
                            const std::shared_ptr<const Network>& network, const std::string& resultJson)
{
    EstimateCheck check;
    const auto result = nlohmann::ordered_json::parse(resultJson, nullptr, false);
    const Recipe recipe = recipeOfResult(result);
    const nlohmann::ordered_json::json_pointer startHash("/network/start_hash");
    if (!result.contains(startHash) || result.at(startHash) != table.networkHash || networkHash(*network) != table.networkHash) {
        check.reasons.emplace_back("the sensitivities are of a network with other weights");
        return check;
    }
    const auto measured = studyMetric("accuracy").value(resultJson, SweepMode::Run);
    if (!measured) {
        check.reasons.emplace_back("the result holds no accuracy");
        return check;
    }
    EstimateRecord record{recipe.name, recipe.seed, table.key, scheduleKey(recipe), designKey(recipe), 0.0, std::nullopt, *measured};
    Preview preview(network, targetOf(recipe.hardware));
    const CompressedNetwork& compressed = preview.apply(recipe.plan);
    const auto rise = AccuracyEstimator(table, {}).lossRise(recipe.plan, compressed, preview.ownCounts(), check.reasons);
    if (!rise) {
        return check;
    }
    record.lossRise = *rise;
    // A run that is known already was foretold from what stood before it.
    std::vector<EstimateRecord> before;
    std::copy_if(known.begin(), sameRun(known, record), std::back_inserter(before),
                 [&](const EstimateRecord& other) { return other.schedule == record.schedule; });
    check.foretold = AccuracyEstimator(table, before).trained(*rise);
    if (check.foretold) {
        record.estimatedPercent = check.foretold->top1Percent;
    }
    check.record = std::move(record);
    return check;
}

std::optional<EstimateCheck> recordEstimate(const std::string& tableJson, std::string& recordsJson, const std::string& where,
                                            const std::shared_ptr<const Network>& network, const std::string& resultJson)
{
    const SensitivityTable table = sensitivityFromJson(tableJson, where);
    if (table.networkHash != networkHash(*network)) {
        return std::nullopt;
    }
    std::vector<EstimateRecord> records = recordsJson.empty() ? std::vector<EstimateRecord>{} : estimateRecordsFromJson(recordsJson, where);
    EstimateCheck check = checkEstimate(table, records, network, resultJson);
    if (check.record) {
        addRecord(records, *check.record);
        recordsJson = estimateRecordsToJson(records);
    }
    return check;
}

std::string checkText(const EstimateCheck& check)
{
    if (!check.record) {
        return fmt::format("the sensitivities say nothing of this plan: {}", fmt::join(check.reasons, "; "));
    }
    return fmt::format("test accuracy {:.2f} %, foretold: {}", check.record->measuredPercent,
                       check.foretold ? estimateText(*check.foretold) : "nothing, as this is the first run of its schedule");
}

EstimateQuality estimateQuality(const SensitivityTable& table, const std::vector<EstimateRecord>& records)
{
    std::vector<double> promise;
    std::vector<double> measured;
    for (const EstimateRecord& record : comparableRecords(records, table.key)) {
        promise.push_back(-record.lossRise);
        measured.push_back(record.measuredPercent);
    }
    EstimateQuality quality{promise.size(), rankCorrelation(promise, measured), std::nullopt};
    if (const auto estimate = AccuracyEstimator(table, records).trained(0.0)) {
        quality.errorPoints = estimate->errorPoints;
    }
    return quality;
}

}  // namespace mho
