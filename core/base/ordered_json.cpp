// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ordered_json.h"

#include "core/base/error.h"
#include "core/base/json_depth.h"

#include <unordered_set>
#include <utility>
#include <vector>

namespace mho {
namespace {

using Json = nlohmann::ordered_json;

/// Puts together what the parser tells, piece by piece.
class Builder final : public nlohmann::json_sax<Json> {
public:
    Json result;
    std::string failure;  ///< Of the parser; empty = none.
    std::string twice;    ///< The first key that was given twice in one object.

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t& value) override { return put(std::move(value)); }
    bool start_object(std::size_t) override
    {
        open_.push_back(add(Json::object()));
        keys_.emplace_back();
        return true;
    }
    bool key(string_t& key) override
    {
        if (!keys_.back().insert(key).second) {
            twice = key;
            return false;
        }
        key_ = std::move(key);
        return true;
    }
    bool end_object() override
    {
        keys_.pop_back();
        open_.pop_back();
        return true;
    }
    bool start_array(std::size_t) override
    {
        open_.push_back(add(Json::array()));
        return true;
    }
    bool end_array() override
    {
        open_.pop_back();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& error) override
    {
        failure = error.what();
        return false;
    }

private:
    bool put(Json value)
    {
        add(std::move(value));
        return true;
    }
    /// Where the value went. It stays there as long as it is open: its holder grows only by members behind it.
    Json* add(Json value)
    {
        if (open_.empty()) {
            result = std::move(value);
            return &result;
        }
        Json& holder = *open_.back();
        if (holder.is_array()) {
            holder.push_back(std::move(value));
            return &holder.back();
        }
        auto& members = holder.get_ref<Json::object_t&>();
        members.emplace_back(std::move(key_), std::move(value));
        return &members.back().second;
    }

    std::vector<Json*> open_;
    std::vector<std::unordered_set<std::string>> keys_;  ///< Of the open objects.
    std::string key_;                                    ///< Of the value that comes next.
};

}  // namespace

nlohmann::ordered_json orderedJson(std::string_view text, const std::string& where)
{
    checkJsonDepth(text, where);
    Builder builder;
    if (Json::sax_parse(text, &builder)) {
        return std::move(builder.result);
    }
    if (!builder.twice.empty() || builder.failure.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The key \"%1\" is given twice in one object; remove one"), {builder.twice}, where);
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("This is not valid JSON; correct it: %1"), {builder.failure}, where);
}

}  // namespace mho
