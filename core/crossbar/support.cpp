// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/support.h"

namespace mho {
namespace {

std::vector<std::int64_t> keptIn(const std::vector<std::uint8_t>& flags, std::size_t begin, std::size_t end)
{
    std::vector<std::int64_t> indices;
    for (std::size_t i = begin; i < end; ++i) {
        if (flags[i] != 0) {
            indices.push_back(static_cast<std::int64_t>(i));
        }
    }
    return indices;
}

/// Takes away the filters and columns whose every weight the element-wise mask prunes.
GroupSupport withoutEmpty(const GroupSupport& group, const LayerMask& mask)
{
    GroupSupport result;
    std::vector<std::uint8_t> used(mask.columns.size(), 0);
    for (const std::int64_t filter : group.filters) {
        const std::uint8_t* elements = mask.elements.data() + static_cast<std::size_t>(filter) * mask.columns.size();
        bool any = false;
        for (const std::int64_t column : group.columns) {
            if (elements[column] != 0) {
                used[static_cast<std::size_t>(column)] = 1;
                any = true;
            }
        }
        if (any) {
            result.filters.push_back(filter);
        }
    }
    result.columns = keptIn(used, 0, used.size());
    return result;
}

}  // namespace

std::vector<GroupSupport> supportOf(const CompressedLayer& layer)
{
    const LayerMask& mask = layer.mask;
    const auto groups = static_cast<std::size_t>(layer.layer.groups);
    const std::size_t perGroup = mask.rows.size() / groups;
    const std::vector<std::int64_t> columns = keptIn(mask.columns, 0, mask.columns.size());
    std::vector<GroupSupport> result;
    for (std::size_t group = 0; group < groups; ++group) {
        GroupSupport support{keptIn(mask.rows, group * perGroup, (group + 1) * perGroup), columns};
        if (!mask.elements.empty()) {
            support = withoutEmpty(support, mask);
        }
        if (!support.filters.empty() && !support.columns.empty()) {
            result.push_back(std::move(support));
        }
    }
    return result;
}

}  // namespace mho
