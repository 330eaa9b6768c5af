// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// ONNX models of a few nodes, put together byte by byte, and models of others changed by appending to them: protocol buffers
/// join what stands in a message twice.
namespace mho::test::onnx {

std::string number(std::uint64_t field, std::int64_t value);
std::string bytes(std::uint64_t field, const std::string& value);
std::string real(std::uint64_t field, float value);

/// Fields of NodeProto.
std::string attribute(const std::string& name, std::int64_t value);
std::string attribute(const std::string& name, float value);
std::string attribute(const std::string& name, const std::string& value);
std::string attribute(const std::string& name, const std::vector<std::int64_t>& values);

/// Fields of GraphProto.
std::string node(const std::string& type, const std::vector<std::string>& inputs, const std::vector<std::string>& outputs,
                 const std::string& attributes = {}, const std::string& name = {});
std::string weight(const std::string& name, const std::vector<std::int64_t>& dims, const std::vector<float>& values);
std::string wholes(const std::string& name, const std::vector<std::int64_t>& dims, const std::vector<std::int64_t>& values);
/// An extent of 0 is left open.
std::string input(const std::string& name, const std::vector<std::int64_t>& dims, std::int64_t type = 1);
std::string output(const std::string& name);

std::string model(const std::string& graph, std::int64_t opset = 13);

/// A value of a serialized message: all bytes of a field, in file order.
std::vector<std::string> fieldsOf(const std::string& message, std::uint64_t field);
/// The whole number in a field, or `otherwise`.
std::int64_t numberOf(const std::string& message, std::uint64_t field, std::int64_t otherwise);

}  // namespace mho::test::onnx
