// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

namespace mho {

/// The network of a preview without compression, on the same hardware, as a preview of its own: every weight, at
/// CrossbarOptions::baselineBits, as PreviewResult::mappedDense counts it. Its plan is empty.
std::shared_ptr<const PreviewResult> densePreview(const PreviewResult& preview);

/// Whether `dense`, which may be none, is also what densePreview() gives for this preview.
bool isDenseOf(const PreviewResult* dense, const PreviewResult& preview);

}  // namespace mho
