// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/windows.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace mho::detail::onnx {
namespace {

constexpr std::int64_t kLargest = 1 << 24;

void requireWindow(std::initializer_list<std::int64_t> extents, std::int64_t least, const char* what)
{
    for (const std::int64_t extent : extents) {
        if (extent < least || extent > kLargest) {
            throw NodeProblem{fmt::format("has a {} of {}", what, extent)};
        }
    }
}

Pair pairOf(const std::vector<std::int64_t>& list, const char* what)
{
    if (list.empty()) {
        return {1, 1};
    }
    if (list.size() != 2) {
        throw NodeProblem{fmt::format("has {} of {} axes; Mho knows windows over height and width only", what, list.size())};
    }
    requireWindow({list[0], list[1]}, 1, what);
    return {list[0], list[1]};
}

/// Pads before and after one axis so that there is one window per stride.
std::pair<std::int64_t, std::int64_t> samePads(std::int64_t extent, std::int64_t kernel, std::int64_t stride, std::int64_t dilation,
                                               bool upper)
{
    const std::int64_t windows = (extent + stride - 1) / stride;
    const std::int64_t total = std::max<std::int64_t>(0, (windows - 1) * stride + (kernel - 1) * dilation + 1 - extent);
    const std::int64_t less = total / 2;
    return upper ? std::pair{less, total - less} : std::pair{total - less, less};
}

}  // namespace

Pair kernelOf(const NodeContext& node)
{
    const std::vector<std::int64_t> list = node.list("kernel_shape");
    if (list.empty()) {
        throw NodeProblem{"lacks its kernel_shape"};
    }
    return pairOf(list, "a kernel");
}

WindowAttributes windowOf(const NodeContext& node, const Shape& image, Pair kernel)
{
    WindowAttributes window;
    window.kernel = kernel;
    window.stride = pairOf(node.list("strides"), "strides");
    window.dilation = pairOf(node.list("dilations"), "dilations");
    const std::string_view automatic = node.attribute("auto_pad", std::string_view("NOTSET"));
    const std::vector<std::int64_t> pads = node.list("pads");
    if (automatic == "SAME_UPPER" || automatic == "SAME_LOWER") {
        const bool upper = automatic == "SAME_UPPER";
        std::tie(window.pads.top, window.pads.bottom) = samePads(image[1], kernel.h, window.stride.h, window.dilation.h, upper);
        std::tie(window.pads.left, window.pads.right) = samePads(image[2], kernel.w, window.stride.w, window.dilation.w, upper);
    } else if (automatic == "NOTSET" || automatic.empty()) {
        if (!pads.empty() && pads.size() != 4) {
            throw NodeProblem{fmt::format("has {} pads instead of 4", pads.size())};
        }
        if (!pads.empty()) {
            window.pads = {pads[0], pads[1], pads[2], pads[3]};
        }
    } else if (automatic != "VALID") {
        throw NodeProblem{fmt::format("has the auto_pad \"{}\"", readable(automatic))};
    }
    requireWindow({window.pads.top, window.pads.left, window.pads.bottom, window.pads.right}, 0, "padding");
    return window;
}

}  // namespace mho::detail::onnx
