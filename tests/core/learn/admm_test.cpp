// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/admm.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace mho;

namespace {

/// A session that only holds weights: ADMM's projections and duals need no training.
class HeldWeights final : public LearnSession {
public:
    explicit HeldWeights(std::vector<float> weights) : weights_(std::move(weights)) {}
    std::vector<float> weights(std::size_t) const override { return weights_; }
    void setWeights(std::size_t, std::span<const float> weights) override { weights_.assign(weights.begin(), weights.end()); }
    Network snapshot() const override { return {}; }
    TrainingState state() const override { return {}; }
    void restore(const TrainingState&) override {}
    void initialize(std::uint64_t) override {}
    Verdict train(const DataSet&, const TrainingOptions&, const TrainingTerms&, const std::function<Verdict(const EpochReport&)>&,
                  const ProgressCallback&) override
    {
        return Verdict::Continue;
    }
    Evaluation evaluate(const ImageSet&, const Normalization&, std::span<const std::uint32_t>, const ProgressCallback&) override
    {
        return {};
    }
    void beginStage() override {}

private:
    std::vector<float> weights_;
};

WeightLayer twoByThree()
{
    WeightLayer layer;
    layer.name = "fc";
    layer.filters = 2;
    layer.columns = 3;
    layer.channels = 3;
    return layer;
}

}  // namespace

TEST_CASE("copies, duals and residuals follow the equations")
{
    Plan plan;
    plan.layers.push_back({"fc", {{"filter", 2.0}}, 0});
    Admm admm({twoByThree()}, plan, 0.1, {});
    HeldWeights session({3, 0, 4, 1, 0, 0});
    admm.start(session);
    // Row norms 5 and 1: Z keeps row 0. U = 0, so the target is Z.
    CHECK(*admm.penalties(0.5).at(0).target == std::vector<float>{3, 0, 4, 0, 0, 0});
    CHECK(admm.penalties(0.5).at(0).rho == 0.5);
    session.setWeights(0, std::vector<float>{3, 0, 4, 2, 0, 0});
    const AdmmResiduals residuals = admm.update(session);
    CHECK(residuals.primal == Approx(2.0 / std::sqrt(29.0)));
    CHECK(residuals.dual == 0.0);
    // U = W - Z = (0,0,0,2,0,0); target = Z - U.
    CHECK(*admm.penalties(0.5).at(0).target == std::vector<float>{3, 0, 4, -2, 0, 0});
    // W + U has rows of norm 5 and 6 next: the copy changes rows.
    session.setWeights(0, std::vector<float>{3, 0, 4, 4, 0, 0});
    CHECK(admm.update(session).dual > 0.5);
    CHECK(admm.masks(session).at(0).rows == std::vector<std::uint8_t>{1, 0});
}

TEST_CASE("levels have no zero where sparsity keeps a weight, and are zero elsewhere")
{
    Plan plan;
    plan.layers.push_back({"fc", {{"filter", 2.0}}, 3});
    Admm admm({twoByThree()}, plan, 0.1, {});
    HeldWeights session({1.0F, -0.5F, 0.01F, 0.2F, 0.1F, 0.1F});
    admm.start(session);
    const auto penalties = admm.penalties(1.0);
    REQUIRE(penalties.size() == 2);
    const std::vector<float>& levels = *penalties[1].target;
    CHECK(levels[2] > 0.0F);
    CHECK(levels[1] < 0.0F);
    CHECK(levels[3] == 0.0F);
    CHECK(levels[4] == 0.0F);
}

TEST_CASE("state() and restore() carry everything")
{
    Plan plan;
    plan.layers.push_back({"fc", {{"filter", 2.0}}, 4});
    Admm first({twoByThree()}, plan, 0.1, {});
    HeldWeights session({1, 2, 3, 1, 1, 1});
    first.start(session);
    session.setWeights(0, std::vector<float>{1, 2, 3, 2, 1, 0.5F});
    first.update(session);
    Admm second({twoByThree()}, plan, 0.1, {});
    second.restore(first.state());
    session.setWeights(0, std::vector<float>{1, 2, 2.5F, 2, 1.5F, 0.5F});
    const AdmmResiduals a = first.update(session);
    const AdmmResiduals b = second.update(session);
    CHECK(a.primal == b.primal);
    CHECK(*first.penalties(1).at(1).target == *second.penalties(1).at(1).target);
    CHECK_THROWS_AS(second.restore({}), Error);
}
