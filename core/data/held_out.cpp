// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/held_out.h"

#include "core/base/error.h"
#include "core/base/random.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {
namespace {

constexpr std::uint64_t kPurpose = 0x68656c646f7574;  // "heldout": a stream of its own

}  // namespace

TrainingSplit splitTraining(std::size_t count, std::uint64_t seed, std::size_t heldOut)
{
    if (heldOut > count / 2) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("%1 of %2 training images cannot be held out; hold out at most half of them"),
                    {fmt::format("{}", heldOut), fmt::format("{}", count)});
    }
    const std::vector<std::uint32_t> order = RandomStream{seed, kPurpose}.permutation(count);
    const auto border = order.begin() + static_cast<std::ptrdiff_t>(heldOut);
    TrainingSplit split{{border, order.end()}, {order.begin(), border}};
    std::sort(split.train.begin(), split.train.end());
    std::sort(split.heldOut.begin(), split.heldOut.end());
    return split;
}

}  // namespace mho
