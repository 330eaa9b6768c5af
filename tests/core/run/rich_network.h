// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/recipe.h"

/// What LeNet-5 has not: batch norms (also behind a concat), a skip connection, a concat, a grouped and a depthwise
/// convolution, layers without bias.
namespace mho::test {

/// For images of 1x28x28, with weights. Half the filters of the layers that richRecipe() prunes are so weak that it takes them.
Network richNetwork();

/// tinyStaged() on it, from its weights: an epoch per stage or round, two of retraining.
Recipe richRecipe();

}  // namespace mho::test
