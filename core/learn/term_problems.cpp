// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/term_problems.h"

#include "core/base/phrasing.h"
#include "core/network/weight_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mho {
namespace {

bool isFiniteAndNotNegative(double value)
{
    return value >= 0.0 && std::isfinite(value);
}

/// Gathers the problems of one network's terms.
class TermCheck {
public:
    explicit TermCheck(const Network& network) : network_(network), layers_(weightLayers(network)) {}

    void check(const Penalty& penalty)
    {
        if (!exists("penalty", penalty.layer)) {
            return;
        }
        require(penalty.layer, isFiniteAndNotNegative(penalty.rho),
                [&] { return phrase(MHO_TEXT("rho %1 is not 0 or more"), penalty.rho); });
        if (!penalty.copy.hasValues()) {
            add(penalty.layer, "the penalty has no copy");
        } else {
            requireSize(penalty.layer, "the penalty's copy", penalty.copy.values().size(), weights(penalty.layer));
        }
        if (penalty.dual.hasValues()) {
            requireSize(penalty.layer, "the penalty's dual", penalty.dual.values().size(), weights(penalty.layer));
        }
    }

    void check(std::size_t layer, const LayerMask& mask)
    {
        requireSize(layer, "the mask's rows", mask.rows.size(), static_cast<std::size_t>(layers_[layer].filters));
        requireSize(layer, "the mask's columns", mask.columns.size(), static_cast<std::size_t>(layers_[layer].columns));
        if (!mask.elements.empty()) {
            requireSize(layer, "the mask's elements", mask.elements.size(), weights(layer));
        }
    }

    void check(const GroupRegularizer& term)
    {
        if (!exists("regularizer", term.layer)) {
            return;
        }
        require(term.layer, isFiniteAndNotNegative(term.strength),
                [&] { return phrase(MHO_TEXT("the regulariser's strength %1 is not 0 or more"), term.strength); });
        if (term.penalty == GroupPenalty::Clipped) {
            require(term.layer, term.clipRatio > 0.0 && std::isfinite(term.clipRatio),
                    [&] { return phrase(MHO_TEXT("the clip ratio %1 is not above 0"), term.clipRatio); });
        }
        if (term.groupOf == nullptr) {
            add(term.layer, "the regulariser has no groups");
        } else if (requireSize(term.layer, "the regulariser's groups", term.groupOf->size(), weights(term.layer))) {
            checkGroups(term);
        }
    }

    void check(const StraightThrough& term)
    {
        if (!exists("straight-through", term.layer)) {
            return;
        }
        require(term.layer, static_cast<bool>(term.levels), [] { return std::string("straight-through has no levels"); });
        require(term.layer, isFiniteAndNotNegative(static_cast<double>(term.gradientLimit)),
                [&] { return phrase(MHO_TEXT("the gradient limit %1 is not 0 or more"), term.gradientLimit); });
        quantised_.resize(layers_.size(), 0);
        require(term.layer, quantised_[term.layer]++ == 0, [] { return std::string("straight-through stands twice"); });
    }

    void check(const Distillation& term)
    {
        const std::string field = "distillation";
        if (!(term.temperature > 0.0 && std::isfinite(term.temperature))) {
            problems_.push_back({field, phrase(MHO_TEXT("the temperature %1 is not above 0"), term.temperature)});
        }
        if (!(term.mix >= 0.0 && term.mix <= 1.0)) {
            problems_.push_back({field, phrase(MHO_TEXT("the mix %1 is not in 0..1"), term.mix)});
        }
        if (term.teacher == nullptr || term.teacher->nodes().empty()) {
            problems_.push_back({field, MHO_TEXT("there is no teacher")});
            return;
        }
        const Network& teacher = *term.teacher;
        if (!teacher.hasWeights()) {
            problems_.push_back({field, phrase(MHO_TEXT("the teacher %1 has no weights"), teacher.name())});
        }
        if (teacher.inputShape() != network_.inputShape() || teacher.outputShape() != network_.outputShape()) {
            problems_.push_back({field, phrase(MHO_TEXT("the teacher %1 maps %2 to %3, the student %4 to %5"), teacher.name(),
                                               shapeText(teacher.inputShape()), shapeText(teacher.outputShape()),
                                               shapeText(network_.inputShape()), shapeText(network_.outputShape()))});
        }
        if (term.normalization) {
            check(*term.normalization);
        }
    }

    /// True when a list per weight layer has the right length and entries to look at.
    template <typename Entry>
    bool perLayer(const char* field, const std::vector<Entry>& list)
    {
        if (!list.empty() && list.size() != layers_.size()) {
            problems_.push_back({field, phrase(MHO_TEXT("%1 entries for %2 weight layers"), list.size(), layers_.size())});
        }
        return list.size() == layers_.size();
    }

    /// A list of numbers per weight; empty is fine.
    template <typename Number>
    bool perWeight(std::size_t layer, const char* what, const std::vector<Number>& list)
    {
        return list.empty() || requireSize(layer, what, list.size(), weights(layer));
    }

    void add(std::size_t layer, Phrase message) { problems_.push_back({layers_[layer].name, std::move(message)}); }
    std::vector<Problem> take() { return std::move(problems_); }

private:
    void check(const Normalization& teachers)
    {
        const auto channels = static_cast<std::size_t>(network_.inputShape().front());
        if (teachers.mean.size() != channels || teachers.deviation.size() != channels) {
            problems_.push_back(
                {"distillation", phrase(MHO_TEXT("the teacher's normalisation has %1 means and %2 deviations for %3 channels"),
                                        teachers.mean.size(), teachers.deviation.size(), channels)});
        }
        const auto isPositive = [](float value) { return value > 0.0F && std::isfinite(value); };
        if (!std::all_of(teachers.deviation.begin(), teachers.deviation.end(), isPositive) ||
            !std::all_of(teachers.mean.begin(), teachers.mean.end(), [](float value) { return std::isfinite(value); })) {
            problems_.push_back(
                {"distillation", MHO_TEXT("the teacher's normalisation needs finite means and deviations above 0")});
        }
    }

    std::size_t weights(std::size_t layer) const { return static_cast<std::size_t>(layers_[layer].weights()); }

    bool exists(const char* term, std::size_t layer)
    {
        if (layer >= layers_.size()) {
            problems_.push_back(
                {fmt::format("layer {}", layer),
                 phrase(MHO_TEXT("%1: %2 has only %3 weight layers, counted from 0"), term, network_.name(), layers_.size())});
        }
        return layer < layers_.size();
    }

    template <typename Message>
    void require(std::size_t layer, bool good, const Message& message)
    {
        if (!good) {
            add(layer, message());
        }
    }

    bool requireSize(std::size_t layer, const char* what, std::size_t size, std::size_t wanted)
    {
        require(layer, size == wanted,
                [&] { return phrase(MHO_TEXT("%1: %2 entries where %3 are needed"), what, size, wanted); });
        return size == wanted;
    }

    void checkGroups(const GroupRegularizer& term)
    {
        const std::vector<std::uint32_t>& groupOf = *term.groupOf;
        const std::size_t count = groupOf.empty() ? 0 : std::size_t{1} + *std::max_element(groupOf.begin(), groupOf.end());
        // More groups than weights must leave gaps; asking first keeps a wild number from taking memory.
        std::vector<std::uint8_t> used(std::min(count, groupOf.size()), 0);
        if (count <= groupOf.size()) {
            for (const std::uint32_t group : groupOf) {
                used[group] = 1;
            }
        }
        require(term.layer, std::find(used.begin(), used.end(), 0) == used.end(),
                [] { return std::string("the regulariser's groups are not numbered from 0 without gaps"); });
        if (term.penalty == GroupPenalty::Reweighted) {
            requireSize(term.layer, "the regulariser's group weights", term.groupWeights.size(), count);
            require(term.layer, std::all_of(term.groupWeights.begin(), term.groupWeights.end(), isFiniteAndNotNegative),
                    [] { return std::string("a group weight is not 0 or more"); });
        }
    }

    const Network& network_;
    std::vector<WeightLayer> layers_;
    std::vector<Problem> problems_;
    std::vector<int> quantised_;
};

}  // namespace

std::vector<Problem> termProblems(const Network& network, const TrainingTerms& terms)
{
    TermCheck check(network);
    const auto each = [&](const auto& list) {
        for (const auto& term : list) {
            check.check(term);
        }
    };
    each(terms.penalties);
    each(terms.regularizers);
    each(terms.straightThrough);
    if (terms.distillation) {
        check.check(*terms.distillation);
    }
    check.perLayer("frozen", terms.frozen);
    if (check.perLayer("masks", terms.masks)) {
        for (std::size_t layer = 0; layer < terms.masks.size(); ++layer) {
            if (terms.masks[layer]) {
                check.check(layer, *terms.masks[layer]);
            }
        }
    }
    if (check.perLayer("held", terms.held)) {
        for (std::size_t layer = 0; layer < terms.held.size(); ++layer) {
            check.perWeight(layer, "held", terms.held[layer]);
        }
    }
    if (check.perLayer("signs", terms.signs)) {
        for (std::size_t layer = 0; layer < terms.signs.size(); ++layer) {
            check.perWeight(layer, "signs", terms.signs[layer]);
            if (std::any_of(terms.signs[layer].begin(), terms.signs[layer].end(),
                            [](int sign) { return sign < -1 || sign > 1; })) {
                check.add(layer, "a sign is not -1, 0 or 1");
            }
        }
    }
    return check.take();
}

}  // namespace mho
