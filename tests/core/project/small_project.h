// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/project/project.h"

#include <functional>
#include <string>
#include <vector>

namespace mho::test {

/// One convolution and one linear layer.
inline Network smallNetwork()
{
    Network network("small", {2, 1, 1});
    Convolution convolution;
    convolution.filters = 3;
    network.add("conv", convolution);
    network.add("flat", Flatten{});
    network.add("fc", Linear{2, true});
    return network;
}

inline Network smallNetworkWithValues(float first = 1.0F)
{
    Network network = smallNetwork();
    network.setParameter(1, "weight", Tensor(Shape{3, 2, 1, 1}, std::vector<float>{first, -2, 3, -4, 5, 0.1F}));
    network.setParameter(1, "bias", Tensor(Shape{3}, std::vector<float>{0, -0.0F, 1e-40F}));
    network.setParameter(3, "weight", Tensor(Shape{2, 3}, std::vector<float>{6, 5, 4, 3, 2, 1}));
    network.setParameter(3, "bias", Tensor(Shape{2}, std::vector<float>{7, 8}));
    return network;
}

inline Recipe smallRecipe()
{
    Recipe recipe;
    recipe.name = "small";
    recipe.plan.layers = {{"conv", {{"filter", 1.5}}, 5}, {"fc", {}, 0}};
    recipe.hardware.crossbar.rows = 32;
    return recipe;
}

/// A checkpoint that can be checked by itself: every value is `number`, the state says so too.
inline Checkpoint numberedCheckpoint(int number, std::size_t values)
{
    const auto value = static_cast<float>(number);
    return {std::to_string(number), {{"a", std::vector<float>(values, value)}, {"empty", {}}, {"b", {value}}}};
}

/// The message of the Error that `action` throws.
inline std::string failureOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace mho::test
