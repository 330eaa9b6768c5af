// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/option_fields.h"
#include "core/run/recipe.h"

namespace mho {

std::string hardwareToJson(const Hardware& hardware)
{
    return detail::jsonText(detail::JsonWriter::written(hardware));
}

Hardware hardwareFromJson(std::string_view json, const std::string& where)
{
    Hardware hardware;
    std::vector<Problem> problems;
    detail::JsonReader::read(detail::parseJson(json, where), "", hardware, problems);
    // Values of a wrong type kept their defaults, so ranges are only told where all types are right.
    if (problems.empty()) {
        problems = hardware.validate();
    }
    throwIfProblems(problems, where);
    return hardware;
}

}  // namespace mho
