// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/phrase.h"

#include <fmt/format.h>

#include <type_traits>
#include <utility>

namespace mho {

/// One argument of a phrase: another phrase, or the text of a value as fmt::format gives it.
template <class Value>
Phrase phraseArgument(Value&& value)
{
    if constexpr (std::is_convertible_v<Value, Phrase>) {
        return std::forward<Value>(value);
    } else {
        return Phrase(fmt::format("{}", std::forward<Value>(value)));
    }
}

/// phrase(MHO_TEXT("%1 is not in %2..%3"), value, low, high)
template <class... Values>
Phrase phrase(const char* text, Values&&... values)
{
    return Phrase(text, std::vector<Phrase>{phraseArgument(std::forward<Values>(values))...});
}

}  // namespace mho
