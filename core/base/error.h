// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/phrase.h"

#include <exception>
#include <string>
#include <vector>

namespace mho {

/// One thing `validate()` found wrong. `field` names it as files and options do, e.g. "device.g_max_S".
struct Problem {
    std::string field;
    Phrase message;  ///< The value, the allowed range, what to do.
};

/// What kind of trouble an Error reports.
enum class ErrorCode {
    InvalidArgument,  ///< A value a person gave is out of its range or unknown.
    NotFound,         ///< A file, layer, recipe, preset or data set of that name does not exist.
    BadFormat,        ///< A file's content is not what its format demands.
    InputOutput,      ///< The system could not read or write.
    Infeasible,       ///< A plan or target cannot be met on this network.
    Unsupported,      ///< Valid, but this build or this version cannot do it.
    Cancelled         ///< A person stopped the work.
};

/// A user's mistake, a bad file, or work that was cancelled: what happened, to which object, and what to do.
///
/// The text is a template with %1, %2, ... so that a front can translate it before it fills in the arguments.
/// A programmer's mistake is an assertion, never an Error.
class MHO_API Error : public std::exception {
public:
    /// @param text template marked with MHO_TEXT, static storage; full sentence that says what to do
    /// @param arguments fill %1, %2, ...
    /// @param where the object: a path (with offset), a layer's name, a field; may be empty
    Error(ErrorCode code, const char* text, std::vector<std::string> arguments = {}, std::string where = {});
    /// Of values that cannot be used (InvalidArgument).
    /// @param text template whose %1 is the list of problems, one a line
    static Error ofProblems(const char* text, std::vector<Problem> problems, std::string where);
    ~Error() override;

    ErrorCode code() const noexcept { return code_; }
    const char* textTemplate() const noexcept { return template_; }
    const std::vector<std::string>& arguments() const noexcept { return arguments_; }
    const std::string& where() const noexcept { return where_; }
    /// What the argument lists, for a front that says it in another language; empty where the error is none of problems.
    const std::vector<Problem>& problems() const noexcept { return problems_; }

    /// English text: "WHERE: filled template" (no "WHERE: " when where is empty).
    const char* what() const noexcept override { return message_.c_str(); }

private:
    ErrorCode code_;
    const char* template_;
    std::vector<std::string> arguments_;
    std::string where_;
    std::vector<Problem> problems_;
    std::string message_;
};

/// What the error says, as a problem's message; where the error names an object, as "WHERE: ...".
MHO_API Phrase phraseOf(const Error& error);

/// Throws one Error (InvalidArgument) that lists all problems at once; does nothing when there are none.
MHO_API void throwIfProblems(const std::vector<Problem>& problems, const std::string& where);

}  // namespace mho
