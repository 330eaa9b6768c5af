// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/preview_service.h"

#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/cost/cost_model.h"
#include "core/run/target.h"
#include "widgets/bridge/text.h"

#include <optional>
#include <utility>
#include <vector>

namespace mho {

/// What stays from request to request as long as network and hardware are the same.
struct PreviewService::State {
    std::shared_ptr<const Network> network;
    Hardware hardware;
    std::optional<Preview> preview;
    std::optional<MappingFollower> mapping;  ///< Of `plan`; none = nothing to follow.
    Plan plan;
    std::optional<CostModel> model;
    MappedNetwork mappedDense;
    CostReport costDense;

    void prepare(const std::shared_ptr<const Network>& wantedNetwork, const Hardware& wantedHardware)
    {
        if (preview && network == wantedNetwork && hardware == wantedHardware) {
            return;
        }
        preview.reset();
        mapping.reset();
        throwIfProblems(wantedHardware.validate(), "hardware");
        model.emplace(loadComponents(wantedHardware.preset), wantedHardware.adcLaw);
        mappedDense = mapDense(*wantedNetwork, wantedHardware);
        costDense = model->estimate(mappedDense);
        network = wantedNetwork;
        hardware = wantedHardware;
        preview.emplace(network, targetOf(hardware));
    }

    /// Maps what `wanted` changed against the plan of before.
    const MappedNetwork& follow(const CompressedNetwork& compressed, const Plan& wanted)
    {
        std::optional<MappingFollower> follower = std::exchange(mapping, std::nullopt);  // a failure leaves none
        std::vector<std::size_t> changed;
        for (std::size_t i = 0; follower && i < compressed.layers.size(); ++i) {
            const LayerPlan* before = plan.find(compressed.layers[i].layer.name);
            const LayerPlan* now = wanted.find(compressed.layers[i].layer.name);
            if (before == nullptr || now == nullptr || !(*before == *now)) {
                changed.push_back(i);
            }
        }
        if (!follower || changed.size() > 1) {
            follower.emplace(compressed, hardware);  // no dearer than to follow layer after layer
        } else if (!changed.empty()) {
            follower->follow(compressed, changed.front());
        }
        mapping = std::move(follower);
        plan = wanted;
        return mapping->mapped();
    }
};

PreviewService::PreviewService(QObject* parent) : QObject(parent), state_(std::make_shared<State>()) {}

PreviewService::~PreviewService() = default;

void PreviewService::request(std::shared_ptr<const Network> network, const Plan& plan, const Hardware& hardware)
{
    worker_.post([this, state = state_, network = std::move(network), plan, hardware]() -> LatestWorker::Delivery {
        try {
            state->prepare(network, hardware);
            auto result = std::make_shared<PreviewResult>();
            result->plan = plan;
            result->compressed = state->preview->apply(plan);
            result->usesWeights = state->preview->usesWeights();
            result->mappedDense = state->mappedDense;
            result->costDense = state->costDense;
            result->mapped = state->follow(result->compressed, plan);
            result->cost = state->model->estimate(result->mapped);
            return [this, result] { Q_EMIT ready(result); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
}

}  // namespace mho
