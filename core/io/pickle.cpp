// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle.h"

#include "core/base/error.h"
#include "core/base/small_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace mho::detail {
namespace {

// State dictionaries have some eighty values per tensor, as they are counted here: the most leaves room for 50,000 tensors, that of
// small files for 5,000. A tensor's name, place and head alone are 160 bytes of the older form and 310 of the zip form.
constexpr std::size_t kMostValues = 4'000'000;
constexpr std::size_t kMostValuesOfSmall = 400'000;

/// A class or function is named with fewer; one text may be part of many names.
constexpr std::size_t kLongestGlobal = 1'000;
constexpr std::size_t kShownOfGlobal = 200;

/// As PickleReader::spend() counts.
struct Cost {
    std::size_t operator()(const std::string& text) const { return 1 + valuesOfText(text.size()); }
    std::size_t operator()(const PickleBig& number) const { return 1 + valuesOfText(number.bytes.size()); }
    std::size_t operator()(const PickleGlobal& global) const { return 1 + valuesOfText(global.name.size()); }
    std::size_t operator()(const PickleTuple& tuple) const { return 1 + tuple.items.size(); }
    std::size_t operator()(const PickleList& list) const { return 1 + list.items.size(); }
    std::size_t operator()(const PickleDict& dict) const { return 1 + 2 * dict.items.size(); }
    std::size_t operator()(const std::shared_ptr<const StoredStorage>& storage) const
    {
        constexpr std::size_t kStorage = 8;  // and its place among all storages
        return kStorage + 2 * valuesOfText(storage->key.size());
    }
    std::size_t operator()(const std::shared_ptr<const StoredTensor>& tensor) const
    {
        constexpr std::size_t kTensor = 5;
        return kTensor + tensor->shape.size() + tensor->strides.size() + valuesOfText(tensor->storage.key.size());
    }
    template <class Plain>
    std::size_t operator()(const Plain&) const
    {
        return 1;
    }
};

}  // namespace

std::size_t mostPickleValues(std::uint64_t fileBytes)
{
    return fileBytes < kSmallFile ? kMostValuesOfSmall : std::min<std::size_t>(fileBytes, kMostValues);
}

PickleReader::PickleReader(std::string_view bytes, std::string where, PickleBuilder& builder, std::uint64_t fileBytes)
    : bytes_(bytes), where_(std::move(where)), builder_(builder), mostValues_(mostPickleValues(fileBytes))
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
    spend(std::visit(Cost{}, value.data));
    return &values_.emplace_back(std::move(value));
}

void PickleReader::push(PickleValue* value)
{
    if (stack_.size() >= mostValues_) {
        fail(MHO_TEXT("There are more than %1 values, too many for a file of weights"), {fmt::format("{}", mostValues_)});
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
    const bool tooLong = module.size() + name.size() > kLongestGlobal;
    std::string whole = tooLong ? module.substr(0, kShownOfGlobal) + "..." : module + "." + name;
    if (tooLong || !builder_.allows(whole)) {
        fail(MHO_TEXT("The file asks for %1, which is neither a tensor nor a plain container, so it is not read; save the "
                      "network's state_dict() alone"),
             {whole});
    }
    push(make({PickleGlobal{std::move(whole)}}));
}

/// One value may stand in many places; each place is paid for.
void PickleReader::spend(std::size_t values)
{
    spent_ += values;
    if (spent_ > mostValues_) {
        fail(MHO_TEXT("There are more than %1 values, too many for a file of weights"), {fmt::format("{}", mostValues_)});
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
    spend(1);
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
