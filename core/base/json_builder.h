// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mho {

/// Puts a value together from what nlohmann's parser tells (Json::sax_parse(text, &builder)), in time and memory as the text is long.
/// The parsers of nlohmann look through all that a holder has: ordered_json's for each of its members, one with a callback at the end
/// of each object in it. It stops at a key that is given twice in one object, and beyond the most values.
/// @tparam Json nlohmann::json (members in the order of the alphabet) or nlohmann::ordered_json (as they are given)
template <class Json>
class JsonBuilder final : public nlohmann::json_sax<Json> {
    using Base = nlohmann::json_sax<Json>;

public:
    enum class Stop { None, Syntax, KeyTwice, TooMany };

    /// @param mostValues numbers, texts, truth values, nulls, lists and objects
    explicit JsonBuilder(std::size_t mostValues = std::numeric_limits<std::size_t>::max()) : room_(mostValues) {}

    Json result;
    Stop stop = Stop::None;
    std::string cause;  ///< Of Syntax what the parser says, of KeyTwice the key.

    /// Holders that are open: at a key that is given twice, its object and those around it.
    std::size_t depth() const { return open_.size(); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(typename Base::number_integer_t value) override { return add(value); }
    bool number_unsigned(typename Base::number_unsigned_t value) override { return add(value); }
    bool number_float(typename Base::number_float_t value, const typename Base::string_t&) override { return add(value); }
    bool string(typename Base::string_t& value) override { return add(std::move(value)); }
    bool binary(typename Base::binary_t& value) override { return add(std::move(value)); }
    bool start_object(std::size_t) override { return open(Json(Json::value_t::object)); }
    bool key(typename Base::string_t& key) override
    {
        auto& members = open_.back()->template get_ref<typename Json::object_t&>();
        if constexpr (kOrdered) {
            members.emplace_back(std::move(key), nullptr);
            place_ = &members.back().second;
            return true;
        } else {
            const auto [member, isNew] = members.try_emplace(std::move(key));
            place_ = &member->second;
            return isNew || stopAt(Stop::KeyTwice, member->first);
        }
    }
    bool end_object() override
    {
        if constexpr (kOrdered) {
            const auto twice = keyGivenTwice(open_.back()->template get_ref<const typename Json::object_t&>());
            if (twice) {
                return stopAt(Stop::KeyTwice, std::string(*twice));
            }
        }
        open_.pop_back();
        return true;
    }
    bool start_array(std::size_t) override { return open(Json(Json::value_t::array)); }
    bool end_array() override
    {
        open_.pop_back();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override
    {
        return stopAt(Stop::Syntax, error.what());
    }

private:
    static constexpr bool kOrdered = std::is_same_v<Json, nlohmann::ordered_json>;

    bool stopAt(Stop why, std::string what)
    {
        stop = why;
        cause = std::move(what);
        return false;
    }

    bool add(Json value)
    {
        if (room_ == 0) {
            return stopAt(Stop::TooMany, {});
        }
        --room_;
        if (open_.empty()) {
            place_ = &result;
        } else if (open_.back()->is_array()) {
            open_.back()->push_back(nullptr);
            place_ = &open_.back()->back();
        }
        *place_ = std::move(value);
        return true;
    }

    /// The holder stays where it is as long as it is open: the one around it grows only by members behind it.
    bool open(Json holder)
    {
        const bool added = add(std::move(holder));
        open_.push_back(place_);
        return added;
    }

    /// Of an object that does not look for its keys when it takes one.
    std::optional<std::string_view> keyGivenTwice(const typename Json::object_t& members)
    {
        keys_.assign(members.size(), {});
        std::transform(members.begin(), members.end(), keys_.begin(), [](const auto& member) { return std::string_view(member.first); });
        std::sort(keys_.begin(), keys_.end());
        const auto twice = std::adjacent_find(keys_.begin(), keys_.end());
        return twice == keys_.end() ? std::nullopt : std::optional(*twice);
    }

    std::size_t room_;  ///< For so many values more.
    std::vector<Json*> open_;
    Json* place_ = nullptr;               ///< Of the value that comes next in an object.
    std::vector<std::string_view> keys_;  ///< Memory of keyGivenTwice().
};

}  // namespace mho
