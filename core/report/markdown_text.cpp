// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markdown_text.h"

namespace mho {
namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// At a place of `text`: whether Markdown reads the character as more than itself.
bool isMarkup(std::string_view text, std::size_t place)
{
    constexpr std::string_view kAlways = "\\`*<>[]&~";
    constexpr std::string_view kAtWords = "_#";
    if (kAlways.find(text[place]) != std::string_view::npos) {
        return true;
    }
    const bool within = place > 0 && place + 1 < text.size() && isLetterOrDigit(text[place - 1]) && isLetterOrDigit(text[place + 1]);
    return kAtWords.find(text[place]) != std::string_view::npos && !within;
}

}  // namespace

std::string markdownText(std::string_view text)
{
    std::string result;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const char c = text[place];
        result += isMarkup(text, place) ? "\\" : "";
        result += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
    }
    return result;
}

}  // namespace mho
