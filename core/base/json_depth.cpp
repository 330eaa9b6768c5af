// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_depth.h"

#include "core/base/error.h"

namespace mho {

void checkJsonDepth(std::string_view text, const std::string& where)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (inString && character == '\\') {
            ++i;  // what is escaped ends no string
        } else if (character == '"') {
            inString = !inString;
        } else if (!inString && (character == '[' || character == '{')) {
            if (++depth > kDeepestJson) {
                throw Error(ErrorCode::BadFormat, MHO_TEXT("Its brackets are nested deeper than %1 levels; nothing that Mho reads needs that"),
                            {std::to_string(kDeepestJson)}, where);
            }
        } else if (!inString && (character == ']' || character == '}')) {
            --depth;
        }
    }
}

}  // namespace mho
