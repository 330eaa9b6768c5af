// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/admm_case.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace mho {

const std::vector<AdmmCase>& admmCases()
{
    static const std::vector<AdmmCase> all{{"vgg16-cifar10", 128, 50'000, 2, 2, 8, 3, 25},
                                           {"lenet5", 64, 60'000, 50, 2, 100, 15, 25}};
    return all;
}

const AdmmCase& admmCase(const std::string& network)
{
    const auto found =
        std::find_if(admmCases().begin(), admmCases().end(), [&](const AdmmCase& c) { return c.network == network; });
    if (found == admmCases().end()) {
        throw std::runtime_error("no case for " + network);
    }
    return *found;
}

DataSet greyImages(const Network& network, std::int64_t count)
{
    auto images = std::make_shared<ImageSet>();
    images->imageShape = network.inputShape();
    images->pixels.assign(static_cast<std::size_t>(count * elementCount(network.inputShape())), 127);
    images->classes = elementCount(network.outputShape());
    for (std::int64_t i = 0; i < count; ++i) {
        images->labels.push_back(static_cast<std::int32_t>(i % images->classes));
    }
    const auto channels = static_cast<std::size_t>(network.inputShape().front());
    DataSet data;
    data.name = "grey";
    data.sha256 = "grey";
    data.train = images;
    data.test = images;
    data.normalization = {std::vector<float>(channels, 0.5F), std::vector<float>(channels, 0.25F)};
    return data;
}

Plan twoConstraints(const Network& network)
{
    Plan plan = densePlan(network);
    for (LayerPlan& layer : plan.layers) {
        layer.constraints = {{.kind = "filter", .ratio = 2.0}, {.kind = "filter-shape", .ratio = 2.0}};
    }
    return plan;
}

ExecutionOptions withThreads(int threads)
{
    ExecutionOptions options;
    options.threads = threads;
    return options.resolved();
}

}  // namespace mho
