// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mho {

/// The person's own copy of the example project (recipe lenet5-digits) in the application's data folder; made when it is
/// not there yet. Throws Error.
QString exampleProjectPath();

}  // namespace mho
