// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "widgets/bridge/preview_service.h"

#include <memory>

namespace mho::test {

/// LeNet-5 of the zoo; `weights` fills it with numbers from a fixed random stream.
std::shared_ptr<const Network> lenet(bool weights);

/// A plan of one filter ratio on conv2 and 5-bit levels everywhere, on 32 x 32 arrays.
Plan lenetPlan(const Network& network, double ratio);
Hardware smallArrays();

/// Computed at once, without a service.
std::shared_ptr<const PreviewResult> preview(const std::shared_ptr<const Network>& network, const Plan& plan,
                                             const Hardware& hardware = smallArrays());

}  // namespace mho::test
