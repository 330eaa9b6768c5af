// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_inference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mho {
namespace {

/// The tensors of one module, "features.0.weight" and ".bias".
struct Module {
    std::string name;
    std::map<std::string, const Tensor*, std::less<>> tensors;

    const Tensor* find(std::string_view role) const
    {
        const auto found = tensors.find(role);
        return found == tensors.end() ? nullptr : found->second;
    }
    const Shape& shape() const { return find("weight")->shape(); }
    bool isConvolution() const { return shape().size() == 4; }
    bool isLinear() const { return shape().size() == 2; }
    bool isNorm() const { return shape().size() == 1 && tensors.size() == 4; }
    std::int64_t outputs() const { return shape()[0]; }
};

/// No plain chain is longer.
constexpr std::size_t kMostModules = 1'000;
/// Products of an extent and the pixels of a map fit, too.
constexpr std::int64_t kLargestExtent = std::int64_t{1} << 24;

bool isUsual(const Shape& shape)
{
    return std::all_of(shape.begin(), shape.end(), [](std::int64_t extent) { return extent >= 1 && extent <= kLargestExtent; });
}

/// With the tensors of a layer or a norm, and no others.
bool isKnown(const Module& module)
{
    return module.find("weight") != nullptr &&
           (module.isNorm() ||
            ((module.isConvolution() || module.isLinear()) && module.tensors.size() == (module.find("bias") ? 2U : 1U)));
}

/// Nothing where a tensor is of no such module, or there are more than a chain has.
std::optional<std::vector<Module>> modulesOf(std::span<const NamedTensor> tensors)
{
    std::vector<Module> modules;
    std::unordered_map<std::string, std::size_t> indices;
    for (const NamedTensor& named : tensors) {
        const std::size_t dot = named.name.rfind('.');
        const std::string role = dot == std::string::npos ? std::string() : named.name.substr(dot + 1);
        if ((role != "weight" && role != "bias" && role != "running_mean" && role != "running_var") || !isUsual(named.tensor.shape())) {
            return std::nullopt;
        }
        const std::string name = named.name.substr(0, dot);
        const auto [index, isNew] = indices.emplace(name, modules.size());
        if (isNew) {
            modules.push_back({name, {}});
        }
        if (modules.size() > kMostModules) {
            return std::nullopt;
        }
        modules[index->second].tensors[role] = &named.tensor;
    }
    const bool known = std::all_of(modules.begin(), modules.end(), isKnown);
    return known && !modules.empty() ? std::optional(std::move(modules)) : std::nullopt;
}

/// What no weight says.
struct Guess {
    std::int64_t pixels = 0;
    bool padded = false;
    bool pooled = false;
};

/// The size of the maps before the first linear layer; 0 = none.
std::int64_t mapSize(const std::vector<Module>& modules, const Guess& guess)
{
    std::int64_t pixels = guess.pixels;
    for (const Module& module : modules) {
        if (!module.isConvolution()) {
            continue;
        }
        const std::int64_t kernel = module.shape()[2];
        if (module.shape()[3] != kernel || (guess.padded && kernel % 2 == 0)) {
            return 0;
        }
        pixels = guess.padded ? pixels : pixels - kernel + 1;
        pixels = guess.pooled ? pixels / 2 : pixels;
        if (pixels <= 0) {
            return 0;
        }
    }
    return pixels;
}

/// Channels fit from module to module; linear layers follow convolutions, a norm follows the layer that it has the channels of.
/// @param perChannel pixels of a map before the first linear layer
bool isChain(const std::vector<Module>& modules, std::int64_t perChannel)
{
    std::int64_t channels = modules.front().shape().size() == 4 ? modules.front().shape()[1] : 0;
    bool flat = false;
    for (const Module& module : modules) {
        if (module.isNorm()) {
            if (module.outputs() != channels || &module == &modules.front()) {
                return false;
            }
            continue;
        }
        if (module.isConvolution()) {
            if (flat || module.shape()[1] != channels) {
                return false;
            }
        } else {
            const std::int64_t inputs = flat || channels == 0 ? channels : channels * perChannel;
            if (inputs != 0 && module.shape()[1] != inputs) {
                return false;
            }
            flat = true;
        }
        channels = module.outputs();
    }
    return flat;
}

Shape imageOf(std::int64_t inputs)
{
    return inputs == 784 ? Shape{1, 28, 28} : inputs == 3072 ? Shape{3, 32, 32} : Shape{inputs, 1, 1};
}

Network chainOf(const std::vector<Module>& modules, const Guess& guess)
{
    const bool convolutional = modules.front().isConvolution();
    Network network("inferred", convolutional ? Shape{modules.front().shape()[1], guess.pixels, guess.pixels}
                                              : imageOf(modules.front().shape()[1]));
    int number = 0;
    bool flat = false;
    for (std::size_t i = 0; i < modules.size(); ++i) {
        const Module& module = modules[i];
        if (module.isConvolution()) {
            const std::int64_t kernel = module.shape()[2];
            const std::int64_t pad = guess.padded ? kernel / 2 : 0;
            network.add(module.name, Convolution{.filters = module.outputs(),
                                                 .kernel = {kernel, kernel},
                                                 .stride = {1, 1},
                                                 .pads = {pad, pad, pad, pad},
                                                 .dilation = {},
                                                 .groups = 1,
                                                 .bias = module.find("bias") != nullptr});
        } else if (module.isLinear()) {
            if (!flat) {
                network.add("inferred.flatten", Flatten{});
                flat = true;
            }
            network.add(module.name, Linear{.features = module.outputs(), .bias = module.find("bias") != nullptr});
        } else {
            network.add(module.name, BatchNorm{});
        }
        const bool normFollows = i + 1 < modules.size() && modules[i + 1].isNorm();
        if (normFollows || i + 1 == modules.size()) {
            continue;
        }
        ++number;
        network.add(fmt::format("inferred.relu{}", number), Activation{});
        const bool ofConvolution = module.isConvolution() || (module.isNorm() && modules[i - 1].isConvolution());
        if (guess.pooled && ofConvolution) {
            network.add(fmt::format("inferred.pool{}", number),
                        Pool{.kind = PoolKind::Max, .kernel = {2, 2}, .stride = {2, 2}, .pads = {}});
        }
    }
    return network;
}

/// "c1, c2, fc"
std::string orderOf(const std::vector<Module>& modules)
{
    std::string order;
    for (const Module& module : modules) {
        order += (order.empty() ? "" : ", ") + module.name;
    }
    return order;
}

std::optional<InferredNetwork> inferredInOrder(const std::vector<Module>& modules)
{
    if (!modules.front().isConvolution()) {
        if (!isChain(modules, 1)) {
            return std::nullopt;
        }
        const Network network = chainOf(modules, {});
        return InferredNetwork{
            network, Phrase(MHO_TEXT("Assumed are the order %1, a ReLU behind each layer but the last, and inputs of %2"),
                            {orderOf(modules), shapeText(network.inputShape())})};
    }
    const std::int64_t channels = modules.front().shape()[1];
    const std::vector<std::int64_t> sizes = channels == 1   ? std::vector<std::int64_t>{28, 32}
                                            : channels == 3 ? std::vector<std::int64_t>{32, 64, 224}
                                                            : std::vector<std::int64_t>{};
    const bool pointwise = std::all_of(modules.begin(), modules.end(),
                                       [](const Module& module) { return !module.isConvolution() || module.shape()[2] == 1; });
    std::vector<Guess> guesses;
    for (const std::int64_t pixels : sizes) {
        for (const bool padded : {false, true}) {
            for (const bool pooled : {false, true}) {
                const Guess guess{pixels, padded, pooled};
                const std::int64_t size = mapSize(modules, guess);
                if (size > 0 && isChain(modules, size * size) && !(padded && pointwise)) {
                    guesses.push_back(guess);
                }
            }
        }
    }
    if (guesses.size() != 1) {
        return std::nullopt;
    }
    const Guess& guess = guesses.front();
    Network network = chainOf(modules, guess);
    const Phrase padding = guess.padded ? MHO_TEXT("convolutions with outputs as large as their inputs")
                                        : MHO_TEXT("convolutions without padding");
    const Phrase pooling = guess.pooled ? MHO_TEXT("2x2 max pooling behind each convolution") : MHO_TEXT("no pooling");
    Phrase assumed(MHO_TEXT("Assumed are the order %1, a ReLU behind each layer but the last, images of %2, %3, and %4"),
                   {orderOf(modules), shapeText(network.inputShape()), padding, pooling});
    return InferredNetwork{std::move(network), std::move(assumed)};
}

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// How many digits begin at `at`.
std::size_t digitsAt(const std::string& name, std::size_t at)
{
    const auto begin = name.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<std::size_t>(std::find_if_not(begin, name.end(), isDigit) - begin);
}

/// Numbers in names count as numbers: "layers.2" before "layers.10".
bool isBefore(const std::string& a, const std::string& b)
{
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) {
        ++at;
    }
    while (at > 0 && isDigit(a[at - 1])) {
        --at;  // to where the number begins that holds the difference
    }
    const std::size_t first = digitsAt(a, at);
    const std::size_t second = digitsAt(b, at);
    return first > 0 && second > 0 && first != second ? first < second : a.compare(at, a.npos, b, at, b.npos) < 0;
}

}  // namespace

std::optional<InferredNetwork> inferNetwork(std::span<const NamedTensor> tensors)
{
    std::optional<std::vector<Module>> modules = modulesOf(tensors);
    if (!modules) {
        return std::nullopt;
    }
    // A file in the order of the alphabet does not tell the order of the network.
    const bool alphabetic =
        std::is_sorted(modules->begin(), modules->end(), [](const Module& a, const Module& b) { return a.name < b.name; });
    if (!alphabetic) {
        return inferredInOrder(*modules);
    }
    std::stable_sort(modules->begin(), modules->end(),
                     [](const Module& a, const Module& b) { return isBefore(a.name, b.name); });
    if (auto inferred = inferredInOrder(*modules)) {
        return inferred;
    }
    if (std::any_of(modules->begin(), modules->end(), [](const Module& module) { return module.isNorm(); })) {
        return std::nullopt;  // names do not tell which layer a norm follows
    }
    std::stable_partition(modules->begin(), modules->end(), [](const Module& module) { return module.isConvolution(); });
    return inferredInOrder(*modules);
}

}  // namespace mho
