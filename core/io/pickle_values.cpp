// SPDX-License-Identifier: GPL-3.0-or-later
/// The operations that build plain values.
#include "core/base/error.h"
#include "core/io/pickle.h"
#include "core/io/pickle_opcodes.h"

#include <fmt/format.h>

#include <bit>

namespace mho::detail {
namespace {

constexpr std::size_t kMostMarks = 1'000;

}  // namespace

bool PickleReader::scalar(unsigned char opcode)
{
    switch (opcode) {
        case kNone:
            push(&none_);
            return true;
        case kNewTrue:
            push(&true_);
            return true;
        case kNewFalse:
            push(&false_);
            return true;
        case kBinInt:
            push(make({std::int64_t{static_cast<std::int32_t>(static_cast<std::uint32_t>(number(4)))}}));
            return true;
        case kBinInt1:
            push(make({static_cast<std::int64_t>(number(1))}));
            return true;
        case kBinInt2:
            push(make({static_cast<std::int64_t>(number(2))}));
            return true;
        case kLong1:
            longNumber(number(1));
            return true;
        case kLong4:
            longNumber(number(4));
            return true;
        case kBinFloat: {
            std::uint64_t bits = 0;  // the one number that is big endian
            for (const char part : take(8)) {
                bits = (bits << 8U) | static_cast<unsigned char>(part);
            }
            push(make({std::bit_cast<double>(bits)}));
            return true;
        }
        default:
            return false;
    }
}

bool PickleReader::text(unsigned char opcode)
{
    unsigned width = 0;
    switch (opcode) {
        case kShortBinString:
        case kShortBinBytes:
        case kShortBinUnicode:
            width = 1;
            break;
        case kBinString:
        case kBinBytes:
        case kBinUnicode:
            width = 4;
            break;
        case kBinBytes8:
        case kBinUnicode8:
            width = 8;
            break;
        default:
            return false;
    }
    push(make({std::string(take(number(width)))}));
    return true;
}

bool PickleReader::container(unsigned char opcode)
{
    switch (opcode) {
        case kMark:
            if (marks_.size() >= kMostMarks) {
                fail(MHO_TEXT("Values are nested more than %1 deep"), {fmt::format("{}", kMostMarks)});
            }
            marks_.push_back(stack_.size());
            return true;
        case kPop:
            if (!marks_.empty() && stack_.size() == marks_.back()) {
                marks_.pop_back();
            } else {
                pop();
            }
            return true;
        case kPopMark:
            popToMark();
            return true;
        case kEmptyTuple:
            tuple({});
            return true;
        case kEmptyList:
        case kEmptySet:
            push(make({PickleList{}}));
            return true;
        case kEmptyDict:
            push(make({PickleDict{}}));
            return true;
        case kTuple:
            tuple(popToMark());
            return true;
        case kTuple1:
        case kTuple2:
        case kTuple3: {
            std::vector<PickleItem> items(opcode - kTuple1 + 1U);
            for (std::size_t i = items.size(); i > 0; --i) {
                items[i - 1] = pop();
            }
            tuple(std::move(items));
            return true;
        }
        case kList:
        case kFrozenSet:
            push(make({PickleList{popToMark()}}));
            return true;
        case kDict: {
            const std::vector<PickleItem> items = popToMark();
            push(make({PickleDict{}}));
            insert(stack_.back(), items);
            return true;
        }
        case kAppend:
        case kSetItem: {
            std::vector<PickleItem> items{pop()};
            if (opcode == kSetItem) {
                items.insert(items.begin(), pop());
            }
            PickleValue* target = pop();
            opcode == kAppend ? append(target, items) : insert(target, items);
            push(target);
            return true;
        }
        case kAppends:
        case kAddItems:
        case kSetItems: {
            const std::vector<PickleItem> items = popToMark();
            PickleValue* target = pop();
            opcode == kSetItems ? insert(target, items) : append(target, items);
            push(target);
            return true;
        }
        default:
            return false;
    }
}

bool PickleReader::memo(unsigned char opcode)
{
    switch (opcode) {
        case kBinPut:
            remember(number(1));
            return true;
        case kLongBinPut:
            remember(number(4));
            return true;
        case kMemoize:
            remember(memo_.size());
            return true;
        case kBinGet:
            recall(number(1));
            return true;
        case kLongBinGet:
            recall(number(4));
            return true;
        case kDup: {
            PickleValue* top = pop();
            push(top);
            push(top);
            return true;
        }
        default:
            return false;
    }
}

}  // namespace mho::detail
