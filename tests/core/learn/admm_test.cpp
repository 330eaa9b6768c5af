// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/admm.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <stdexcept>

using namespace mho;

namespace {

/// A session that only holds weights: ADMM's projections and duals need no training.
class HeldWeights final : public LearnSession {
public:
    explicit HeldWeights(std::vector<std::vector<float>> weights) : weights_(std::move(weights)) {}
    std::vector<float> weights(std::size_t layer) const override { return weights_.at(layer); }
    void setWeights(std::size_t layer, std::span<const float> weights) override
    {
        weights_.at(layer).assign(weights.begin(), weights.end());
    }
    Network snapshot() const override { return {}; }
    TrainingState state() const override { return {}; }
    void restore(const TrainingState&) override {}
    void initialize(std::uint64_t) override {}
    Verdict train(const DataSet&, const TrainingOptions&, const TrainingTerms&,
                  const std::function<Verdict(const EpochReport&)>&, const ProgressCallback&) override
    {
        return Verdict::Continue;
    }
    Evaluation evaluate(const ImageSet&, const Normalization&, std::span<const std::uint32_t>, const ProgressCallback&) override
    {
        return {};
    }
    Verdict recalibrate(const ImageSet&, const Normalization&, std::span<const std::uint32_t>, const ProgressCallback&) override
    {
        return Verdict::Continue;
    }
    void beginStage() override {}

private:
    std::vector<std::vector<float>> weights_;
};

using Values = std::vector<float>;

/// Layers "fc" (2 x 3) and "out" (2 x 2), no bias.
Network twoLayers()
{
    Network network("two", {1, 1, 3});
    network.add("flat", Flatten{});
    network.add("fc", Linear{.features = 2, .bias = false});
    network.add("out", Linear{.features = 2, .bias = false});
    return network;
}

const Values kOut{1.0F, 0.5F, -0.25F, 2.0F};

Plan planOf(std::vector<ConstraintSpec> fc, int fcBits)
{
    Plan plan = densePlan(twoLayers());
    plan.find("fc")->constraints = std::move(fc);
    plan.find("fc")->levelBits = fcBits;
    return plan;
}

Target target()
{
    Target result;
    result.levelFloor = 0.1;
    return result;
}

Admm admmOf(const Plan& plan, Admm::Options options = {})
{
    return {twoLayers(), plan, target(), std::move(options)};
}

Values targetOf(const Penalty& penalty)
{
    Values target(penalty.copy.values().begin(), penalty.copy.values().end());
    for (std::size_t i = 0; i < target.size(); ++i) {
        target[i] -= penalty.dual.values()[i];
    }
    return target;
}

Values targetOf(const Admm& admm, std::size_t term)
{
    return targetOf(admm.penalties(1.0).at(term));
}

LayerLevels fitted(const Values& weights, const std::vector<std::uint8_t>& kept)
{
    return findQuantizer("device").fit(3, 0.1, weights, kept);
}

Values onLevels(const LayerLevels& levels, Values weights, const std::vector<std::uint8_t>& kept)
{
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = kept.empty() || kept[i] != 0 ? levels.quantize(weights[i]) : 0.0F;
    }
    return weights;
}

}  // namespace

TEST_CASE("copies, duals and residuals follow the equations")
{
    Admm admm = admmOf(planOf({{"filter", 2.0}}, 0));
    HeldWeights session({{3, 0, 4, 1, 0, 0}, kOut});
    admm.start(session);
    // Row norms 5 and 1: Z keeps row 0. U = 0, so the target is Z.
    REQUIRE(admm.penalties(0.5).size() == 1);
    CHECK(targetOf(admm, 0) == Values{3, 0, 4, 0, 0, 0});
    session.setWeights(0, Values{3, 0, 4, 2, 0, 0});
    const AdmmReport first = admm.update(session);
    REQUIRE(first.sets.size() == 1);
    CHECK(first.sets[0].layer == "fc");
    CHECK(first.sets[0].set == "filter");
    CHECK(first.sets[0].primal == Approx(2.0 / std::sqrt(29.0)));
    CHECK(first.sets[0].dual == 0.0);
    CHECK(first.sets[0].distance == Approx(2.0 / std::sqrt(29.0)));
    CHECK(first.primal == first.sets[0].primal);
    // U = W - Z = (0,0,0,2,0,0); target = Z - U.
    CHECK(targetOf(admm, 0) == Values{3, 0, 4, -2, 0, 0});
    // W + U = (3,0,4,6,0,0) has rows of norm 5 and 6: Z changes rows, although W itself still lies nearer to the old one.
    session.setWeights(0, Values{3, 0, 4, 4, 0, 0});
    const AdmmReport second = admm.update(session);
    CHECK(second.sets[0].primal == Approx(std::sqrt(29.0) / std::sqrt(41.0)));  // W - Z = (3,0,4,-2,0,0)
    CHECK(second.sets[0].dual == Approx(std::sqrt(61.0) / 6.0));                // (-3,0,-4,6,0,0) against (0,0,0,6,0,0)
    CHECK(second.sets[0].distance == Approx(4.0 / std::sqrt(41.0)));
    // U = (0,0,0,2,0,0) + W - Z = (3,0,4,0,0,0)
    CHECK(targetOf(admm, 0) == Values{-3, 0, -4, 6, 0, 0});
}

TEST_CASE("where rho is tripled, duals of a third pull as before")
{
    Admm admm = admmOf(planOf({{"filter", 2.0}}, 0));
    HeldWeights session({{3, 0, 4, 1, 0, 0}, kOut});
    admm.start(session);
    session.setWeights(0, Values{3, 0, 4, 3, 0, 0});
    admm.update(session);
    // Z = (3,0,4,0,0,0), U = (0,0,0,3,0,0)
    CHECK(targetOf(admm, 0) == Values{3, 0, 4, -3, 0, 0});
    admm.scaleDuals(1.0 / 3.0);
    CHECK(targetOf(admm, 0) == Values{3, 0, 4, -1, 0, 0});
    // The next dual begins from there: U = (0,0,0,1,0,0) + (0,0,0,2,0,0).
    session.setWeights(0, Values{3, 0, 4, 2, 0, 0});
    admm.update(session);
    CHECK(targetOf(admm, 0) == Values{3, 0, 4, -3, 0, 0});
}

TEST_CASE("each layer has its factor on rho, and the totals are over all sets")
{
    Plan plan = planOf({{"filter", 2.0}}, 0);
    plan.find("out")->constraints = {{"filter-shape", 2.0}};
    plan.find("out")->rho = 10.0;
    Admm admm = admmOf(plan);
    HeldWeights session({{3, 0, 4, 1, 0, 0}, {0, 1, 0, 5}});
    admm.start(session);
    const std::vector<Penalty> penalties = admm.penalties(0.5);
    REQUIRE(penalties.size() == 2);
    CHECK(penalties[0].layer == 0);
    CHECK(penalties[0].rho == 0.5);
    CHECK(penalties[1].layer == 1);
    CHECK(penalties[1].rho == 5.0);
    // Filter 1 of "fc" is dropped, so column 1 of "out" reads zeros and counts as zero: all zeros tie, the lower index stays.
    CHECK(targetOf(penalties[1]) == Values{0, 0, 0, 0});
    session.setWeights(0, Values{3, 0, 4, 2, 0, 0});
    session.setWeights(1, Values{2, 1, 0, 5});
    const AdmmReport report = admm.update(session);
    REQUIRE(report.sets.size() == 2);
    CHECK(report.sets[1].layer == "out");
    CHECK(report.sets[1].primal == Approx(std::sqrt(26.0 / 30.0)));
    CHECK(report.sets[1].dual == Approx(1.0));  // from all zero to (2,0,0,0)
    CHECK(report.primal == Approx(std::sqrt((4.0 + 26.0) / (29.0 + 30.0))));
    CHECK(report.dual == Approx(std::sqrt(4.0 / (25.0 + 4.0))));
}

TEST_CASE("two constraints and levels on one layer have a copy and a dual each")
{
    Admm admm = admmOf(planOf({{"filter", 2.0}, {"filter-shape", 1.5}}, 3));
    const Values weights{3.0F, 0.5F, 4.0F, 1.0F, 2.0F, 0.25F};
    HeldWeights session({weights, kOut});
    admm.start(session);
    REQUIRE(admm.penalties(1.0).size() == 3);
    CHECK(targetOf(admm, 0) == Values{3.0F, 0.5F, 4.0F, 0, 0, 0});
    CHECK(targetOf(admm, 1) == Values{3.0F, 0, 4.0F, 1.0F, 0, 0.25F});
    // Levels only where both keep the weight; fitted to those weights alone, without a zero.
    const std::vector<std::uint8_t> kept{1, 0, 1, 0, 0, 0};
    const LayerLevels levels = fitted(weights, kept);
    CHECK(targetOf(admm, 2) == onLevels(levels, weights, kept));
    // The scale stays as fitted, however the weights grow.
    Values grown = weights;
    for (float& value : grown) {
        value *= 1.5F;
    }
    session.setWeights(0, grown);
    const AdmmReport report = admm.update(session);
    CHECK(report.sets[2].set == "device");
    const Values next = onLevels(levels, grown, kept);
    Values expected = next;
    double gap = 0.0;
    double norm = 0.0;
    for (std::size_t i = 0; i < next.size(); ++i) {
        expected[i] = next[i] - (grown[i] - next[i]);
        gap += std::pow(static_cast<double>(grown[i] - next[i]), 2.0);
        norm += std::pow(static_cast<double>(grown[i]), 2.0);
    }
    CHECK(targetOf(admm, 2) == expected);
    CHECK(report.sets[2].primal == Approx(std::sqrt(gap / norm)));
    CHECK(report.sets[2].distance == Approx(std::sqrt(gap / norm)));  // the dual was zero, so both project W
}

TEST_CASE("levels alone take every weight, sparsity alone takes no level")
{
    const Plan plan = planOf({{"filter", 2.0}}, 3);
    const Values weights{1.0F, -0.5F, 0.01F, 0.2F, 0.1F, 0.0F};
    HeldWeights session({weights, kOut});
    Admm levels = admmOf(plan, {.sparsity = false, .fixedMasks = {}});
    levels.start(session);
    REQUIRE(levels.penalties(1.0).size() == 1);
    CHECK(targetOf(levels, 0) == onLevels(fitted(weights, {}), weights, {}));
    Admm sparsity = admmOf(plan, {.levels = false, .fixedMasks = {}});
    sparsity.start(session);
    REQUIRE(sparsity.penalties(1.0).size() == 1);
    CHECK(targetOf(sparsity, 0) == Values{1.0F, -0.5F, 0.01F, 0, 0, 0});
    CHECK(admmOf(plan, {.sparsity = false, .levels = false, .fixedMasks = {}}).empty());
    CHECK(admmOf(densePlan(twoLayers())).empty());
    CHECK_FALSE(levels.empty());
}

TEST_CASE("a fixed mask takes the place of the layer's constraints")
{
    Plan plan = planOf({{"filter", 2.0}}, 3);
    plan.find("out")->constraints = {{"filter", 2.0}};
    LayerMask mask = LayerMask::dense(2, 3);
    mask.columns[0] = 0;
    Admm admm = admmOf(plan, {.fixedMasks = {mask, std::nullopt}});
    const Values weights{0.0F, -0.5F, 0.01F, 0.0F, 0.1F, 0.3F};
    HeldWeights session({weights, kOut});
    admm.start(session);
    const std::vector<Penalty> penalties = admm.penalties(1.0);
    REQUIRE(penalties.size() == 2);  // "out"'s filters and "fc"'s levels; none for "fc"'s filters
    CHECK(penalties[0].layer == 1);
    CHECK(targetOf(penalties[0]) == Values{0, 0, -0.25F, 2.0F});
    CHECK(penalties[1].layer == 0);
    const std::vector<std::uint8_t> kept = mask.expanded();
    CHECK(targetOf(penalties[1]) == onLevels(fitted(weights, kept), weights, kept));
    CHECK(targetOf(penalties[1]).at(0) == 0.0F);
    CHECK(targetOf(penalties[1]).at(2) > 0.0F);
}

TEST_CASE("state() and restore() carry everything")
{
    const Plan plan = planOf({{"filter", 2.0}}, 4);
    Admm first = admmOf(plan);
    HeldWeights session({{1, 2, 3, 1, 1, 1}, kOut});
    first.start(session);
    session.setWeights(0, Values{1, 2, 3, 2, 1, 0.5F});
    first.update(session);
    Admm second = admmOf(plan);
    second.restore(first.state());
    session.setWeights(0, Values{1, 2, 2.5F, 2, 1.5F, 0.5F});
    const AdmmReport a = first.update(session);
    const AdmmReport b = second.update(session);
    REQUIRE(b.sets.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(a.sets[i].primal == b.sets[i].primal);
        CHECK(a.sets[i].dual == b.sets[i].dual);
        CHECK(a.sets[i].distance == b.sets[i].distance);
        CHECK(targetOf(first, i) == targetOf(second, i));
    }
    Admm other = admmOf(planOf({{"filter", 2.0}}, 0));
    CHECK_THROWS_AS(other.restore(first.state()), Error);
    CHECK_THROWS_AS(second.restore({}), Error);
}

TEST_CASE("projections can be left between layers")
{
    int polls = 0;
    Admm admm = admmOf(planOf({{"filter", 2.0}}, 3), {.fixedMasks = {}, .poll = [&] {
                                                          if (++polls == 2) {
                                                              throw std::runtime_error("leave");
                                                          }
                                                      }});
    const HeldWeights session({{1, 2, 3, 1, 1, 1}, kOut});
    CHECK_THROWS_WITH(admm.start(session), "leave");
}
