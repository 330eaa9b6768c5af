// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/recipe_work.h"
#include "core/run/run_store.h"

#include <QString>

namespace mho {

/// A stage (stageName()) as a person reads it; a name that is not known stays as it is.
QString stageWord(const QString& stage);

/// "Prune, epoch 3: loss 0.0213, training accuracy 98.21 %, test accuracy 97.94 %"; what was not measured is left out.
QString epochText(const EpochMetric& metric);

/// A waiting run by what its plan asks for: "conv2.filter=4, fc1.level_bits=5"; "dense" where it asks for nothing.
QString planWords(const Recipe& recipe);

}  // namespace mho
