// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/admm.h"

#include "core/base/parallel.h"
#include "core/compress/levels.h"

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

struct SquaredNorms {
    double difference = 0.0;
    double reference = 0.0;
    void add(const std::vector<float>& a, const std::vector<float>& b)
    {
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double gap = static_cast<double>(a[i]) - static_cast<double>(b[i]);
            difference += gap * gap;
            reference += static_cast<double>(a[i]) * static_cast<double>(a[i]);
        }
    }
    double relative() const { return reference > 0.0 ? std::sqrt(difference / reference) : 0.0; }
};

}  // namespace

Admm::Admm(std::vector<WeightLayer> layers, const Plan& plan, double levelFloor, std::vector<std::optional<LayerMask>> fixedMasks,
           std::function<void()> poll)
    : layers_(std::move(layers)), fixedMasks_(std::move(fixedMasks)), poll_(std::move(poll))
{
    fixedMasks_.resize(layers_.size());
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const LayerPlan* wanted = plan.find(layers_[i].name);
        if (wanted == nullptr) {
            continue;
        }
        // Sparsity first: a layer's levels read the support that its sparsity copies leave.
        for (const ConstraintSpec& spec : wanted->constraints) {
            if (spec.ratio > 1.0 && !fixedMasks_[i]) {
                terms_.push_back({.layer = i, .constraint = &findConstraint(spec.kind), .ratio = spec.ratio, .levels = {}, .copy = {}, .dual = {}});
            }
        }
        if (wanted->levelBits > 0) {
            const LayerLevels levels{deviceLevels(wanted->levelBits, levelFloor), 1.0F};
            terms_.push_back({.layer = i, .constraint = nullptr, .ratio = 1.0, .levels = levels, .copy = {}, .dual = {}});
        }
    }
}

LayerMask Admm::keptBySparsity(std::size_t layer, const std::vector<float>& weights, bool withDuals) const
{
    LayerMask kept = fixedMasks_[layer] ? *fixedMasks_[layer] : LayerMask::dense(layers_[layer].filters, layers_[layer].columns);
    for (const Term& term : terms_) {
        if (term.layer != layer || term.constraint == nullptr) {
            continue;
        }
        std::vector<float> point = weights;
        if (withDuals && !term.dual.empty()) {
            std::transform(point.begin(), point.end(), term.dual.begin(), point.begin(), std::plus<>());
        }
        const GroupRanking ranking = term.constraint->rank(layers_[layer], point);
        kept = kept & term.constraint->project(layers_[layer], ranking, term.ratio);
    }
    return kept;
}

std::vector<float> Admm::projected(const Term& term, std::vector<float> point, const LayerMask& kept) const
{
    if (term.constraint != nullptr) {
        const WeightLayer& layer = layers_[term.layer];
        const LayerMask own = term.constraint->project(layer, term.constraint->rank(layer, point), term.ratio);
        const std::vector<std::uint8_t> flags = own.expanded();
        for (std::size_t i = 0; i < point.size(); ++i) {
            point[i] = flags[i] != 0 ? point[i] : 0.0F;
        }
        return point;
    }
    const std::vector<std::uint8_t> flags = kept.expanded();
    constexpr std::size_t kGrain = 16'384;
    parallelFor(point.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            point[i] = flags[i] != 0 ? term.levels.set.quantize(point[i], term.levels.scale) : 0.0F;
        }
    });
    return point;
}

void Admm::start(const LearnSession& session)
{
    for (Term& term : terms_) {
        poll_();
        std::vector<float> weights = session.weights(term.layer);
        const LayerMask kept = keptBySparsity(term.layer, weights, false);
        if (term.constraint == nullptr) {
            term.levels.scale = searchScale(term.levels.set, weights, kept.expanded());
        }
        term.dual.assign(weights.size(), 0.0F);
        term.copy = projected(term, std::move(weights), kept);
    }
}

AdmmResiduals Admm::update(const LearnSession& session)
{
    SquaredNorms primal;
    SquaredNorms dual;
    // All supports come from the duals before this update, whatever the order of terms.
    std::vector<LayerMask> kept;
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        poll_();
        kept.push_back(keptBySparsity(layer, session.weights(layer), true));
    }
    for (Term& term : terms_) {
        poll_();
        const std::vector<float> weights = session.weights(term.layer);
        std::vector<float> point = weights;
        std::transform(point.begin(), point.end(), term.dual.begin(), point.begin(), std::plus<>());
        std::vector<float> next = projected(term, std::move(point), kept[term.layer]);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            term.dual[i] += weights[i] - next[i];
        }
        primal.add(weights, next);
        dual.add(next, term.copy);
        term.copy = std::move(next);
    }
    return {primal.relative(), dual.relative()};
}

std::vector<Penalty> Admm::penalties(double rho) const
{
    std::vector<Penalty> result;
    for (const Term& term : terms_) {
        auto target = std::make_shared<std::vector<float>>(term.copy.size());
        std::transform(term.copy.begin(), term.copy.end(), term.dual.begin(), target->begin(), std::minus<>());
        result.push_back({term.layer, rho, std::move(target)});
    }
    return result;
}

std::vector<LayerMask> Admm::masks(const LearnSession& session) const
{
    std::vector<LayerMask> result;
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        poll_();
        result.push_back(keptBySparsity(layer, session.weights(layer), false));
    }
    return result;
}

std::vector<Tensor> Admm::state() const
{
    std::vector<Tensor> result;
    std::vector<float> scales;
    for (const Term& term : terms_) {
        const Shape shape{static_cast<std::int64_t>(term.copy.size())};
        result.emplace_back(shape, term.copy);
        result.emplace_back(shape, term.dual);
        scales.push_back(term.levels.scale);
    }
    const Shape shape{static_cast<std::int64_t>(scales.size())};
    result.emplace_back(shape, std::move(scales));
    return result;
}

void Admm::restore(const std::vector<Tensor>& state)
{
    bool fits = state.size() == 2 * terms_.size() + 1 && state.back().size() == static_cast<std::int64_t>(terms_.size());
    for (std::size_t i = 0; fits && i < terms_.size(); ++i) {
        const std::int64_t weights = layers_[terms_[i].layer].weights();
        fits = state[2 * i].size() == weights && state[2 * i + 1].size() == weights;
    }
    if (!fits) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The checkpoint belongs to another plan; start the run anew"));
    }
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        terms_[i].copy.assign(state[2 * i].values().begin(), state[2 * i].values().end());
        terms_[i].dual.assign(state[2 * i + 1].values().begin(), state[2 * i + 1].values().end());
        terms_[i].levels.scale = state.back().values()[i];
    }
}

}  // namespace mho
