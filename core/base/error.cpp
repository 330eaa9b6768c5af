// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace mho {
namespace {

std::string listOf(const std::vector<Problem>& problems)
{
    std::string list;
    for (const Problem& problem : problems) {
        list += "\n  " + problem.field + ": " + problem.message;
    }
    return list;
}

}  // namespace

Error::Error(ErrorCode code, const char* text, std::vector<std::string> arguments, std::string where)
    : code_(code), template_(text), arguments_(std::move(arguments)), where_(std::move(where))
{
    const std::string filled = fillTemplate(template_, arguments_);
    message_ = where_.empty() ? filled : where_ + ": " + filled;
}

Error Error::ofProblems(const char* text, std::vector<Problem> problems, std::string where)
{
    Error error(ErrorCode::InvalidArgument, text, {listOf(problems)}, std::move(where));
    error.problems_ = std::move(problems);
    return error;
}

Error::~Error() = default;

Phrase phraseOf(const Error& error)
{
    Phrase said(error.textTemplate(), std::vector<Phrase>(error.arguments().begin(), error.arguments().end()));
    return error.where().empty() ? said : Phrase("%1: %2", {error.where(), said});
}

void throwIfProblems(const std::vector<Problem>& problems, const std::string& where)
{
    if (problems.empty()) {
        return;
    }
    throw Error::ofProblems(MHO_TEXT("These values cannot be used; correct them:%1"), problems, where);
}

}  // namespace mho
