// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_source.h"

#include "app/cli/command.h"
#include "core/base/error.h"

#include <fmt/format.h>

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

std::string dataFolder(const Recipe& recipe, const std::string& given, const std::string& stored)
{
    if (recipe.data == kBuiltIn) {
        if (!given.empty()) {
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
        return syntheticDigits();
    }
    DataSet data = openDataSet(folder);
    if (data.name != recipe.data) {
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("The folder holds %1, but recipe \"%2\" is for %3; point --data at that"),
                    {data.name, recipe.name, recipe.data}, folder);
    }
    return data;
}

}  // namespace mho::cli
