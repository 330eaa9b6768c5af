// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compress/plan.h"
#include "core/data/data_set.h"
#include "core/learn/training_options.h"
#include "core/network/network.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mho {

/// One network that ADMM is measured on.
struct AdmmCase {
    std::string network;
    std::int64_t batch;       ///< As the recipes train it.
    std::int64_t images;      ///< Of a real epoch: CIFAR-10, MNIST.
    std::int64_t steps;       ///< Measured per epoch at that batch.
    std::int64_t smallBatch;  ///< Where a step is so short that a pass over the weights shows.
    std::int64_t smallSteps;
    int pairs;  ///< Epochs, plain and ADMM in turn.
    int smallPairs;
};

const std::vector<AdmmCase>& admmCases();
/// Throws std::runtime_error when there is none.
const AdmmCase& admmCase(const std::string& network);

/// Images of one grey with the network's shape: neither time nor memory depends on their content.
DataSet greyImages(const Network& network, std::int64_t count);
/// Filter and filter-shape on every weight layer.
Plan twoConstraints(const Network& network);
/// Defaults with so many threads, 0 = all cores.
ExecutionOptions withThreads(int threads);

}  // namespace mho
