// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <string_view>

namespace mho {

Error::Error(ErrorCode code, const char* text, std::vector<std::string> arguments, std::string where)
    : code_(code), template_(text), arguments_(std::move(arguments)), where_(std::move(where))
{
    const std::string filled = fillTemplate(template_, arguments_);
    message_ = where_.empty() ? filled : where_ + ": " + filled;
}

Error::~Error() = default;

std::string fillTemplate(std::string_view text, const std::vector<std::string>& arguments)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool marker = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!marker) {
            result += text[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(text[i + 1] - '1');
        if (index < arguments.size()) {
            result += arguments[index];
        } else {
            result += text.substr(i, 2);
        }
        ++i;
    }
    return result;
}

void throwIfProblems(const std::vector<Problem>& problems, const std::string& where)
{
    if (problems.empty()) {
        return;
    }
    std::string list;
    for (const Problem& problem : problems) {
        list += "\n  " + problem.field + ": " + problem.message;
    }
    throw Error(ErrorCode::InvalidArgument, MHO_TEXT("These values cannot be used; correct them:%1"), {list}, where);
}

}  // namespace mho
