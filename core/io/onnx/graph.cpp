// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace mho::detail::onnx {
namespace {

constexpr std::size_t kLongestName = 200;

enum class Kind : std::int64_t { Real = 1, Whole = 2, Text = 3, Tensor = 4, Reals = 6, Wholes = 7 };

/// Bytes of the UTF-8 character at the front; 0 = none stands there.
std::size_t characterAt(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || length > text.size() || (length == 1 && (first < 0x20 || first == 0x7F))) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    // Overlong forms, surrogates, and what lies behind the last character.
    const bool wrong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) || (first == 0xF0 && byte(1) < 0x90) ||
                       (first == 0xF4 && byte(1) > 0x8F);
    return wrong ? 0 : length;
}

}  // namespace

std::string readable(std::string_view name)
{
    std::string result;
    while (!name.empty() && result.size() < kLongestName) {
        const std::size_t length = characterAt(name);
        result += length > 0 ? name.substr(0, length) : std::string_view("?");
        name.remove_prefix(std::max<std::size_t>(1, length));
    }
    return result;
}

double finite(double value, const char* what)
{
    if (!std::isfinite(value)) {
        throw NodeProblem{fmt::format("has the {} {}", what, value)};
    }
    return value;
}

double decimal(float value)
{
    if (!std::isfinite(value)) {
        return static_cast<double>(value);
    }
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    double result = 0.0;
    std::from_chars(text.data(), end, result);
    return result;
}

Shape Graph::imageOf(const Shape& dims) const
{
    return batched ? Shape(dims.begin() + 1, dims.end()) : dims;
}

Shape Graph::naturalShape(const Shape& dims) const
{
    Shape shape = imageOf(dims);
    return shape.empty() ? Shape{1} : shape;
}

std::size_t Graph::cut(Map& map, const Shape& shape, const std::string& name)
{
    if (draft.shape(map.node) == shape) {
        return map.node;
    }
    assert(elementCount(draft.shape(map.node)) == elementCount(shape));
    const std::string by = map.reshaper.empty() ? name + "/shape" : map.reshaper;
    const Operation operation = shape.size() == 1 ? Operation(Flatten{}) : Operation(Reshape{shape});
    map.node = draft.add(by, operation, {map.node});
    map.reshaper.clear();
    map.alone = true;
    return map.node;
}

std::size_t Graph::image(Map& map, const std::string& name)
{
    const Shape& dims = map.dims;
    if (dims.size() != 4) {
        throw NodeProblem{fmt::format("works on a map of {} extents; Mho knows it on images only (batch x channels x height x width)",
                                      dims.size())};
    }
    if (!batched && dims[0] != 1) {
        throw NodeProblem{fmt::format("works on {} images at once, which are cut out of one", dims[0]), true};
    }
    return cut(map, Shape(dims.begin() + 1, dims.end()), name);
}

NodeContext::NodeContext(Graph& owner, const NodeRecord& node)
    : graph(owner), record(node), name(readable(!node.name.empty() ? node.name : node.outputs.empty() ? node.type : node.outputs.front()))
{
}

const Value& NodeContext::value(std::size_t input) const
{
    if (!has(input)) {
        throw NodeProblem{fmt::format("lacks its input {}", input + 1)};
    }
    const auto found = graph.values.find(record.inputs[input]);
    if (found == graph.values.end()) {
        throw NodeProblem{fmt::format("reads \"{}\", which nothing before it makes", readable(record.inputs[input]))};
    }
    return found->second;
}

bool NodeContext::isMap(std::size_t input) const
{
    return std::holds_alternative<Map>(value(input));
}

Map& NodeContext::map(std::size_t input)
{
    const Value& found = value(input);
    if (!std::holds_alternative<Map>(found)) {
        throw NodeProblem{fmt::format("works on an array (input {}) where Mho knows only maps of the network's input", input + 1)};
    }
    return std::get<Map>(graph.values.find(record.inputs[input])->second);
}

const Constant& NodeContext::constant(std::size_t input, const char* what) const
{
    const Value& found = value(input);
    if (!std::holds_alternative<Constant>(found)) {
        throw NodeProblem{fmt::format("has a {} that depends on the network's input; Mho takes a constant only", what)};
    }
    return std::get<Constant>(found);
}

const std::vector<std::int64_t>& NodeContext::wholes(std::size_t input, const char* what) const
{
    const Constant& found = constant(input, what);
    if (!found.whole) {
        throw NodeProblem{fmt::format("has a {} that is no list of whole numbers", what)};
    }
    return found.wholes;
}

float NodeContext::number(std::size_t input, const char* what) const
{
    const Constant& found = constant(input, what);
    if (found.size() != 1) {
        throw NodeProblem{fmt::format("has a {} of {} numbers instead of one", what, found.size())};
    }
    return found.whole ? static_cast<float>(found.wholes.front()) : found.reals.values().front();
}

bool NodeContext::alone(std::size_t input)
{
    return map(input).alone && graph.uses[record.inputs[input]] == 1;
}

const AttributeRecord* NodeContext::find(const char* of) const
{
    const auto found = std::find_if(record.attributes.begin(), record.attributes.end(),
                                    [&](const AttributeRecord& attribute) { return attribute.name == of; });
    return found == record.attributes.end() ? nullptr : &*found;
}

namespace {

const AttributeRecord* ofKind(const NodeContext& node, const char* of, Kind kind)
{
    const AttributeRecord* found = node.find(of);
    if (found != nullptr && found->type != static_cast<std::int64_t>(kind)) {
        throw NodeProblem{fmt::format("has an attribute \"{}\" of another type than ONNX gives it", of)};
    }
    return found;
}

}  // namespace

std::int64_t NodeContext::attribute(const char* of, std::int64_t otherwise) const
{
    const AttributeRecord* found = ofKind(*this, of, Kind::Whole);
    return found == nullptr ? otherwise : found->whole;
}

double NodeContext::attribute(const char* of, double otherwise) const
{
    const AttributeRecord* found = ofKind(*this, of, Kind::Real);
    return found == nullptr ? otherwise : finite(decimal(found->real), of);
}

std::string_view NodeContext::attribute(const char* of, std::string_view otherwise) const
{
    const AttributeRecord* found = ofKind(*this, of, Kind::Text);
    return found == nullptr ? otherwise : found->text;
}

std::vector<std::int64_t> NodeContext::list(const char* of) const
{
    const AttributeRecord* found = ofKind(*this, of, Kind::Wholes);
    return found == nullptr ? std::vector<std::int64_t>() : found->wholes;
}

bool NodeContext::outputUsed(std::size_t index) const
{
    return index < record.outputs.size() && !record.outputs[index].empty() && graph.uses.count(record.outputs[index]) > 0;
}

void NodeContext::give(Constant constant)
{
    graph.values[record.outputs.front()] = std::move(constant);
}

void NodeContext::give(Map map)
{
    graph.values[record.outputs.front()] = std::move(map);
}

void NodeContext::pass(std::size_t input, Shape dims)
{
    Map result = map(input);
    result.alone = alone(input);
    if (dims != result.dims) {
        result.reshaper = name;
        result.dims = std::move(dims);
    }
    give(std::move(result));
}

}  // namespace mho::detail::onnx
