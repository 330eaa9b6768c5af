// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/stage_json_fields.h"

namespace mho {

std::string stagesToJson(const Stages& stages)
{
    return detail::jsonText(detail::JsonWriter::written(stages));
}

Stages stagesFromJson(std::string_view json, const std::string& where)
{
    Stages stages;
    std::vector<Problem> problems;
    detail::JsonReader::read(detail::parseJson(json, where), "", stages, problems);
    // Values of a wrong type kept their defaults, so ranges are only told where all types are right.
    throwIfProblems(problems, where);
    throwIfProblems(stages.validate(), where);
    return stages;
}

}  // namespace mho
