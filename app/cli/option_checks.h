// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/run/stop_point.h"

#include <CLI/Option.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>

namespace mho::cli {

/// What is wrong with a seed, or nothing: CLI11 alone would take -1 for 2^64 - 1.
inline std::string seedCheck(const std::string& text)
{
    std::uint64_t seed = 0;
    const char* const end = text.data() + text.size();
    const auto [next, failure] = std::from_chars(text.data(), end, seed);
    return failure == std::errc() && next == end ? std::string() : fmt::format("{} is not a whole number of 0 or more", text);
}

/// What is wrong with a step to stop at, or nothing.
inline std::string stopPointCheck(const std::string& text)
{
    try {
        stopPointOf(text);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

/// An option that may be repeated: it takes one value each time, so that a word behind that is no value of it.
inline CLI::Option* repeatable(CLI::Option* option)
{
    return option->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace mho::cli
