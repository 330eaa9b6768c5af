// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/study_front.h"

#include "core/base/error.h"
#include "core/explore/front_quality.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace mho {

StudyFront studyFront(const StudyContent& study, const std::vector<std::string>& metrics, const std::vector<double>& reference)
{
    if (metrics.empty()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("At least one metric is needed"), {}, "metrics");
    }
    StudyFront result;
    std::vector<Direction> directions;
    for (const std::string& name : metrics) {
        const StudyMetric& metric = studyMetric(name);
        if (std::find(result.metrics.begin(), result.metrics.end(), &metric) != result.metrics.end()) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The metric %1 is named twice"), {name}, "metrics");
        }
        result.metrics.push_back(&metric);
        directions.push_back(metric.better);
    }
    if (!reference.empty() && reference.size() != metrics.size()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("%1 values are needed, one for each metric"), {std::to_string(metrics.size())}, "reference");
    }
    if (!std::all_of(reference.begin(), reference.end(), [](double value) { return std::isfinite(value); })) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("Its values must be finite"), {}, "reference");
    }
    for (std::size_t at = 0; at < study.points.size(); ++at) {
        if (study.points[at].state != PointState::Done) {
            continue;
        }
        std::vector<double> values;
        for (const StudyMetric* metric : result.metrics) {
            if (const auto value = metric->value(study.points[at].resultJson, study.mode)) {
                values.push_back(*value);
            }
        }
        if (values.size() == metrics.size()) {
            result.points.push_back(at);
            result.values.push_back(std::move(values));
        }
    }
    if (result.points.empty()) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("No finished point of the study states all of %1"), {fmt::format("{}", fmt::join(metrics, ", "))},
                    study.name);
    }
    result.front = paretoFront(result.values, directions);
    result.reference = reference.empty() ? worstPoint(result.values, directions) : reference;
    result.hypervolume = hypervolume(result.values, directions, result.reference);
    result.knee = kneePoint(result.values, directions);
    return result;
}

}  // namespace mho
