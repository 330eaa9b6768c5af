// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/operators.h"
#include "core/io/onnx/windows.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::detail::onnx {
namespace {

/// The node's result: the map of node `id`, an image behind the batch of input 0.
void giveImage(NodeContext& node, std::size_t id)
{
    Shape dims = node.graph.draft.shape(id);
    dims.insert(dims.begin(), node.map(0).dims.front());
    node.give(std::move(dims), id);
}

/// ONNX counts each window that begins before the padded end; PyTorch, and Mho, none that begins in the padding behind.
void requireSameWindows(std::int64_t extent, std::int64_t padBefore, std::int64_t padAfter, std::int64_t kernel, std::int64_t stride,
                        std::int64_t dilation, std::int64_t windows)
{
    const std::int64_t span = dilation * (kernel - 1) + 1;
    if ((extent + padBefore + padAfter - span + stride - 1) / stride + 1 != windows) {
        throw NodeProblem{"rounds up (ceil_mode) to windows that lie in the padding alone, on which PyTorch and ONNX disagree; export it "
                          "with other pads"};
    }
}

void readPool(NodeContext& node, PoolKind kind)
{
    if (node.outputUsed(1)) {
        throw NodeProblem{"gives the places of its largest values, which Mho has no use for"};
    }
    Graph& graph = node.graph;
    Map& map = node.map(0);
    const Pair kernel = kernelOf(node);
    std::size_t id = graph.image(map, node.name);
    const Shape image = graph.draft.shape(id);
    const WindowAttributes window = windowOf(node, image, kernel);
    Pool pool{.kind = kind,
              .kernel = window.kernel,
              .stride = window.stride,
              .pads = window.pads,
              .ceilMode = node.attribute("ceil_mode", std::int64_t{0}) != 0,
              .countPads = kind == PoolKind::Max || node.attribute("count_include_pad", std::int64_t{0}) != 0,
              .dilation = kind == PoolKind::Max ? window.dilation : Pair{}};
    const Pair span{(kernel.h - 1) * pool.dilation.h + 1, (kernel.w - 1) * pool.dilation.w + 1};
    if (std::max(pool.pads.top, pool.pads.bottom) >= span.h || std::max(pool.pads.left, pool.pads.right) >= span.w) {
        throw NodeProblem{"has windows that lie in the padding alone"};
    }
    id = graph.draft.add(node.name, pool, {id});
    if (pool.ceilMode) {
        const Shape& out = graph.draft.shape(id);
        requireSameWindows(image[1], pool.pads.top, pool.pads.bottom, kernel.h, pool.stride.h, pool.dilation.h, out[1]);
        requireSameWindows(image[2], pool.pads.left, pool.pads.right, kernel.w, pool.stride.w, pool.dilation.w, out[2]);
    }
    giveImage(node, id);
}

std::vector<std::int64_t> padsOf(const NodeContext& node)
{
    constexpr std::int64_t kPadsAsInput = 11;
    return node.graph.opset >= kPadsAsInput ? node.wholes(1, "list of pads") : node.list("pads");
}

double padValueOf(const NodeContext& node)
{
    constexpr std::int64_t kPadsAsInput = 11;
    if (node.graph.opset < kPadsAsInput) {
        return node.attribute("value", 0.0);
    }
    return node.has(2) ? finite(decimal(node.number(2, "pad value")), "pad value") : 0.0;
}

/// Channels of zeros before and behind; a shortcut that skips pixels takes them on.
std::size_t padChannels(NodeContext& node, std::size_t id, std::int64_t before, std::int64_t after)
{
    Draft& draft = node.graph.draft;
    PadShortcut pad{.stride = 1, .channels = 0, .before = before};
    std::size_t input = id;
    const auto* skip = std::get_if<PadShortcut>(&draft.node(id).operation);
    const bool joins = skip != nullptr && skip->channels == draft.shape(draft.node(id).inputs.front())[0] && node.alone(0);
    if (joins) {
        pad.stride = skip->stride;
        input = draft.node(id).inputs.front();
    }
    const std::int64_t channels = draft.shape(input)[0];
    pad.channels = channels + before + after;
    pad.before = before == (pad.channels - channels) / 2 ? -1 : before;
    return draft.add(node.name, pad, {input});
}

}  // namespace

void readMaxPool(NodeContext& node)
{
    readPool(node, PoolKind::Max);
}

void readAveragePool(NodeContext& node)
{
    readPool(node, PoolKind::Average);
}

void readGlobalAveragePool(NodeContext& node)
{
    Graph& graph = node.graph;
    giveImage(node, graph.draft.add(node.name, GlobalAveragePool{}, {graph.image(node.map(0), node.name)}));
}

void readGlobalMaxPool(NodeContext& node)
{
    Graph& graph = node.graph;
    const std::size_t id = graph.image(node.map(0), node.name);
    const Shape image = graph.draft.shape(id);
    giveImage(node, graph.draft.add(node.name, Pool{.kind = PoolKind::Max, .kernel = {image[1], image[2]}}, {id}));
}

void readReduceMean(NodeContext& node)
{
    constexpr std::int64_t kAxesAsInput = 18;
    Graph& graph = node.graph;
    std::vector<std::int64_t> axes = axesOf(node, kAxesAsInput);
    Map& map = node.map(0);
    for (std::int64_t& axis : axes) {
        axis = axisOf(axis, map.dims.size());
    }
    std::sort(axes.begin(), axes.end());
    if (map.dims.size() != 4 || axes != std::vector<std::int64_t>{2, 3}) {
        throw NodeProblem{"takes the mean over other axes than height and width"};
    }
    const std::size_t id = graph.draft.add(node.name, GlobalAveragePool{}, {graph.image(map, node.name)});
    Shape dims{map.dims.front(), graph.draft.shape(id)[0]};
    if (node.attribute("keepdims", std::int64_t{1}) != 0) {
        dims.insert(dims.end(), {1, 1});
    }
    node.give(Map{std::move(dims), id, node.name + "/flat", true});
}

void readLrn(NodeContext& node)
{
    Graph& graph = node.graph;
    const LocalResponseNorm norm{.size = node.attribute("size", std::int64_t{0}),
                                 .alpha = node.attribute("alpha", 1e-4),
                                 .beta = node.attribute("beta", 0.75),
                                 .bias = node.attribute("bias", 1.0)};
    giveImage(node, graph.draft.add(node.name, norm, {graph.image(node.map(0), node.name)}));
}

void readPad(NodeContext& node)
{
    Graph& graph = node.graph;
    Map& map = node.map(0);
    const std::size_t rank = map.dims.size();
    const std::vector<std::int64_t> pads = padsOf(node);
    if (pads.size() != 2 * rank) {
        throw NodeProblem{fmt::format("has {} pads on {} axes", pads.size(), rank)};
    }
    if (std::any_of(pads.begin(), pads.end(), [](std::int64_t pad) { return pad < 0; })) {
        throw NodeProblem{"crops (a negative padding)"};
    }
    if (std::all_of(pads.begin(), pads.end(), [](std::int64_t pad) { return pad == 0; })) {
        return node.pass(0, map.dims);
    }
    Pad pad{.value = padValueOf(node)};
    const std::string_view mode = node.attribute("mode", std::string_view("constant"));
    if (mode != "constant" && mode != "reflect" && mode != "edge") {
        throw NodeProblem{fmt::format("pads in the mode \"{}\"", readable(mode))};
    }
    pad.mode = mode == "constant" ? PadMode::Constant : mode == "reflect" ? PadMode::Reflect : PadMode::Edge;
    pad.value = pad.mode == PadMode::Constant ? pad.value : 0.0;
    std::size_t id = graph.image(map, node.name);
    if (pads[0] != 0 || pads[rank] != 0) {
        throw NodeProblem{"pads the batch of images"};
    }
    const bool pixels = pads[2] + pads[3] + pads[rank + 2] + pads[rank + 3] != 0;
    if (pads[1] != 0 || pads[rank + 1] != 0) {
        if (pad.value != 0.0 || pad.mode != PadMode::Constant || pixels) {
            throw NodeProblem{"pads channels with something else than zeros, or channels and pixels at once"};
        }
        return giveImage(node, padChannels(node, id, pads[1], pads[rank + 1]));
    }
    pad.pads = {pads[2], pads[3], pads[rank + 2], pads[rank + 3]};
    giveImage(node, graph.draft.add(node.name, pad, {id}));
}

}  // namespace mho::detail::onnx
