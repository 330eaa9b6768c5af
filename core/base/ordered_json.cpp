// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ordered_json.h"

#include "core/base/error.h"
#include "core/base/json_builder.h"
#include "core/base/json_depth.h"

#include <string>
#include <utility>

namespace mho {
namespace {

template <class Json>
Json parsed(std::string_view text, const std::string& where, std::size_t mostValues = kAnyNumberOfValues)
{
    using Stop = typename JsonBuilder<Json>::Stop;
    checkJsonDepth(text, where);
    JsonBuilder<Json> builder(mostValues);
    Json::sax_parse(text, &builder);
    switch (builder.stop) {
        case Stop::None:
            break;
        case Stop::Syntax:
            throw Error(ErrorCode::BadFormat, MHO_TEXT("This is not valid JSON; correct it: %1"), {builder.cause}, where);
        case Stop::KeyTwice:
            throw Error(ErrorCode::BadFormat, MHO_TEXT("The key \"%1\" is given twice in one object; remove one"), {builder.cause}, where);
        case Stop::TooMany:
            throw Error(ErrorCode::BadFormat, MHO_TEXT("There are more than %1 values, too many for what this text should be"),
                        {std::to_string(mostValues)}, where);
    }
    return std::move(builder.result);
}

}  // namespace

nlohmann::ordered_json orderedJson(std::string_view text, const std::string& where)
{
    return parsed<nlohmann::ordered_json>(text, where);
}

nlohmann::json sortedJson(std::string_view text, const std::string& where, std::size_t mostValues)
{
    return parsed<nlohmann::json>(text, where, mostValues);
}

}  // namespace mho
