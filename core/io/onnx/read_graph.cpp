// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/read_graph.h"

#include "core/base/error.h"
#include "core/io/onnx/operators.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::detail::onnx {
namespace {

constexpr std::size_t kMostInputAxes = 3;
constexpr std::size_t kFoldedPerByte = 4;
constexpr std::size_t kFoldedAtLeast = 16U << 20U;

std::string described(const NodeRecord& node)
{
    const std::string_view name = !node.name.empty() ? node.name : node.outputs.empty() ? std::string_view() : node.outputs.front();
    return fmt::format("{} \"{}\"", readable(node.type), readable(name));
}

/// Extents of the network's input: those of one image, the first ones joined where there are too many.
Shape inputShape(const Shape& dims, bool batched)
{
    Shape shape(dims.begin() + (batched ? 1 : 0), dims.end());
    while (shape.size() > kMostInputAxes) {
        shape[1] *= shape[0];
        shape.erase(shape.begin());
    }
    return shape.empty() ? Shape{1} : shape;
}

class Reading {
public:
    Reading(const ModelRecord& model, const NeededNodes& needed, const ValueRecord& input, bool batched, const std::string& name)
        : model_(model),
          needed_(needed),
          result_(name, inputShape(input.dims, batched)),
          graph_{Draft(result_.inputShape()),
                 batched,
                 input.dims.front() >= 1 ? input.dims.front() : kBatch,
                 model.opsets.at({}),
                 model.file,
                 Budget(kFoldedAtLeast + kFoldedPerByte * model.file->bytes().size()),
                 {},
                 needed.uses}
    {
        Shape dims = input.dims;
        dims.front() = batched ? graph_.images : dims.front();
        graph_.values[input.name] = Map{std::move(dims), 0, {}, true};
    }

    GraphReading run()
    {
        for (const TensorRecord& record : model_.initializers) {
            if (graph_.uses.count(record.name) > 0) {
                attempt(fmt::format("The weight \"{}\"", readable(record.name)), record.name,
                        [&] { graph_.values[record.name] = constantOf(record, *model_.file); });
            }
        }
        for (const NodeRecord* node : needed_.nodes) {
            if (!known(*node)) {
                for (const std::string_view output : node->outputs) {
                    graph_.values[output] = Unknown{};
                }
                continue;
            }
            attempt(described(*node), node->outputs.front(), [&] {
                NodeContext context(graph_, *node);
                operatorOf(node->type)(context);
            });
        }
        if (reading_.problems.empty()) {
            finish();
        }
        return std::move(reading_);
    }

private:
    bool known(const NodeRecord& node) const
    {
        return std::none_of(node.inputs.begin(), node.inputs.end(), [&](std::string_view input) {
            const auto found = graph_.values.find(input);
            return found != graph_.values.end() && std::holds_alternative<Unknown>(found->second);
        });
    }

    /// Runs `work`; what is wrong is listed, and `value` is unknown from then on.
    template <typename Work>
    void attempt(const std::string& what, std::string_view value, Work work)
    {
        try {
            work();
            return;
        } catch (const NodeProblem& problem) {
            reading_.batchProblem = reading_.batchProblem || problem.batch;
            reading_.problems.push_back(fmt::format("{} {}", what, problem.message));
        } catch (const Error& error) {
            reading_.problems.push_back(fmt::format("{} does not fit: {}", what, fillTemplate(error.textTemplate(), error.arguments())));
        }
        graph_.values[value] = Unknown{};
    }

    void finish()
    {
        const std::string output = readable(model_.outputs.front().name);
        const auto found = graph_.values.find(model_.outputs.front().name);
        if (found == graph_.values.end() || !std::holds_alternative<Map>(found->second)) {
            reading_.problems.push_back(fmt::format("The output \"{}\" does not depend on the network's input", output));
            return;
        }
        attempt(fmt::format("The output \"{}\"", output), found->first, [&] {
            Map& map = std::get<Map>(found->second);
            reading_.network = graph_.draft.network(result_.name(), graph_.natural(map, output));
        });
    }

    const ModelRecord& model_;
    const NeededNodes& needed_;
    Network result_;
    Graph graph_;
    GraphReading reading_;
};

}  // namespace

NeededNodes neededNodes(const ModelRecord& model)
{
    std::unordered_map<std::string_view, std::size_t> makers;
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
        for (const std::string_view output : model.nodes[i].outputs) {
            makers.emplace(output, i);
        }
    }
    std::vector<bool> needed(model.nodes.size(), false);
    std::vector<std::string_view> open{model.outputs.front().name};
    NeededNodes result;
    ++result.uses[open.front()];
    while (!open.empty()) {
        const auto maker = makers.find(open.back());
        open.pop_back();
        if (maker == makers.end() || needed[maker->second]) {
            continue;
        }
        needed[maker->second] = true;
        for (const std::string_view input : model.nodes[maker->second].inputs) {
            if (!input.empty()) {
                ++result.uses[input];
                open.push_back(input);
            }
        }
    }
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (needed[i]) {
            result.nodes.push_back(&model.nodes[i]);
        }
    }
    return result;
}

std::vector<std::string> unknownOperators(const NeededNodes& needed)
{
    std::vector<std::string> problems;
    for (const NodeRecord* node : needed.nodes) {
        if (!node->domain.empty()) {
            problems.push_back(fmt::format("{} is an operator of {}, not of ONNX itself; export the network without it",
                                           described(*node), readable(node->domain)));
        } else if (operatorOf(node->type) == nullptr) {
            problems.push_back(fmt::format("{} is an operator that Mho does not have; put another in its place", described(*node)));
        }
    }
    return problems;
}

GraphReading readGraph(const ModelRecord& model, const NeededNodes& needed, const ValueRecord& input, bool batched,
                       const std::string& name)
{
    return Reading(model, needed, input, batched, name).run();
}

}  // namespace mho::detail::onnx
