// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/compress/project_plan.h"
#include "tests/core/compress/constraints/constraint_cases.h"

#include <catch2/catch.hpp>

#include <cmath>

TEST_CASE("A mask applied leaves what it keeps to the bit and plain zeros elsewhere, for any number of threads")
{
    mho::RandomStream random{23};
    for (const auto& layer : {cases::linear(7, 13), cases::linear(900, 1001)}) {
        for (int form = 0; form < 6; ++form) {
            mho::LayerMask mask = cases::randomMask(layer, form % 2 == 1, random);
            if (form / 2 == 1) {
                mask.columns.assign(mask.columns.size(), 1);
            } else if (form / 2 == 2) {
                mask.rows.assign(mask.rows.size(), 1);
            }
            const std::vector<float> weights = cases::normalWeights(layer, random);
            for (const unsigned threads : {1U, 3U}) {
                INFO("form " << form << ", " << threads << " threads");
                const mho::ThreadLimit limit(threads);
                std::vector<float> applied = weights;
                mho::applyMask(mask, applied);
                std::size_t wrong = 0;
                for (std::int64_t row = 0; row < layer.filters; ++row) {
                    for (std::int64_t column = 0; column < layer.columns; ++column) {
                        const auto at = static_cast<std::size_t>(row * layer.columns + column);
                        const bool isRight = mask.kept(row, column) ? applied[at] == weights[at]
                                                                    : applied[at] == 0.0F && !std::signbit(applied[at]);
                        wrong += isRight ? 0 : 1;
                    }
                }
                CHECK(wrong == 0);
            }
        }
    }
}
