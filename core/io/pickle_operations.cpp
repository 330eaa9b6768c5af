// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/pickle.h"

#include <fmt/format.h>

#include <bit>

namespace mho::detail {
namespace {

constexpr std::size_t kMostMarks = 1'000;
constexpr unsigned kOldestProtocol = 2;
constexpr unsigned kNewestProtocol = 5;

/// Names of the pickle protocol's operations (Python's Lib/pickle.py).
enum Operation : unsigned char {
    kMark = '(',
    kStop = '.',
    kPop = '0',
    kPopMark = '1',
    kDup = '2',
    kBinFloat = 'G',
    kBinInt = 'J',
    kBinInt1 = 'K',
    kBinInt2 = 'M',
    kNone = 'N',
    kBinPersistentId = 'Q',
    kReduce = 'R',
    kBinString = 'T',
    kShortBinString = 'U',
    kBinUnicode = 'X',
    kBinBytes = 'B',
    kShortBinBytes = 'C',
    kAppend = 'a',
    kBuild = 'b',
    kGlobal = 'c',
    kDict = 'd',
    kAppends = 'e',
    kBinGet = 'h',
    kLongBinGet = 'j',
    kList = 'l',
    kBinPut = 'q',
    kLongBinPut = 'r',
    kSetItem = 's',
    kTuple = 't',
    kSetItems = 'u',
    kEmptyDict = '}',
    kEmptyList = ']',
    kEmptyTuple = ')',
    kProtocol = 0x80,
    kTuple1 = 0x85,
    kTuple2 = 0x86,
    kTuple3 = 0x87,
    kNewTrue = 0x88,
    kNewFalse = 0x89,
    kLong1 = 0x8a,
    kLong4 = 0x8b,
    kShortBinUnicode = 0x8c,
    kBinUnicode8 = 0x8d,
    kBinBytes8 = 0x8e,
    kStackGlobal = 0x93,
    kMemoize = 0x94,
    kFrame = 0x95
};

}  // namespace

bool PickleReader::scalar(unsigned char opcode)
{
    switch (opcode) {
    case kNone: push(&none_); return true;
    case kNewTrue: push(&true_); return true;
    case kNewFalse: push(&false_); return true;
    case kBinInt: push(make({std::int64_t{static_cast<std::int32_t>(static_cast<std::uint32_t>(number(4)))}})); return true;
    case kBinInt1: push(make({static_cast<std::int64_t>(number(1))})); return true;
    case kBinInt2: push(make({static_cast<std::int64_t>(number(2))})); return true;
    case kLong1: longNumber(number(1)); return true;
    case kLong4: longNumber(number(4)); return true;
    case kBinFloat: {
        std::uint64_t bits = 0;  // the one number that is big endian
        for (const char part : take(8)) {
            bits = (bits << 8U) | static_cast<unsigned char>(part);
        }
        push(make({std::bit_cast<double>(bits)}));
        return true;
    }
    default: return false;
    }
}

bool PickleReader::text(unsigned char opcode)
{
    unsigned width = 0;
    switch (opcode) {
    case kShortBinString:
    case kShortBinBytes:
    case kShortBinUnicode: width = 1; break;
    case kBinString:
    case kBinBytes:
    case kBinUnicode: width = 4; break;
    case kBinBytes8:
    case kBinUnicode8: width = 8; break;
    default: return false;
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
    case kPopMark: popToMark(); return true;
    case kEmptyTuple: tuple({}); return true;
    case kEmptyList: push(make({PickleList{}})); return true;
    case kEmptyDict: push(make({PickleDict{}})); return true;
    case kTuple: tuple(popToMark()); return true;
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
    case kList: push(make({PickleList{popToMark()}})); return true;
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
    case kSetItems: {
        const std::vector<PickleItem> items = popToMark();
        PickleValue* target = pop();
        opcode == kAppends ? append(target, items) : insert(target, items);
        push(target);
        return true;
    }
    default: return false;
    }
}

bool PickleReader::memo(unsigned char opcode)
{
    switch (opcode) {
    case kBinPut: remember(number(1)); return true;
    case kLongBinPut: remember(number(4)); return true;
    case kMemoize: remember(memo_.size()); return true;
    case kBinGet: recall(number(1)); return true;
    case kLongBinGet: recall(number(4)); return true;
    case kDup: {
        PickleValue* top = pop();
        push(top);
        push(top);
        return true;
    }
    default: return false;
    }
}

bool PickleReader::object(unsigned char opcode)
{
    switch (opcode) {
    case kProtocol: {
        const std::uint64_t version = number(1);
        if (version < kOldestProtocol || version > kNewestProtocol) {
            fail(MHO_TEXT("Pickle protocol %1 cannot be read; 2 to 5 can"), {fmt::format("{}", version)});
        }
        return true;
    }
    case kFrame:
        if (const std::uint64_t length = number(8); length > bytes_.size() - position_) {
            fail(MHO_TEXT("%1 bytes should stand here but only %2 are left; the file is cut or damaged"),
                 {fmt::format("{}", length), fmt::format("{}", bytes_.size() - position_)});
        }
        return true;
    case kGlobal: {
        const std::string module = line();
        global(module, line());
        return true;
    }
    case kStackGlobal: {
        const auto* name = pop()->as<std::string>();
        const auto* module = pop()->as<std::string>();
        if (name == nullptr || module == nullptr) {
            fail(MHO_TEXT("A class's name is not a text; the file is damaged"));
        }
        global(*module, *name);
        return true;
    }
    case kReduce: {
        const auto* arguments = pop()->as<PickleTuple>();
        const auto* function = pop()->as<PickleGlobal>();
        if (arguments == nullptr || function == nullptr) {
            fail(MHO_TEXT("Something that is not a function is called; the file is damaged"));
        }
        push(make(builder_.call(function->name, arguments->items, *this)));
        return true;
    }
    case kBuild: {
        // torch.save gives a state dictionary the attribute _metadata (versions of modules), which no tensor needs.
        pop();
        PickleValue* target = pop();
        if (target->as<PickleDict>() == nullptr) {
            fail(MHO_TEXT("Attributes are given to something that is not a dictionary; save the network's state_dict() alone"));
        }
        push(target);
        return true;
    }
    case kBinPersistentId: push(make(builder_.load(pop(), *this))); return true;
    default: return false;
    }
}

PickleItem PickleReader::next()
{
    stack_.clear();
    marks_.clear();
    memo_.clear();
    operation_ = position_;
    if (bytes_.size() - position_ < 2 || static_cast<unsigned char>(bytes_[position_]) != kProtocol) {
        fail(MHO_TEXT("No pickle of protocol 2 to 5 starts here; the file is cut or damaged"));
    }
    while (true) {
        operation_ = position_;
        const auto opcode = static_cast<unsigned char>(take(1).front());
        if (opcode == kStop) {
            PickleItem result = pop();
            if (!stack_.empty() || !marks_.empty()) {
                fail(MHO_TEXT("Values are left at the end; the file is damaged"));
            }
            return result;
        }
        if (!scalar(opcode) && !text(opcode) && !container(opcode) && !memo(opcode) && !object(opcode)) {
            fail(MHO_TEXT("The pickle operation 0x%1 has no place in a file of tensors; the file is damaged or holds more "
                          "than weights"),
                 {fmt::format("{:02x}", opcode)});
        }
    }
}

}  // namespace mho::detail
