// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stop_point.h"

#include "core/base/error.h"
#include "core/run/run_state.h"

#include <fmt/format.h>

#include <charconv>

namespace mho {
namespace {

bool isCount(std::string_view text, std::int64_t& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0;
}

bool trains(std::string_view stage)
{
    for (int known = 0; known < static_cast<int>(Stage::Done); ++known) {
        if (stageName(static_cast<Stage>(known)) == stage) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string stopPointText(const StopPoint& point)
{
    return fmt::format("{}:{}:{}", point.stage, point.round, point.step);
}

StopPoint stopPointOf(std::string_view text)
{
    StopPoint point;
    const std::size_t first = text.find(':');
    const std::size_t second = first == std::string_view::npos ? first : text.find(':', first + 1);
    point.stage = text.substr(0, first);
    if (second == std::string_view::npos || !isCount(text.substr(first + 1, second - first - 1), point.round) ||
        !isCount(text.substr(second + 1), point.step) || !trains(point.stage)) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("\"%1\" tells no step of a run: it is written STAGE:ROUND:STEP, e.g. retrain:0:1170, with a stage of train, admm, "
                             "retrain, quantize, progressive, straight-through, finetune"),
                    {std::string(text)});
    }
    return point;
}

}  // namespace mho
