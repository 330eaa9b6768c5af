// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <bit>

namespace mho::detail {
namespace {

/// State dictionaries have some forty values and items per tensor; this leaves room for 50,000 tensors.
constexpr std::size_t kMostValues = 2'000'000;

std::size_t itemsOf(const PickleValue& value)
{
    if (const auto* tuple = value.as<PickleTuple>()) {
        return tuple->items.size();
    }
    if (const auto* list = value.as<PickleList>()) {
        return list->items.size();
    }
    const auto* dict = value.as<PickleDict>();
    return dict == nullptr ? 0 : dict->items.size();
}

}  // namespace

PickleReader::PickleReader(std::string_view bytes, std::string where, PickleBuilder& builder)
    : bytes_(bytes), where_(std::move(where)), builder_(builder)
{
}

void PickleReader::fail(const char* text, std::vector<std::string> arguments) const
{
    throw Error(ErrorCode::BadFormat, text, std::move(arguments), fmt::format("{}, byte {}", where_, operation_));
}

std::string_view PickleReader::take(std::uint64_t count)
{
    if (count > bytes_.size() - position_) {
        fail(MHO_TEXT("%1 bytes should stand here but only %2 are left; the file is cut or damaged"),
             {fmt::format("{}", count), fmt::format("{}", bytes_.size() - position_)});
    }
    const std::string_view result = bytes_.substr(position_, count);
    position_ += count;
    return result;
}

std::uint64_t PickleReader::number(unsigned bytes)
{
    std::uint64_t value = 0;
    const std::string_view raw = take(bytes);
    for (unsigned i = 0; i < bytes; ++i) {
        value |= std::uint64_t{static_cast<unsigned char>(raw[i])} << (8U * i);
    }
    return value;
}

PickleValue* PickleReader::make(PickleValue value)
{
    spend(1 + itemsOf(value));
    return &values_.emplace_back(std::move(value));
}

void PickleReader::push(PickleValue* value)
{
    if (stack_.size() >= kMostValues) {
        fail(MHO_TEXT("There are more than %1 values, too many for a file of weights"), {fmt::format("{}", kMostValues)});
    }
    stack_.push_back(value);
}

PickleValue* PickleReader::pop()
{
    if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) {
        fail(MHO_TEXT("A value is missing; the file is damaged"));
    }
    PickleValue* value = stack_.back();
    stack_.pop_back();
    return value;
}

std::vector<PickleItem> PickleReader::popToMark()
{
    if (marks_.empty()) {
        fail(MHO_TEXT("A mark is missing; the file is damaged"));
    }
    const auto first = stack_.begin() + static_cast<std::ptrdiff_t>(marks_.back());
    std::vector<PickleItem> items(first, stack_.end());
    stack_.erase(first, stack_.end());
    marks_.pop_back();
    return items;
}

void PickleReader::longNumber(std::uint64_t bytes)
{
    const std::string_view raw = take(bytes);
    if (raw.size() > 8) {
        push(make({PickleBig{std::string(raw)}}));
        return;
    }
    std::uint64_t value = !raw.empty() && (static_cast<unsigned char>(raw.back()) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = raw.size(); i > 0; --i) {
        value = (value << 8U) | static_cast<unsigned char>(raw[i - 1]);
    }
    push(make({std::bit_cast<std::int64_t>(value)}));
}

void PickleReader::tuple(std::vector<PickleItem> items)
{
    push(make({PickleTuple{std::move(items)}}));
}

void PickleReader::global(const std::string& module, const std::string& name)
{
    std::string whole = module + "." + name;
    if (!builder_.allows(whole)) {
        fail(MHO_TEXT("The file asks for %1, which is neither a tensor nor a plain container, so it is not read; save the "
                      "network's state_dict() alone"),
             {whole});
    }
    push(make({PickleGlobal{std::move(whole)}}));
}

/// One value may stand in many places; each place is paid for.
void PickleReader::spend(std::size_t items)
{
    spent_ += items;
    if (spent_ > kMostValues) {
        fail(MHO_TEXT("There are more than %1 values, too many for a file of weights"), {fmt::format("{}", kMostValues)});
    }
}

void PickleReader::append(PickleValue* list, const std::vector<PickleItem>& items)
{
    spend(items.size());
    auto* target = std::get_if<PickleList>(&list->data);
    if (target == nullptr) {
        fail(MHO_TEXT("An item is appended to something that is not a list; the file is damaged"));
    }
    target->items.insert(target->items.end(), items.begin(), items.end());
}

void PickleReader::insert(PickleValue* dict, const std::vector<PickleItem>& items)
{
    spend(items.size());
    auto* target = std::get_if<PickleDict>(&dict->data);
    if (target == nullptr || items.size() % 2 != 0) {
        fail(MHO_TEXT("An entry is put into something that is not a dictionary; the file is damaged"));
    }
    for (std::size_t i = 0; i < items.size(); i += 2) {
        target->items.emplace_back(items[i], items[i + 1]);
    }
}

void PickleReader::remember(std::uint64_t index)
{
    PickleValue* top = pop();
    stack_.push_back(top);
    if (memo_.size() >= kMostValues) {
        fail(MHO_TEXT("There are more than %1 values, too many for a file of weights"), {fmt::format("{}", kMostValues)});
    }
    memo_.set(index, top);
}

void PickleReader::recall(std::uint64_t index)
{
    PickleValue* found = memo_.find(index);
    if (found == nullptr) {
        fail(MHO_TEXT("Value %1 is used before it is made; the file is damaged"), {fmt::format("{}", index)});
    }
    push(found);
}

std::string PickleReader::line()
{
    const std::size_t end = bytes_.find('\n', position_);
    if (end == std::string_view::npos) {
        fail(MHO_TEXT("A name has no end; the file is cut or damaged"));
    }
    std::string result(bytes_.substr(position_, end - position_));
    position_ = end + 1;
    return result;
}

}  // namespace mho::detail
