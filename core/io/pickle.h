// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pickle_memo.h"
#include "core/network/tensor.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// A pickle machine that runs nothing: it builds plain values, and what a program's own functions would build is left to a
/// PickleBuilder, which knows the few it can make. For .cpp files of this room only.
namespace mho::detail {

struct PickleValue;
using PickleItem = const PickleValue*;

/// A whole number beyond 64 bits: two's complement, little endian.
struct PickleBig {
    std::string bytes;
};
struct PickleTuple {
    std::vector<PickleItem> items;
};
/// A set is a list, too.
struct PickleList {
    std::vector<PickleItem> items;
};
/// In the order of insertion; a key may stand twice.
struct PickleDict {
    std::vector<std::pair<PickleItem, PickleItem>> items;
    bool object = false;  ///< The attributes of an object whose class is not known.
};
/// A class or function by name, "torch._utils._rebuild_tensor_v2".
struct PickleGlobal {
    std::string name;
};

/// How a storage holds its elements.
struct StorageType {
    std::string_view storage;  ///< "FloatStorage"
    std::string_view dtype;    ///< "float32"
    std::uint64_t bytes = 0;   ///< Of one element.
};
/// A run of elements that lies elsewhere in the file, or a part of one.
struct StoredStorage {
    std::string key;
    const StorageType* type = nullptr;
    std::uint64_t elements = 0;      ///< Of the whole run.
    std::uint64_t viewStart = 0;     ///< First element of the part.
    std::uint64_t viewElements = 0;  ///< viewStart + viewElements <= elements.

    std::uint64_t bytes() const { return elements * type->bytes; }  ///< Fits 63 bits.
};
/// A strided view of a storage; every element lies in it.
struct StoredTensor {
    StoredStorage storage;
    std::uint64_t offset = 0;  ///< Elements from the start of the whole run.
    Shape shape;
    Shape strides;  ///< Elements, >= 0.
};

/// std::monostate is None. Tensors and storages, which are large and few, lie apart, so that all others are small.
struct PickleValue {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, PickleBig, PickleTuple, PickleList, PickleDict,
                 PickleGlobal, std::shared_ptr<const StoredStorage>, std::shared_ptr<const StoredTensor>>
        data;

    /// nullptr where the value is of another kind.
    template <class T>
    const T* as() const
    {
        if constexpr (std::is_same_v<T, StoredStorage> || std::is_same_v<T, StoredTensor>) {
            const auto* apart = std::get_if<std::shared_ptr<const T>>(&data);
            return apart == nullptr ? nullptr : apart->get();
        } else {
            return std::get_if<T>(&data);
        }
    }
};

class PickleReader;

/// What a pickle may ask for beyond plain values.
class PickleBuilder {
public:
    virtual ~PickleBuilder() = default;
    /// False: the pickle is refused as soon as it names this class or function.
    virtual bool allows(const std::string& global) const = 0;
    /// What `global` called with these arguments gives; refuses with reader.fail().
    virtual PickleValue call(const std::string& global, const std::vector<PickleItem>& arguments,
                             const PickleReader& reader) = 0;
    /// The object of a persistent id.
    virtual PickleValue load(PickleItem id, const PickleReader& reader) = 0;
};

/// How many values a pickle in a file of so many bytes may make, counted as PickleReader::spend() says: 400,000 below 1 MiB, else one
/// for each byte, at most 4,000,000.
std::size_t mostPickleValues(std::uint64_t fileBytes);

/// What a text adds to the count of values: its bytes beyond those that each value has room for.
inline std::size_t valuesOfText(std::size_t bytes)
{
    constexpr std::size_t kInPlace = 15;
    constexpr std::size_t kOfOneValue = 32;
    return bytes <= kInPlace ? 0 : 1 + bytes / kOfOneValue;
}

/// Reads pickles of protocol 2 to 5 that stand one behind the other. Every length is checked against the bytes there are;
/// values, stack and memo are bounded by the size of the file: below 1 MiB they take less than 30 MiB whatever the bytes.
class PickleReader {
public:
    /// @param where the file (and entry) as errors name it
    /// @param fileBytes of the whole file, which has the bytes, perhaps packed
    PickleReader(std::string_view bytes, std::string where, PickleBuilder& builder, std::uint64_t fileBytes);
    /// The next pickle's value; it lives as long as the reader. Throws Error BadFormat, where = "WHERE, byte N".
    PickleItem next();
    /// Bytes read so far.
    std::uint64_t offset() const { return position_; }
    /// Counts what is made of the pickle, so that no file makes more than its size allows: a value and a numbered value as 1, each
    /// item of a container as 1 more, texts by their length, tensors and storages as what they hold. One stands for some 50 bytes.
    /// Throws Error BadFormat as fail() where it is too much. The pickle's bytes need not be there any more.
    void spend(std::size_t values);
    /// Throws Error BadFormat for the operation that is being read.
    [[noreturn]] void fail(const char* text, std::vector<std::string> arguments = {}) const;

private:
    std::string_view take(std::uint64_t count);
    std::uint64_t number(unsigned bytes);  ///< Little endian, 1 to 8 bytes.
    PickleValue* make(PickleValue value);
    void push(PickleValue* value);
    PickleValue* pop();
    std::vector<PickleItem> popToMark();
    void longNumber(std::uint64_t bytes);
    void tuple(std::vector<PickleItem> items);
    void global(const std::string& module, const std::string& name);
    void append(PickleValue* list, const std::vector<PickleItem>& items);
    void insert(PickleValue* dict, const std::vector<PickleItem>& items);
    void remember(std::uint64_t index);
    void recall(std::uint64_t index);
    std::string line();
    bool scalar(unsigned char opcode);
    bool text(unsigned char opcode);
    bool container(unsigned char opcode);
    bool memo(unsigned char opcode);
    bool object(unsigned char opcode);

    std::string_view bytes_;
    std::string where_;
    PickleBuilder& builder_;
    std::uint64_t position_ = 0;
    std::uint64_t operation_ = 0;  ///< Where the operation that is being read starts.
    std::deque<PickleValue> values_;
    std::size_t mostValues_;
    std::size_t spent_ = 0;  ///< Values made so far, as spend() counts them.
    std::vector<PickleValue*> stack_;
    std::vector<std::size_t> marks_;  ///< Heights of the stack.
    PickleMemo memo_;
    PickleValue none_{};
    PickleValue true_{true};
    PickleValue false_{false};
};

}  // namespace mho::detail
