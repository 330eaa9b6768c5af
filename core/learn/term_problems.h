// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/export.h"
#include "core/learn/learner.h"
#include "core/network/network.h"

#include <vector>

namespace mho {

/// Everything wrong with the terms of a training on this network, each named by its layer: layers that do not exist, lists that
/// are neither empty nor of the layers' or weights' number, numbers out of the ranges learner.h states, groups with gaps, two
/// straight-through entries of one layer, a teacher without weights or of another shape. LearnSession::train() throws them all
/// as one Error InvalidArgument before it changes anything.
MHO_API std::vector<Problem> termProblems(const Network& network, const TrainingTerms& terms);

}  // namespace mho
