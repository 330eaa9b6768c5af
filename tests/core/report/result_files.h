// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resources.h"
#include "core/compress/preview.h"
#include "core/cost/cost_model.h"
#include "core/network/zoo.h"
#include "core/report/reproduction.h"
#include "core/run/run.h"
#include "core/run/target.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mho::test {

/// A finished run of a recipe, as far as counts go: masks as the plan asks for (placeholders), no training.
inline RunResult untrainedResult(const Recipe& recipe)
{
    RunResult result;
    result.recipe = recipe;
    const auto network = std::make_shared<const Network>(makeZooNetwork(recipe.network));
    Preview preview(network, targetOf(recipe.hardware));
    result.compressed = preview.apply(recipe.plan);
    result.mappedDense = mapDense(*network, recipe.hardware);
    result.mapped = mapNetwork(result.compressed, recipe.hardware);
    const ComponentFile components = loadComponents(recipe.hardware.preset);
    result.costDense = estimateCost(result.mappedDense, components);
    result.cost = estimateCost(result.mapped, components);
    result.convergenceJson = "[]";
    result.environment.libraryVersion = "Library 1.0";
    result.environment.blas = "BLAS 2.0";
    return result;
}

/// A folder of its own, removed at the end.
class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "mho-results-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace mho::test
