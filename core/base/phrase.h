// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>
#include <vector>

/// Marks a text of core that a front shows, so that it can be translated (context "mho").
#define MHO_TEXT(text) text

namespace mho {

/// A sentence for people. It is its English text, and knows the template and the arguments that made it, so that a front can
/// say it in another language. See phrasing.h for how one is made.
class MHO_API Phrase : public std::string {
public:
    Phrase() = default;
    /// A text without arguments, marked with MHO_TEXT.
    Phrase(const char* text);  // NOLINT(google-explicit-constructor): a text is the simplest phrase
    /// A text that comes from elsewhere (a file, the system) and has no translation, or a value.
    Phrase(std::string text);  // NOLINT(google-explicit-constructor)
    /// @param text template with %1 ... %9, marked with MHO_TEXT  @param arguments fill it
    Phrase(const char* text, std::vector<Phrase> arguments);

    const std::string& text() const noexcept { return text_; }
    const std::vector<Phrase>& arguments() const noexcept { return arguments_; }

private:
    std::string text_;
    std::vector<Phrase> arguments_;
};

/// Replaces %1 ... %9 in `text` by `arguments`; a marker without an argument stays.
MHO_API std::string fillTemplate(std::string_view text, const std::vector<std::string>& arguments);

}  // namespace mho
