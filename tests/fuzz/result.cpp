// SPDX-License-Identifier: GPL-3.0-or-later
/// Results of runs and design points, as files and projects hold them.
#include "core/project/design_point.h"
#include "core/report/published_rows.h"
#include "core/report/seed_result.h"
#include "core/run/run.h"
#include "tests/fuzz/fuzz.h"

void mho::fuzz::check(std::string_view input)
{
    const std::string text(input);
    const auto read = [](std::string_view json) {
        DesignPoint point;
        readDesignResult(point, json, "point");
        return point;
    };
    checkText(input, read, designResultToJson);
    attempt([&] { return violationsOf(text); });
    attempt([&] { return publishedFromJson(text, "tables"); });
    const std::string path = fileOf(input, ".json");
    attempt([&] { return readSeedResult(path, "s0-lenet5-17x"); });
}
