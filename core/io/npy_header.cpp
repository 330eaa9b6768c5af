// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_header.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <limits>
#include <utility>

namespace mho::detail {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMostExtents = 32;

/// NumPy's letters for kind and bytes; '<' stands for the byte order.
constexpr std::array<std::pair<std::string_view, ElementType>, 9> kTypes{{{"b1", ElementType::Bool},
                                                                          {"i1", ElementType::Int8},
                                                                          {"i2", ElementType::Int16},
                                                                          {"i4", ElementType::Int32},
                                                                          {"i8", ElementType::Int64},
                                                                          {"u1", ElementType::UInt8},
                                                                          {"f2", ElementType::Float16},
                                                                          {"f4", ElementType::Float32},
                                                                          {"f8", ElementType::Float64}}};

/// The Python literal {'descr': ..., 'fortran_order': ..., 'shape': (...)}; keys in any order, each once.
class HeaderText {
public:
    HeaderText(std::string_view text, std::uint64_t start, const std::string& where) : text_(text), start_(start), where_(where) {}

    void read(NpyHeader& header)
    {
        std::array<bool, 3> seen{};
        expect('{');
        while (!at('}')) {
            const std::string key = quoted();
            expect(':');
            const std::size_t index = key == "descr" ? 0 : key == "fortran_order" ? 1 : key == "shape" ? 2 : 3;
            if (index == 3 || std::exchange(seen.at(index), true)) {
                fail(MHO_TEXT("The header has the entry \"%1\", which it should not have, or not twice"), {key});
            }
            if (index == 0) {
                header.descr = blank() == '[' ? structured() : quoted();
            } else if (index == 1) {
                header.fortranOrder = truth();
            } else {
                header.shape = extents();
            }
            if (!at(',')) {
                expect('}');
                break;
            }
        }
        if (!seen[0] || !seen[1] || !seen[2]) {
            fail(MHO_TEXT("The header lacks descr, fortran_order or shape"));
        }
        if (text_.find_first_not_of(" \n", position_) != std::string_view::npos) {
            fail(MHO_TEXT("Something stands behind the header"));
        }
    }

private:
    [[noreturn]] void fail(const char* text, std::vector<std::string> arguments = {}) const
    {
        throw Error(ErrorCode::BadFormat, text, std::move(arguments), fmt::format("{}, byte {}", where_, start_ + position_));
    }
    /// The next letter that is no blank, not taken.
    char blank()
    {
        while (position_ < text_.size() && (text_[position_] == ' ' || text_[position_] == '\n')) {
            ++position_;
        }
        return position_ < text_.size() ? text_[position_] : '\0';
    }
    bool at(char letter)
    {
        const bool there = blank() == letter;
        position_ += there ? 1 : 0;
        return there;
    }
    void expect(char letter)
    {
        if (!at(letter)) {
            fail(MHO_TEXT("The header should have \"%1\" here; the file is damaged"), {std::string(1, letter)});
        }
    }
    std::string quoted()
    {
        const char quote = blank();
        const std::size_t end = quote == '\'' || quote == '"' ? text_.find(quote, position_ + 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            fail(MHO_TEXT("The header should have a text in quotes here; the file is damaged"));
        }
        std::string result(text_.substr(position_ + 1, end - position_ - 1));
        position_ = end + 1;
        return result;
    }
    /// A structured type, which is not read: up to the bracket that closes it.
    std::string structured()
    {
        const std::size_t first = position_;
        int depth = 0;
        do {
            if (position_ >= text_.size()) {
                fail(MHO_TEXT("A bracket of the header does not close"));
            }
            depth += text_[position_] == '[' ? 1 : text_[position_] == ']' ? -1 : 0;
            ++position_;
        } while (depth > 0);
        return std::string(text_.substr(first, position_ - first));
    }
    bool truth()
    {
        blank();
        for (const auto& [word, value] : {std::pair("True", true), std::pair("False", false)}) {
            if (text_.substr(position_).starts_with(word)) {
                position_ += std::string_view(word).size();
                return value;
            }
        }
        fail(MHO_TEXT("fortran_order is neither True nor False"));
    }
    Shape extents()
    {
        Shape shape;
        expect('(');
        while (!at(')')) {
            blank();
            std::uint64_t extent = 0;
            const std::size_t first = position_;
            for (; position_ < text_.size() && text_[position_] >= '0' && text_[position_] <= '9'; ++position_) {
                extent = extent * 10 + static_cast<std::uint64_t>(text_[position_] - '0');
                if (extent > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) / 16) {
                    fail(MHO_TEXT("The shape is not a list of whole numbers of a size that can be"));
                }
            }
            if (position_ == first || shape.size() == kMostExtents) {
                fail(MHO_TEXT("The shape is not a list of at most %1 whole numbers"), {fmt::format("{}", kMostExtents)});
            }
            position_ += position_ < text_.size() && text_[position_] == 'L' ? 1 : 0;  // of Python 2
            shape.push_back(static_cast<std::int64_t>(extent));
            if (!at(',')) {
                expect(')');
                break;
            }
        }
        return shape;
    }

    std::string_view text_;
    std::uint64_t start_;
    const std::string& where_;
    std::size_t position_ = 0;
};

std::uint64_t number(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
    }
    return value;
}

/// Sets type and byte order from descr: '<f4', '|u1', '>f8'.
void resolveType(NpyHeader& header)
{
    const std::string_view descr = header.descr;
    if (descr.size() != 3 || std::string_view("<>|=").find(descr[0]) == std::string_view::npos) {
        return;
    }
    for (const auto& [letters, type] : kTypes) {
        // '|' says that the order does not matter, so only types of one byte have it.
        if (descr.substr(1) == letters && (descr[0] != '|' || elementBytes(type) == 1)) {
            header.type = type;
            header.bigEndian = descr[0] == '>';
        }
    }
}

}  // namespace

NpyHeader parseNpyHeader(std::string_view start, std::uint64_t fileBytes, const std::string& where)
{
    const auto fail = [&](std::uint64_t byte, const char* text, std::vector<std::string> arguments = {}) {
        throw Error(ErrorCode::BadFormat, text, std::move(arguments), fmt::format("{}, byte {}", where, byte));
    };
    if (start.size() < 8 || !start.starts_with(kMagic)) {
        fail(0, MHO_TEXT("This is no NPY file of NumPy"));
    }
    const auto version = static_cast<unsigned char>(start[6]);
    if (version < 1 || version > 3 || start[7] != 0) {
        fail(6, MHO_TEXT("Version %1.%2 of the NPY format cannot be read; 1.0, 2.0 and 3.0 can"),
             {fmt::format("{}", version), fmt::format("{}", static_cast<unsigned char>(start[7]))});
    }
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    const std::uint64_t textStart = 8 + lengthBytes;
    const std::uint64_t length = start.size() < textStart ? fileBytes : number(start.substr(8, lengthBytes));
    if (length > kMostNpyHeaderBytes || start.size() < textStart + length) {
        fail(8, MHO_TEXT("The header should have %1 bytes; the file is cut or damaged"), {fmt::format("{}", length)});
    }
    NpyHeader header;
    HeaderText(start.substr(textStart, length), textStart, where).read(header);
    header.dataStart = textStart + length;
    resolveType(header);
    if (!header.type) {
        return header;
    }
    std::uint64_t bytes = elementBytes(*header.type);
    for (const std::int64_t extent : header.shape) {
        if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(extent), &bytes)) {
            fail(textStart, MHO_TEXT("The shape is not a list of whole numbers of a size that can be"));
        }
    }
    header.dataBytes = bytes;
    if (bytes != fileBytes - header.dataStart) {
        fail(header.dataStart, MHO_TEXT("Type and shape need %1 bytes but %2 are there; the file is cut or damaged"),
             {fmt::format("{}", bytes), fmt::format("{}", fileBytes - header.dataStart)});
    }
    return header;
}

std::string npyStart(ElementType type, const Shape& shape)
{
    assert(type != ElementType::BFloat16);
    std::string_view letters;
    for (const auto& [known, element] : kTypes) {
        letters = element == type ? known : letters;
    }
    std::string extents;
    for (const std::int64_t extent : shape) {
        extents += fmt::format("{}, ", extent);
    }
    if (shape.size() > 1) {
        extents.resize(extents.size() - 2);
    } else if (shape.size() == 1) {
        extents.pop_back();
    }
    std::string text = fmt::format("{{'descr': '{}{}', 'fortran_order': False, 'shape': ({}), }}",
                                   elementBytes(type) == 1 ? '|' : '<', letters, extents);
    constexpr std::size_t kBefore = 10;
    text.append(63 - (kBefore + text.size()) % 64, ' ');
    text += '\n';
    std::string start(kMagic);
    start += {'\x01', '\x00', static_cast<char>(text.size() & 0xffU), static_cast<char>(text.size() >> 8U)};
    return start + text;
}

}  // namespace mho::detail
