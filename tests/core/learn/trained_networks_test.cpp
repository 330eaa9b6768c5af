// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that others trained reach here what they reached there.
#include "core/data/data_set.h"
#include "core/io/network_file.h"
#include "core/learn/learner.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>

using namespace mho;

namespace {

/// Correct answers on all test images; nothing where file or images are not there.
std::optional<std::int64_t> correctOf(const char* file, const char* images, const char* needed, const Normalization& normalization)
{
    const auto weights = test::dataFile(file);
    const auto data = test::dataFile(needed);
    if (!weights || !data) {
        std::cout << "skipped: no " << (weights ? images : file) << " in the data folder\n";
        return std::nullopt;
    }
    ExecutionOptions execution;
    execution.precision = Precision::Float32;
    const auto session = learner().open(readNetworkFile(*weights).network, execution.resolved());
    const DataSet set = openDataSet(std::filesystem::path(*data).parent_path().string());
    return session->evaluate(*set.test, normalization, {}, ignoreProgress).correct;
}

}  // namespace

TEST_CASE("burn's small network for MNIST has its 99.17 %")
{
    if (const auto correct = correctOf("weights/burn-mnist.safetensors", "mnist", "mnist/t10k-images-idx3-ubyte.gz", {{0.1307}, {0.3081}})) {
        CHECK(*correct == 9917);
    }
}

TEST_CASE("ResNet-20 of akamaster has its 91.73 % on CIFAR-10")
{
    if (const auto correct = correctOf("weights/resnet20-12fca82f.th", "cifar10", "cifar10/test_batch.bin",
                                       {{0.485, 0.456, 0.406}, {0.229, 0.224, 0.225}})) {
        CHECK(*correct == 9173);
    }
}
