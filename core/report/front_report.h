// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/explore/study_front.h"

#include <string>

namespace mho {

/// The front's points with their settings and values, by the first metric; below it how many points there are, and the hypervolume with
/// its unit and reference.
/// @param front of `study`
MHO_API std::string frontText(const StudyContent& study, const StudyFront& front);

/// The same as one JSON object: metrics (name, unit, which way is better, reference), front (number of the point, values), hypervolume,
/// knee (number of the point or null).
MHO_API std::string frontToJson(const StudyContent& study, const StudyFront& front);

}  // namespace mho
