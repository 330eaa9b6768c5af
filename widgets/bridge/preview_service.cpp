// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/preview_service.h"

#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/cost/cost_model.h"
#include "core/run/target.h"
#include "widgets/bridge/text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mho {

/// What stays from request to request as long as network and hardware are the same.
struct PreviewService::State {
    std::shared_ptr<const Network> network;
    Hardware hardware;
    std::optional<Preview> preview;
    std::optional<MappingFollower> mapping;  ///< Of the preview's last plan; none = nothing to follow.
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

    /// Maps what the preview's last plan changed.
    const MappedNetwork& follow(const CompressedNetwork& compressed)
    {
        std::optional<MappingFollower> follower = std::exchange(mapping, std::nullopt);  // a failure leaves none
        const auto changed = std::count(preview->changed().begin(), preview->changed().end(), std::uint8_t{1});
        if (!follower || static_cast<std::size_t>(changed) == compressed.layers.size()) {
            follower.emplace(compressed, hardware);
        } else if (changed > 0) {
            follower->follow(compressed, preview->changed());
        }
        mapping = std::move(follower);
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
            std::optional<MappingFollower> mapping = std::exchange(state->mapping, std::nullopt);  // a failure leaves none
            result->compressed = state->preview->apply(plan);
            state->mapping = std::move(mapping);
            result->ownCounts = state->preview->ownCounts();
            result->usesWeights = state->preview->usesWeights();
            result->mappedDense = state->mappedDense;
            result->costDense = state->costDense;
            result->mapped = state->follow(result->compressed);
            result->cost = state->model->estimate(result->mapped);
            return [this, result] { Q_EMIT ready(result); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
}

}  // namespace mho
