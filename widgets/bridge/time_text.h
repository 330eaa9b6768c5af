// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace mho {

/// A moment of a project file ("2026-01-31T12:00:00Z") in the user's time zone and language; as it is where it is no such text.
QString localTimeText(const std::string& utc);

}  // namespace mho
