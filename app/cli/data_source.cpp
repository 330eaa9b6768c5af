// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_source.h"

#include "app/cli/command.h"
#include "core/base/error.h"
#include "core/project/project.h"
#include "core/run/recipe_data.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace mho::cli {
namespace {

constexpr const char* kBuiltIn = "synthetic-digits";

/// Where a person gets the data of a kind; empty when Mho does not know.
std::string sourceOf(const std::string& kind)
{
    if (kind == "mnist") {
        return "; the four MNIST files are to be had at http://yann.lecun.com/exdb/mnist/";
    }
    if (kind == "cifar10") {
        return "; the binary version of CIFAR-10 is to be had at https://www.cs.toronto.edu/~kriz/cifar.html";
    }
    return {};
}

}  // namespace

std::vector<double> channelValues(const char* option, const std::string& text, std::size_t channels)
{
    std::vector<double> values;
    const char* position = text.data();
    const char* const end = text.data() + text.size();
    while (true) {
        double value = 0.0;
        const auto [next, failure] = std::from_chars(position, end, value);
        if (failure != std::errc() || !std::isfinite(value) || (next != end && *next != ',')) {
            throw WrongUse(fmt::format("{} {}: numbers with commas between them are needed, one per channel", option, text));
        }
        values.push_back(value);
        if (next == end) {
            break;
        }
        position = next + 1;
    }
    if (values.size() == 1) {
        values.resize(channels, values.front());
    }
    if (values.size() != channels) {
        throw WrongUse(fmt::format("{} {}: {} numbers for images of {} channels", option, text, values.size(), channels));
    }
    return values;
}

std::string dataFolder(const Recipe& recipe, const std::string& given, const std::string& stored)
{
    if (recipe.data == kBuiltIn) {
        if (!given.empty() && given != kBuiltIn) {
            throw WrongUse(
                fmt::format("Recipe \"{}\" uses the built-in digits; leave out --data or choose another recipe", recipe.name));
        }
        return {};
    }
    if (!given.empty()) {
        return std::filesystem::absolute(given).lexically_normal().string();
    }
    if (!stored.empty()) {
        return stored;
    }
    if (const char* root = std::getenv("MHO_DATA_DIR")) {
        const std::filesystem::path folder = std::filesystem::path(root) / recipe.data;
        if (std::filesystem::is_directory(folder)) {
            return std::filesystem::absolute(folder).lexically_normal().string();
        }
    }
    throw WrongUse(fmt::format("Recipe \"{}\" needs the folder of the {} data: --data DIR{}", recipe.name, recipe.data,
                               sourceOf(recipe.data)));
}

DataSet openRecipeData(const Recipe& recipe, const std::string& folder)
{
    if (recipe.data == kBuiltIn) {
        return withNormalization(syntheticDigits(), recipe);
    }
    DataSet data = openDataSet(folder);
    if (data.name != recipe.data) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The folder holds %1, but recipe \"%2\" is for %3; point --data at that"),
                    {data.name, recipe.name, recipe.data}, folder);
    }
    return withNormalization(std::move(data), recipe);
}

DataSet dataFor(const std::string& what, const std::string& given, const Network& network)
{
    const std::optional<Recipe> recipe = recipeOfSource(what);
    if (given.empty() && !recipe) {
        throw WrongUse("--data DIR or --data synthetic-digits is needed: a network by name has no images of its own");
    }
    DataSet data;
    if (given.empty()) {
        const std::string stored = what.ends_with(".mho") ? Project::openToRead(what)->dataFolder() : "";
        data = openRecipeData(*recipe, dataFolder(*recipe, {}, stored));
    } else {
        data = given == kBuiltIn ? syntheticDigits() : openDataSet(given);
        if (recipe) {
            data = withNormalization(std::move(data), *recipe);
        }
    }
    requireImages(data, network);
    return data;
}

Normalization normalizationOf(const DataSet& data, const std::string& mean, const std::string& deviation,
                              const NetworkSource& source)
{
    const std::optional<Recipe> recipe = recipeOfSource(source.what);
    const std::string trained = !source.weights.empty()      ? source.weights
                                : isNetworkFile(source.what) ? source.what
                                                             : std::string();
    if (!trained.empty() && mean.empty() && deviation.empty() && (!recipe || recipe->mean.empty())) {
        fmt::print(stderr,
                   "mho: {} is taken as trained on pixels normalised with {}; where it was not, give --mean and --std\n",
                   trained, normalizationText(data.normalization));
    }
    const auto channels = static_cast<std::size_t>(data.test->imageShape.front());
    Normalization result = data.normalization;
    if (!mean.empty()) {
        const std::vector<double> values = channelValues("--mean", mean, channels);
        result.mean.assign(values.begin(), values.end());
    }
    if (!deviation.empty()) {
        const std::vector<double> values = channelValues("--std", deviation, channels);
        result.deviation.assign(values.begin(), values.end());
        for (const float value : result.deviation) {
            if (!(value > 0.0F)) {
                throw WrongUse(fmt::format("--std {}: each number must be above 0", deviation));
            }
        }
    }
    return result;
}

}  // namespace mho::cli
