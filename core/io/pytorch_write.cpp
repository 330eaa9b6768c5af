// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_write.h"

#include "core/base/error.h"
#include "core/io/pickle_opcodes.h"
#include "core/io/zip_writer.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <set>

namespace mho {
namespace {

using namespace detail;

const char* storageName(ElementType type)
{
    switch (type) {
        case ElementType::Bool:
            return "BoolStorage";
        case ElementType::Int8:
            return "CharStorage";
        case ElementType::Int16:
            return "ShortStorage";
        case ElementType::Int32:
            return "IntStorage";
        case ElementType::Int64:
            return "LongStorage";
        case ElementType::UInt8:
            return "ByteStorage";
        case ElementType::Float16:
            return "HalfStorage";
        case ElementType::BFloat16:
            return "BFloat16Storage";
        case ElementType::Float32:
            return "FloatStorage";
        case ElementType::Float64:
            return "DoubleStorage";
    }
    return "";
}

/// Pickle operations of protocol 2, as torch.save uses them.
class PickleText {
public:
    PickleText() { op(kProtocol), text_ += '\x02'; }
    void op(Operation operation) { text_ += static_cast<char>(operation); }
    void bytes(std::uint64_t value, unsigned count)
    {
        for (unsigned i = 0; i < count; ++i) {
            text_ += static_cast<char>((value >> (8U * i)) & 0xffU);
        }
    }
    void number(std::int64_t value)
    {
        assert(value >= 0);
        if (value <= 0xff) {
            op(kBinInt1), bytes(static_cast<std::uint64_t>(value), 1);
        } else if (value <= std::numeric_limits<std::int32_t>::max()) {
            op(kBinInt), bytes(static_cast<std::uint64_t>(value), 4);
        } else {
            op(kLong1), bytes(8, 1), bytes(static_cast<std::uint64_t>(value), 8);
        }
    }
    void word(std::string_view value)
    {
        op(kBinUnicode), bytes(value.size(), 4);
        text_ += value;
    }
    void global(std::string_view module, std::string_view name)
    {
        op(kGlobal);
        text_.append(module).append("\n").append(name).append("\n");
    }
    void numbers(const Shape& values)
    {
        op(kMark);
        for (const std::int64_t value : values) {
            number(value);
        }
        op(kTuple);
    }
    void emptyOrdered() { global("collections", "OrderedDict"), op(kEmptyTuple), op(kReduce); }
    /// torch._utils._rebuild_tensor_v2(storage, 0, shape, strides, False, OrderedDict())
    void tensor(const ArraySource& array, std::size_t key)
    {
        Shape strides(array.shape.size());
        std::int64_t stride = 1;
        for (std::size_t i = strides.size(); i > 0; --i) {
            strides[i - 1] = stride;
            stride *= std::max<std::int64_t>(1, array.shape[i - 1]);
        }
        global("torch._utils", "_rebuild_tensor_v2");
        op(kMark);
        op(kMark);
        word("storage"), global("torch", storageName(array.type)), word(std::to_string(key)), word("cpu");
        number(elementCount(array.shape));
        op(kTuple), op(kBinPersistentId);
        number(0), numbers(array.shape), numbers(strides), op(kNewFalse), emptyOrdered();
        op(kTuple), op(kReduce);
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

void addPart(PickleText& pickle, const PyTorchPart& part, std::size_t& key, const std::string& path)
{
    std::set<std::string> names;
    pickle.emptyOrdered();
    pickle.op(kMark);
    for (const ArraySource& array : part.tensors) {
        if (!names.insert(array.name).second) {
            throw Error(ErrorCode::InvalidArgument, MHO_TEXT("The tensor's name \"%1\" is taken; choose another"), {array.name},
                        path);
        }
        pickle.word(array.name);
        pickle.tensor(array, key++);
    }
    pickle.op(kSetItems);
}

}  // namespace

void writePyTorch(const std::string& path, std::span<const PyTorchPart> parts)
{
    PickleText pickle;
    std::size_t key = 0;
    if (parts.size() == 1 && parts[0].name.empty()) {
        addPart(pickle, parts[0], key, path);
    } else {
        pickle.op(kEmptyDict);
        pickle.op(kMark);
        for (const PyTorchPart& part : parts) {
            pickle.word(part.name);
            addPart(pickle, part, key, path);
        }
        pickle.op(kSetItems);
    }
    pickle.op(kStop);
    ZipWriter zip(path);
    zip.add("archive/data.pkl", {pickle.text()});
    key = 0;
    for (const PyTorchPart& part : parts) {
        for (const ArraySource& array : part.tensors) {
            const std::string content = array.bytes();
            assert(content.size() == static_cast<std::uint64_t>(elementCount(array.shape)) * elementBytes(array.type));
            zip.add("archive/data/" + std::to_string(key++), {content});
        }
    }
    zip.add("archive/version", {"3\n"});
    zip.commit();
}

}  // namespace mho
