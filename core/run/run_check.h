// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/data_set.h"
#include "core/network/network.h"
#include "core/run/recipe.h"

#include <memory>

namespace mho {

/// Throws what runRecipe() throws of these before anything runs: so that a run that cannot begin takes nothing from the one before.
MHO_API void requireRunnable(const Recipe& recipe, const Network& start, const DataSet& data, std::shared_ptr<const Network> teacher = nullptr);

/// A run of the recipe learns from the network that it names as teacher, whose weights have to be given.
MHO_API bool needsTeacher(const Recipe& recipe);

}  // namespace mho
