// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tex_text.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <utility>

namespace mho {
namespace {

/// The code point at `place`, which moves behind it; broken UTF-8 gives U+FFFD.
std::uint32_t nextCodePoint(std::string_view text, std::size_t& place)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(place++);
    if (first < 0x80U) {
        return first;
    }
    const int more = first >= 0xF0U ? 3 : first >= 0xE0U ? 2 : first >= 0xC0U ? 1 : -1;
    if (more < 0 || place + static_cast<std::size_t>(more) > text.size()) {
        return 0xFFFDU;
    }
    std::uint32_t code = first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        code = (code << 6U) | (byte(place++) & 0x3FU);
    }
    return code;
}

std::string ascii(char c)
{
    switch (c) {
        case '\\':
            return "\\textbackslash{}";
        case '~':
            return "\\textasciitilde{}";
        case '^':
            return "\\textasciicircum{}";
        case '|':
            return "\\textbar{}";
        case '<':
            return "\\textless{}";
        case '>':
            return "\\textgreater{}";
        case '"':
            return "\\textquotedbl{}";
        case '&':
        case '%':
        case '$':
        case '#':
        case '{':
        case '}':
            return std::string("\\") + c;
        case '_':
            return "\\_\\allowbreak{}";
        case '/':
        case ':':
            return std::string(1, c) + "\\allowbreak{}";
        default:
            return static_cast<unsigned char>(c) < 0x20U ? " " : std::string(1, c);
    }
}

constexpr std::array<std::pair<std::uint32_t, const char*>, 22> kSigns{{{0x00B5, "\\textmu{}"},
                                                                       {0x03BC, "\\textmu{}"},
                                                                       {0x00B2, "\\textsuperscript{2}"},
                                                                       {0x00B3, "\\textsuperscript{3}"},
                                                                       {0x00D7, "\\texttimes{}"},
                                                                       {0x00B1, "\\textpm{}"},
                                                                       {0x00A0, "~"},
                                                                       {0x202F, "\\,"},
                                                                       {0x2009, "\\,"},
                                                                       {0x2013, "--"},
                                                                       {0x2014, "---"},
                                                                       {0x2018, "`"},
                                                                       {0x2019, "'"},
                                                                       {0x201C, "``"},
                                                                       {0x201D, "''"},
                                                                       {0x2026, "\\dots{}"},
                                                                       {0x2212, "\\textminus{}"},
                                                                       {0x2248, "$\\approx$"},
                                                                       {0x2264, "$\\le$"},
                                                                       {0x2265, "$\\ge$"},
                                                                       {0x03A9, "$\\Omega$"},
                                                                       {0x03C3, "$\\sigma$"}}};

}  // namespace

std::string texText(std::string_view text)
{
    std::string result;
    for (std::size_t place = 0; place < text.size();) {
        const std::size_t start = place;
        const std::uint32_t code = nextCodePoint(text, place);
        if (code < 0x80U) {
            const char next = place < text.size() ? text[place] : ' ';
            const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
            // "--" would be drawn as one dash; "crossbar.rows" may break, "1.67" not.
            result += code == '-' && next == '-' ? std::string("-{}") : code == '.' && letter ? std::string(".\\allowbreak{}") : ascii(static_cast<char>(code));
            continue;
        }
        std::string sign;
        for (const auto& [one, command] : kSigns) {
            sign = one == code ? command : sign;
        }
        if (!sign.empty()) {
            result += sign;
        } else if (code >= 0xC0U && code <= 0x17FU) {
            result += text.substr(start, place - start);
        } else {
            result += fmt::format("U+{:04X}", code);
        }
    }
    return result;
}

}  // namespace mho
