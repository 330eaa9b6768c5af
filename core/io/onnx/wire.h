// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The wire format of protocol buffers (protobuf.dev, "Encoding"): a message is a row of fields, each a number, a kind and a
/// value. For .cpp files of this room only.
namespace mho::detail::onnx {

enum class Wire : std::uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

struct Field {
    std::uint64_t number = 0;
    Wire wire = Wire::Varint;
    std::uint64_t value = 0;  ///< Varint, Fixed64 and Fixed32.
    std::string_view bytes;   ///< Bytes: the value, a part of the file. Never copied.
};

/// What is being read, for errors.
struct Origin {
    std::string path;
    const char* begin = nullptr;  ///< First byte of the file.
};

/// Throws Error BadFormat that names the byte of the file: `at` points into it.
[[noreturn]] void damaged(const Origin& origin, const char* at, const char* what);

/// Walks through one message. Each length is checked against what is left of the message before it is used.
class WireReader {
public:
    WireReader(std::string_view message, const Origin& origin) : rest_(message), origin_(origin) {}
    /// False at the end; throws Error BadFormat where the message is damaged. Groups (an abandoned kind) are refused.
    bool next(Field& field);

private:
    std::string_view rest_;
    const Origin& origin_;
};

/// Numbers of a repeated field, of which one appearance is given: packed into bytes, or one by one. Appends to `values`.
/// Throws Error BadFormat where the bytes are damaged.
void appendVarints(const Field& field, const Origin& origin, std::vector<std::int64_t>& values);
void appendFloats(const Field& field, const Origin& origin, std::vector<float>& values);

/// Appends to a message.
void writeVarint(std::string& message, std::uint64_t value);
void writeNumber(std::string& message, std::uint64_t field, std::int64_t value);
void writeFloat(std::string& message, std::uint64_t field, float value);
void writeBytes(std::string& message, std::uint64_t field, std::string_view bytes);
/// The key and the length of a field whose `size` bytes are written later.
void writeBytesHead(std::string& message, std::uint64_t field, std::uint64_t size);

}  // namespace mho::detail::onnx
