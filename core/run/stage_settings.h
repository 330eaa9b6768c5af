// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/run/stages.h"

#include <span>
#include <string>
#include <vector>

namespace mho {

/// Changes stages by settings "FIELD=VALUE", one after the other. FIELD is the path of a field as recipes name it
/// ("retrain.epochs", "admm.training.learning_rate", "seed"; stageFields() has all); VALUE is JSON, or a plain word for a name. Throws
/// Error InvalidArgument for a setting that is none, BadFormat that lists all fields and values that stages cannot have.
/// @param where named in the errors, e.g. the option
MHO_API Stages applyStageSettings(const Stages& stages, std::span<const std::string> settings, const std::string& where);

/// Settings that make `after` of `before`; empty where they are the same.
MHO_API std::vector<std::string> stageSettingsBetween(const Stages& before, const Stages& after);

}  // namespace mho
