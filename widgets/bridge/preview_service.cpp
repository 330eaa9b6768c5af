// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/preview_service.h"

#include "core/compress/preview.h"
#include "core/cost/component_file.h"
#include "core/run/target.h"
#include "widgets/bridge/text.h"

#include <optional>

namespace mho {

/// What stays from request to request as long as network and hardware are the same.
struct PreviewService::State {
    std::shared_ptr<const Network> network;
    Hardware hardware;
    std::optional<Preview> preview;
    ComponentFile components;
    MappedNetwork mappedDense;
    CostReport costDense;

    void prepare(const std::shared_ptr<const Network>& wantedNetwork, const Hardware& wantedHardware)
    {
        if (preview && network == wantedNetwork && hardware == wantedHardware) {
            return;
        }
        preview.reset();
        throwIfProblems(wantedHardware.validate(), "hardware");
        components = loadComponents(wantedHardware.preset);
        mappedDense = mapDense(*wantedNetwork, wantedHardware);
        costDense = estimateCost(mappedDense, components);
        network = wantedNetwork;
        hardware = wantedHardware;
        preview.emplace(network, targetOf(hardware));
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
            result->mapped = mapNetwork(result->compressed, hardware);
            result->cost = estimateCost(result->mapped, state->components);
            return [this, result] { Q_EMIT ready(result); };
        } catch (const Error& error) {
            return [this, text = errorText(error)] { Q_EMIT failed(text); };
        }
    });
}

}  // namespace mho
