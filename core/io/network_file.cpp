// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_file.h"

#include "core/base/error.h"
#include "core/io/network_inference.h"
#include "core/io/onnx.h"
#include "core/io/weights_file.h"
#include "core/network/zoo.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace mho {
namespace {

/// The tensors under the names of the network's parameters, where their shapes, and roles that names tell, are those of the
/// parameters in the same order.
std::optional<std::vector<NamedTensor>> renamedByOrder(const Network& network, std::span<const NamedTensor> tensors)
{
    const auto roleOf = [](const std::string& name) { return name.substr(name.rfind('.') + 1); };
    const auto isRole = [](const std::string& word) {
        return word == "weight" || word == "bias" || word == "running_mean" || word == "running_var";
    };
    std::vector<NamedTensor> renamed;
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            const std::size_t at = renamed.size();
            const std::string name = stateName(node, parameter.role);
            if (at == tensors.size() || tensors[at].tensor.shape() != parameter.tensor.shape() ||
                (isRole(roleOf(tensors[at].name)) && roleOf(tensors[at].name) != roleOf(name))) {
                return std::nullopt;
            }
            renamed.push_back({name, tensors[at].tensor, tensors[at].type});
        }
    }
    return renamed.size() == tensors.size() ? std::optional(std::move(renamed)) : std::nullopt;
}

}  // namespace

std::string listedNames(const std::vector<std::string>& names)
{
    constexpr std::size_t kMostNamed = 12;
    if (names.size() <= kMostNamed) {
        return fmt::format("{}", fmt::join(names, ", "));
    }
    return fmt::format("{}, … (+ {})", fmt::join(names.begin(), names.begin() + kMostNamed, ", "), names.size() - kMostNamed);
}

NetworkFile matchKnownNetwork(std::span<const NamedTensor> tensors, const std::string& path, const std::vector<std::string>& skipped)
{
    std::optional<WeightsMatch> best;
    std::optional<WeightsMatch> nearest;
    const auto placed = [&](const WeightsMatch& match) { return tensors.size() - match.unused.size(); };
    for (const ZooEntry& entry : zoo()) {
        WeightsMatch match = matchWeights(entry.make(), tensors);
        std::optional<WeightsMatch>& kept = match.complete() ? best : nearest;
        if (!kept || placed(match) > placed(*kept)) {
            kept = std::move(match);
        }
    }
    if (best) {
        return {std::move(best->network), std::move(best->unused), {}};
    }
    for (const ZooEntry& entry : zoo()) {
        const Network network = entry.make();
        if (const auto renamed = renamedByOrder(network, tensors)) {
            return {
                matchWeights(network, *renamed).network,
                {},
                Phrase(MHO_TEXT("Names tell nothing; by shapes in their order the network is taken for %1"), {network.name()})};
        }
    }
    const std::vector<std::string> without = unusedOf(nearest->unused, skipped);
    throw Error(
        ErrorCode::BadFormat,
        MHO_TEXT("No network that Mho knows by name has these weights, nor are they those of a plain chain of layers. "
                 "Nearest is %1; it needs: %2; without a place: %3. Give the network as an ONNX file, or name its "
                 "tensors as `mho inspect %1` does"),
        {nearest->network.name(), listedNames(nearest->missing), without.empty() ? "-" : listedNames(without)},
        path);
}

std::vector<std::string> unusedOf(const std::vector<std::string>& unused, const std::vector<std::string>& skipped)
{
    static constexpr std::array<std::string_view, 6> kNoWeights{".num_batches_tracked (", ".weight.mask (",
                                                                ".weight.levels (",       ".weight.magnitudes (",
                                                                ".weight.scale (",        "compression (dictionary)"};
    std::vector<std::string> all = unused;
    std::copy_if(skipped.begin(), skipped.end(), std::back_inserter(all), [](const std::string& name) {
        return std::none_of(kNoWeights.begin(), kNoWeights.end(),
                            [&](std::string_view part) { return name.find(part) != std::string::npos; });
    });
    return all;
}

void requireComplete(const WeightsMatch& match, const std::string& path, const std::vector<std::string>& skipped)
{
    if (match.complete()) {
        return;
    }
    const std::vector<std::string> without = unusedOf(match.unused, skipped);
    if (without.empty()) {
        throw Error(ErrorCode::BadFormat, MHO_TEXT("The file lacks weights that %1 needs: %2"),
                    {match.network.name(), listedNames(match.missing)}, path);
    }
    throw Error(ErrorCode::BadFormat, MHO_TEXT("The file lacks weights that %1 needs: %2. Without a place: %3"),
                {match.network.name(), listedNames(match.missing), listedNames(without)}, path);
}

NetworkFile readNetworkFile(const std::string& path)
{
    if (path.ends_with(".onnx")) {
        return {readOnnx(path), {}, {}};
    }
    const WeightsContent content = readWeights(path);
    NetworkFile file;
    try {
        file = matchKnownNetwork(content.tensors, path, content.skipped);
    } catch (const Error&) {
        auto inferred = inferNetwork(content.tensors);
        if (!inferred) {
            throw;
        }
        file = {matchWeights(inferred->network, content.tensors).network, {}, std::move(inferred->assumed)};
    }
    file.unused = unusedOf(file.unused, content.skipped);
    return file;
}

}  // namespace mho
