// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/onnx_bytes.h"

#include <cstring>
#include <stdexcept>

namespace mho::test::onnx {
namespace {

std::string varint(std::uint64_t value)
{
    std::string result;
    for (; value > 127; value >>= 7U) {
        result += static_cast<char>((value & 127U) | 128U);
    }
    return result + static_cast<char>(value);
}

std::uint64_t takeVarint(const std::string& message, std::size_t& at)
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = static_cast<unsigned char>(message.at(at++));
        value |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if (byte < 128) {
            break;
        }
    }
    return value;
}

std::string tensor(const std::string& name, std::int64_t type, const std::vector<std::int64_t>& dims, const void* values,
                   std::size_t size)
{
    std::string message;
    for (const std::int64_t extent : dims) {
        message += number(1, extent);
    }
    return bytes(5, message + number(2, type) + bytes(8, name) + bytes(9, std::string(static_cast<const char*>(values), size)));
}

template <typename Visit>
void eachField(const std::string& message, Visit visit)
{
    for (std::size_t at = 0; at < message.size();) {
        const std::uint64_t key = takeVarint(message, at);
        std::uint64_t value = 0;
        std::string content;
        switch (key & 7U) {
            case 0:
                value = takeVarint(message, at);
                break;
            case 1:
                at += 8;
                break;
            case 2: {
                const std::uint64_t size = takeVarint(message, at);
                content = message.substr(at, size);
                at += size;
                break;
            }
            case 5:
                at += 4;
                break;
            default:
                throw std::runtime_error("a test's model is damaged");
        }
        visit(key >> 3U, value, content);
    }
}

}  // namespace

std::string number(std::uint64_t field, std::int64_t value)
{
    return varint(field << 3U) + varint(static_cast<std::uint64_t>(value));
}

std::string bytes(std::uint64_t field, const std::string& value)
{
    return varint(field << 3U | 2U) + varint(value.size()) + value;
}

std::string real(std::uint64_t field, float value)
{
    std::string raw(sizeof(value), '\0');
    std::memcpy(raw.data(), &value, sizeof(value));
    return varint(field << 3U | 5U) + raw;
}

std::string attribute(const std::string& name, std::int64_t value)
{
    return bytes(5, bytes(1, name) + number(3, value) + number(20, 2));
}

std::string attribute(const std::string& name, float value)
{
    return bytes(5, bytes(1, name) + real(2, value) + number(20, 1));
}

std::string attribute(const std::string& name, const std::string& value)
{
    return bytes(5, bytes(1, name) + bytes(4, value) + number(20, 3));
}

std::string attribute(const std::string& name, const std::vector<std::int64_t>& values)
{
    std::string message = bytes(1, name) + number(20, 7);
    for (const std::int64_t value : values) {
        message += number(8, value);
    }
    return bytes(5, message);
}

std::string node(const std::string& type, const std::vector<std::string>& inputs, const std::vector<std::string>& outputs,
                 const std::string& attributes, const std::string& name)
{
    std::string message;
    for (const std::string& value : inputs) {
        message += bytes(1, value);
    }
    for (const std::string& value : outputs) {
        message += bytes(2, value);
    }
    return bytes(1, message + (name.empty() ? std::string() : bytes(3, name)) + bytes(4, type) + attributes);
}

std::string weight(const std::string& name, const std::vector<std::int64_t>& dims, const std::vector<float>& values)
{
    return tensor(name, 1, dims, values.data(), values.size() * sizeof(float));
}

std::string wholes(const std::string& name, const std::vector<std::int64_t>& dims, const std::vector<std::int64_t>& values)
{
    return tensor(name, 7, dims, values.data(), values.size() * sizeof(std::int64_t));
}

std::string input(const std::string& name, const std::vector<std::int64_t>& dims, std::int64_t type)
{
    std::string shape;
    for (const std::int64_t extent : dims) {
        shape += bytes(1, extent == 0 ? bytes(2, "N") : number(1, extent));
    }
    return bytes(11, bytes(1, name) + bytes(2, bytes(1, number(1, type) + bytes(2, shape))));
}

std::string output(const std::string& name)
{
    return bytes(12, bytes(1, name) + bytes(2, bytes(1, number(1, 1) + bytes(2, bytes(1, bytes(2, "N"))))));
}

std::string model(const std::string& graph, std::int64_t opset)
{
    return number(1, 7) + bytes(8, number(2, opset)) + bytes(7, bytes(2, "test") + graph);
}

std::vector<std::string> fieldsOf(const std::string& message, std::uint64_t field)
{
    std::vector<std::string> result;
    eachField(message, [&](std::uint64_t found, std::uint64_t, const std::string& content) {
        if (found == field) {
            result.push_back(content);
        }
    });
    return result;
}

std::int64_t numberOf(const std::string& message, std::uint64_t field, std::int64_t otherwise)
{
    eachField(message, [&](std::uint64_t found, std::uint64_t value, const std::string&) {
        otherwise = found == field ? static_cast<std::int64_t>(value) : otherwise;
    });
    return otherwise;
}

}  // namespace mho::test::onnx
