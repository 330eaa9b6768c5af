// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/constants.h"
#include "core/io/onnx/draft.h"
#include "core/io/onnx/model.h"
#include "core/io/onnx/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// A graph while it is read node by node. For .cpp files of this room only.
namespace mho::detail::onnx {

/// UTF-8 without control characters, 200 bytes at most: a name of a file that can be shown and stored.
std::string readable(std::string_view name);

struct Graph {
    Draft draft;
    /// The first extent of each map counts the images, which the network does not see. False: the input is one image.
    bool batched = true;
    std::int64_t images = kBatch;  ///< How many, where `batched`; kBatch = the file leaves it open.
    std::int64_t opset = 0;
    std::shared_ptr<const MappedFile> file;
    Budget budget;
    std::unordered_map<std::string_view, Value> values;
    std::unordered_map<std::string_view, std::size_t> uses;

    /// Extents of one image.
    Shape imageOf(const Shape& dims) const;
    /// The draft's node, cut into `shape` (same number of elements, asserted): by a new node where it is cut otherwise.
    std::size_t cut(Map& map, const Shape& shape, const std::string& name);
    /// The node with the extents of the map's image ({1} where there are none).
    std::size_t natural(Map& map, const std::string& name) { return cut(map, naturalShape(map.dims), name); }
    Shape naturalShape(const Shape& dims) const;
    /// The node as channels x height x width; throws NodeProblem where the map is no batch of images (or one image in front of
    /// which stands an extent of 1).
    std::size_t image(Map& map, const std::string& name);
};

/// One node of the ONNX graph, its inputs and attributes.
class NodeContext {
public:
    NodeContext(Graph& graph, const NodeRecord& record);

    Graph& graph;
    const NodeRecord& record;
    std::string name;  ///< For the network's node.

    bool has(std::size_t input) const { return input < record.inputs.size() && !record.inputs[input].empty(); }
    std::size_t inputs() const { return record.inputs.size(); }
    bool isMap(std::size_t input) const;
    /// Throws NodeProblem when the input is missing or an array; `changed` cuts go back to the graph's value.
    Map& map(std::size_t input);
    /// Throws NodeProblem when the input is missing or depends on the network's input. @param what e.g. "weight"
    const Constant& constant(std::size_t input, const char* what) const;
    /// Its whole numbers; throws NodeProblem for real ones.
    const std::vector<std::int64_t>& wholes(std::size_t input, const char* what) const;
    /// Its only number, as real number.
    float number(std::size_t input, const char* what) const;
    /// Nobody else reads the map, nor the draft's node behind it: the node may be changed.
    bool alone(std::size_t input);

    std::int64_t attribute(const char* of, std::int64_t otherwise) const;
    double attribute(const char* of, double otherwise) const;
    std::string_view attribute(const char* of, std::string_view otherwise) const;
    /// Empty when it is not there.
    std::vector<std::int64_t> list(const char* of) const;
    const AttributeRecord* find(const char* of) const;
    /// Whether the graph reads output `index`.
    bool outputUsed(std::size_t index) const;

    void give(Constant constant);
    void give(Map map);
    /// The map with `dims`, made by node `id` of the draft.
    void give(Shape dims, std::size_t id) { give(Map{std::move(dims), id, {}, true}); }
    /// Input `input` handed on with other extents.
    void pass(std::size_t input, Shape dims);

private:
    const Value& value(std::size_t input) const;
};

/// Throws NodeProblem for infinity and NaN. @param what e.g. "pad value"
double finite(double value, const char* what);

/// A float32 attribute stands for the shortest decimal number that it prints as: 1e-5 and not 9.99999975e-6.
double decimal(float value);

}  // namespace mho::detail::onnx
