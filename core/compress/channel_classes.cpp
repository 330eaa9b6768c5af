// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/channel_classes.h"

#include "core/network/channel_sources.h"

#include <limits>
#include <numeric>

namespace mho {
namespace {

/// Union-find over all channels of all nodes. The smaller index is the root, so roots come first in node order.
class Forest {
public:
    explicit Forest(const Network& network)
    {
        std::uint32_t count = 0;
        for (NodeId id = 0; id < network.nodes().size(); ++id) {
            first_.push_back(count);
            count += static_cast<std::uint32_t>(network.shapeOf(id).front());
        }
        parent_.resize(count);
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    std::uint32_t root(NodeId node, std::size_t channel) { return root(first_[node] + static_cast<std::uint32_t>(channel)); }
    void join(NodeId a, std::size_t channelA, NodeId b, std::size_t channelB)
    {
        const std::uint32_t rootA = root(a, channelA);
        const std::uint32_t rootB = root(b, channelB);
        parent_[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }
    std::size_t size() const { return parent_.size(); }

private:
    std::uint32_t root(std::uint32_t at)
    {
        while (parent_[at] != at) {
            parent_[at] = parent_[parent_[at]];
            at = parent_[at];
        }
        return at;
    }

    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> parent_;
};

void joinGroups(const Network& network, NodeId id, std::size_t groups, Forest& forest)
{
    const NodeId input = network.nodes()[id].inputs.front();
    const std::size_t in = static_cast<std::size_t>(network.shapeOf(input).front()) / groups;
    const std::size_t out = static_cast<std::size_t>(network.shapeOf(id).front()) / groups;
    for (std::size_t group = 0; group < groups; ++group) {
        for (std::size_t i = 0; i < in; ++i) {
            forest.join(input, group * in, input, group * in + i);
        }
        for (std::size_t i = 0; i < out; ++i) {
            forest.join(input, group * in, id, group * out + i);
        }
    }
}

}  // namespace

ChannelClasses channelClasses(const Network& network)
{
    Forest forest(network);
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const auto* convolution = std::get_if<Convolution>(&network.nodes()[id].operation);
        if (convolution != nullptr && convolution->groups > 1) {
            joinGroups(network, id, static_cast<std::size_t>(convolution->groups), forest);
        }
        forEachSource(network, id, [&](std::size_t channel, NodeId from, std::size_t fromChannel) {
            forest.join(id, channel, from, fromChannel);
        });
    }
    constexpr std::uint32_t kUnnamed = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> names(forest.size(), kUnnamed);
    ChannelClasses classes;
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        std::vector<std::uint32_t>& of = classes.ofNode.emplace_back();
        for (std::size_t channel = 0; channel < static_cast<std::size_t>(network.shapeOf(id).front()); ++channel) {
            std::uint32_t& name = names[forest.root(id, channel)];
            if (name == kUnnamed) {
                name = static_cast<std::uint32_t>(classes.count++);
            }
            of.push_back(name);
        }
    }
    return classes;
}

}  // namespace mho
