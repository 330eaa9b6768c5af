// SPDX-License-Identifier: GPL-3.0-or-later
/// The operations that ask for more than plain values, and the loop over all.
#include "core/base/error.h"
#include "core/io/pickle.h"
#include "core/io/pickle_opcodes.h"

#include <fmt/format.h>

namespace mho::detail {
namespace {

constexpr unsigned kOldestProtocol = 2;
constexpr unsigned kNewestProtocol = 5;

}  // namespace

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
        case kReduce:
        case kNewObject: {
            const auto* arguments = pop()->as<PickleTuple>();
            const auto* function = pop()->as<PickleGlobal>();
            if (arguments == nullptr || function == nullptr) {
                fail(MHO_TEXT("Something that is not a function is called; the file is damaged"));
            }
            push(make(builder_.call(function->name, arguments->items, *this)));
            return true;
        }
        case kBuild: {
            // torch.save gives a state dictionary the attribute _metadata (versions of modules), which no tensor needs; an object
            // without a known class is what it is given.
            PickleValue* state = pop();
            PickleValue* target = pop();
            const auto* dict = target->as<PickleDict>();
            if (dict != nullptr && dict->object) {
                const auto* attributes = state->as<PickleDict>();
                if (attributes == nullptr || attributes == dict) {
                    fail(MHO_TEXT("An object is made from something that is not a dictionary of its attributes, so it is not read"));
                }
                std::vector<PickleItem> items;
                for (const auto& [name, value] : attributes->items) {
                    items.insert(items.end(), {name, value});
                }
                insert(target, items);
            } else if (dict == nullptr) {
                fail(MHO_TEXT(
                    "Attributes are given to something that is not a dictionary; save the network's state_dict() alone"));
            }
            push(target);
            return true;
        }
        case kBinPersistentId:
            push(make(builder_.load(pop(), *this)));
            return true;
        default:
            return false;
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
