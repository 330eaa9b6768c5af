// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/fragment_signs.h"

#include "core/base/phrasing.h"
#include "core/crossbar/sign_scheme.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

namespace mho {
namespace {

/// Whether a kind binds signs does not depend on the layer, so the smallest is asked.
bool bindsSigns(const Constraint& kind)
{
    WeightLayer layer;
    layer.filters = 1;
    layer.columns = 1;
    layer.channels = 1;
    layer.kernel = {1, 1};
    ConstraintSpec spec;
    spec.kind = kind.name();
    const float weight = 0.0F;
    return !kind.signs(denseContext(layer, {}), spec, {&weight, 1}).empty();
}

}  // namespace

std::vector<Problem> mixedSigns(const Plan& plan, const Hardware& hardware)
{
    const CrossbarOptions& crossbar = hardware.crossbar;
    // A fragment of one word line holds one sign whatever it is.
    if (!findSignScheme(crossbar.signScheme).byFragments() || crossbar.fragmentRows < 2) {
        return {};
    }
    std::vector<std::string_view> binding;
    for (const Constraint* kind : constraints()) {
        if (bindsSigns(*kind)) {
            binding.push_back(kind->name());
        }
    }
    std::vector<Problem> problems;
    for (const LayerPlan& layer : plan.layers) {
        const bool bound = std::any_of(layer.constraints.begin(), layer.constraints.end(), [&](const ConstraintSpec& spec) {
            return std::find(binding.begin(), binding.end(), spec.kind) != binding.end();
        });
        if (!bound) {
            problems.push_back(
                {layer.layer,
                 phrase(
                     MHO_TEXT("a run leaves both signs on %1 word lines that the hardware reads at once (crossbar.sign_scheme "
                              "\"%2\"); add the constraint \"%3\", or choose another sign scheme"),
                     crossbar.fragmentRows, crossbar.signScheme, fmt::join(binding, "\" or \""))});
        }
    }
    return problems;
}

}  // namespace mho
