// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/admm.h"

#include "core/base/parallel.h"
#include "core/compress/project_plan.h"
#include "core/network/quick_levels.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>

namespace mho {
namespace {

struct SquaredNorms {
    double difference = 0.0;
    double reference = 0.0;
    void add(std::span<const float> a, std::span<const float> b)
    {
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double gap = static_cast<double>(a[i]) - static_cast<double>(b[i]);
            difference += gap * gap;
            reference += static_cast<double>(a[i]) * static_cast<double>(a[i]);
        }
    }
    void add(const SquaredNorms& other)
    {
        difference += other.difference;
        reference += other.reference;
    }
    /// Nothing against nothing is 0; numbers that are none stay none.
    double relative() const { return reference == 0.0 && difference == 0.0 ? 0.0 : std::sqrt(difference / reference); }
};

SquaredNorms gap(std::span<const float> a, std::span<const float> b)
{
    SquaredNorms norms;
    norms.add(a, b);
    return norms;
}

Tensor flat(std::vector<float> values)
{
    const Shape shape{static_cast<std::int64_t>(values.size())};
    return {shape, std::move(values)};
}

/// The weights of one layer at a time, read from the session once for all its terms.
class PresentWeights {
public:
    explicit PresentWeights(const LearnSession& session) : session_(session) {}

    const std::vector<float>& of(std::size_t layer)
    {
        if (layer_ != layer) {
            values_ = session_.weights(layer);
            layer_ = layer;
        }
        return values_;
    }

private:
    const LearnSession& session_;
    std::optional<std::size_t> layer_;
    std::vector<float> values_;
};

}  // namespace

Admm::Admm(const Network& network, const Plan& plan, Target target, Options options)
    : network_(network), layers_(weightLayers(network)), plan_(plan), target_(std::move(target)), options_(std::move(options))
{
    options_.fixedMasks.resize(layers_.size());
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        LayerPlan& wanted = *plan_.find(layers_[i].name);
        if (!options_.sparsity || options_.fixedMasks[i]) {
            wanted.constraints.clear();
        }
        std::erase_if(wanted.constraints, [](const ConstraintSpec& spec) { return spec.ratio <= 1.0 && findConstraint(spec.kind).hasRatio(); });
        for (std::size_t c = 0; c < wanted.constraints.size(); ++c) {
            Term& term = terms_.emplace_back();
            term.layer = i;
            term.constraint = c;
        }
    }
    // After all sparsity: a layer's levels read the support that its sparsity copies leave.
    for (std::size_t i = 0; options_.levels && i < layers_.size(); ++i) {
        if (planOf(i).levelBits > 0) {
            Term& term = terms_.emplace_back();
            term.layer = i;
            term.quantizer = &findQuantizer(planOf(i).levels);
        }
    }
}

Admm::Term* Admm::sparsityTerm(std::size_t layer, std::size_t constraint)
{
    const auto found = std::find_if(terms_.begin(), terms_.end(), [&](const Term& term) {
        return term.quantizer == nullptr && term.layer == layer && term.constraint == constraint;
    });
    return found == terms_.end() ? nullptr : &*found;
}

std::vector<float> Admm::onLevels(Term& term, std::vector<float> values, const LayerMask& kept) const
{
    const std::vector<std::uint8_t> flags = kept.expanded();
    const bool fitted = term.copy.hasValues();
    if (!fitted || term.quantizer->followsWeights()) {
        term.levels = term.quantizer->fit(planOf(term.layer).levelBits, target_.levelFloor, values, flags);
    }
    constexpr std::size_t kGrain = 16'384;
    const QuickLevels levels(term.levels);
    parallelFor(values.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        const std::span part = std::span(values).subspan(begin, end - begin);
        levels.quantize(part, part);
        for (std::size_t i = begin; i < end; ++i) {
            values[i] = flags[i] != 0 ? values[i] : 0.0F;
        }
    });
    return values;
}

void Admm::project(const LearnSession& session, bool withDuals,
                   const std::function<void(Term&, std::span<const float>, std::vector<float>)>& took)
{
    PresentWeights present(session);
    const auto point = [&](const Term& term) {
        std::vector<float> values = present.of(term.layer);
        if (withDuals && term.dual.hasValues()) {
            std::transform(values.begin(), values.end(), term.dual.values().begin(), values.begin(), std::plus<>());
        }
        return values;
    };
    std::vector<LayerMask> kept = projectPlan(
        network_, plan_, target_,
        [&](std::size_t layer, std::size_t constraint) {
            options_.poll();
            return point(*sparsityTerm(layer, constraint));
        },
        [&](const ProjectedConstraint& projected) {
            Term& term = *sparsityTerm(projected.layer, projected.constraint);
            std::vector<float> values = point(term);
            applyMask(projected.mask, values);
            took(term, present.of(term.layer), std::move(values));
        });
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (options_.fixedMasks[i]) {
            kept[i] = *options_.fixedMasks[i];
        }
    }
    for (Term& term : terms_) {
        if (term.quantizer != nullptr) {
            options_.poll();
            std::vector<float> values = onLevels(term, point(term), kept[term.layer]);
            took(term, present.of(term.layer), std::move(values));
        }
    }
}

void Admm::start(const LearnSession& session)
{
    project(session, false, [](Term& term, std::span<const float>, std::vector<float> projection) {
        term.dual = flat(std::vector<float>(projection.size(), 0.0F));
        term.copy = flat(std::move(projection));
    });
}

AdmmReport Admm::update(const LearnSession& session)
{
    AdmmReport report;
    SquaredNorms primal;
    SquaredNorms dual;
    // A term's dual moves as soon as it is projected; each term reads only its own.
    project(session, true, [&](Term& term, std::span<const float> weights, std::vector<float> next) {
        const SquaredNorms ownPrimal = gap(weights, next);
        const SquaredNorms ownDual = gap(next, term.copy.values());
        primal.add(ownPrimal);
        dual.add(ownDual);
        report.sets.push_back({layers_[term.layer].name,
                               term.quantizer != nullptr ? std::string(term.quantizer->name()) : planOf(term.layer).constraints[term.constraint].kind,
                               ownPrimal.relative(), ownDual.relative(), 0.0});
        std::vector<float> moved(term.dual.values().begin(), term.dual.values().end());
        for (std::size_t i = 0; i < weights.size(); ++i) {
            moved[i] += weights[i] - next[i];
        }
        term.dual = flat(std::move(moved));
        term.copy = flat(std::move(next));
    });
    // The same order of terms as above.
    std::size_t at = 0;
    project(session, false, [&](Term&, std::span<const float> weights, const std::vector<float>& projection) {
        report.sets[at++].distance = gap(weights, projection).relative();
    });
    report.primal = primal.relative();
    report.dual = dual.relative();
    return report;
}

void Admm::scaleDuals(double factor)
{
    for (Term& term : terms_) {
        std::vector<float> scaled(term.dual.values().begin(), term.dual.values().end());
        for (float& value : scaled) {
            value = static_cast<float>(factor * static_cast<double>(value));
        }
        term.dual = flat(std::move(scaled));
    }
}

std::vector<Penalty> Admm::penalties(double rho) const
{
    std::vector<Penalty> result;
    for (const Term& term : terms_) {
        result.push_back({term.layer, rho * planOf(term.layer).rho, term.copy, term.dual});
    }
    return result;
}

std::vector<Tensor> Admm::state() const
{
    std::vector<Tensor> result;
    std::vector<float> scales;
    std::vector<float> zeros;
    for (const Term& term : terms_) {
        result.push_back(term.copy);
        result.push_back(term.dual);
        scales.push_back(term.levels.scale);
        zeros.push_back(term.levels.zeroBelow);
    }
    result.push_back(flat(std::move(scales)));
    result.push_back(flat(std::move(zeros)));
    return result;
}

void Admm::restore(const std::vector<Tensor>& state)
{
    const std::size_t count = terms_.size();
    const auto holds = [&](std::size_t at, std::size_t values) { return state[at].values().size() == values; };
    bool fits = state.size() == 2 * count + 2 && holds(2 * count, count) && holds(2 * count + 1, count);
    for (std::size_t i = 0; fits && i < count; ++i) {
        const auto weights = static_cast<std::size_t>(layers_[terms_[i].layer].weights());
        fits = holds(2 * i, weights) && holds(2 * i + 1, weights);
    }
    if (!fits) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The checkpoint belongs to another plan; start the run anew"));
    }
    for (std::size_t i = 0; i < count; ++i) {
        Term& term = terms_[i];
        term.copy = state[2 * i];
        term.dual = state[2 * i + 1];
        if (term.quantizer != nullptr) {
            term.levels = {term.quantizer->levels(planOf(term.layer).levelBits, target_.levelFloor), state[2 * count].values()[i],
                           state[2 * count + 1].values()[i]};
        }
    }
}

}  // namespace mho
