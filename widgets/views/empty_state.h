// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace mho {

/// Quiet words in the middle of a view that has nothing to show: why, and what to do.
QLabel* emptyStateLabel(const QString& text = {});

}  // namespace mho
