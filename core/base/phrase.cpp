// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phrase.h"

#include <utility>

namespace mho {

Phrase::Phrase(const char* text) : std::string(text), text_(text) {}

Phrase::Phrase(std::string text) : std::string(std::move(text)), text_(*this) {}

Phrase::Phrase(const char* text, std::vector<Phrase> arguments)
    : std::string(fillTemplate(text, std::vector<std::string>(arguments.begin(), arguments.end()))),
      text_(text),
      arguments_(std::move(arguments))
{
}

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

}  // namespace mho
