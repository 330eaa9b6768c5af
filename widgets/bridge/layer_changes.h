// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/preview_service.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace mho {

/// Whether two previews lay the same network on the same hardware, so that layers can be compared. No preview is like no other.
bool sameArrays(const PreviewResult* a, const PreviewResult* b);

/// Finds the layers whose arrays hold other cells than those of the preview before. For any one thread.
class LayerChanges {
public:
    struct Found {
        std::shared_ptr<const PreviewResult> preview;
        std::vector<std::vector<std::uint8_t>> deadColumns;  ///< Per layer: deadColumnsOf().
        std::vector<bool> changed;                           ///< Per layer; all where there is nothing to compare with.
    };

    Found compare(const std::shared_ptr<const PreviewResult>& preview) const;
    /// The next comparison is with these.
    void take(Found found) { last_ = std::move(found); }
    const std::shared_ptr<const PreviewResult>& preview() const { return last_.preview; }

private:
    Found last_;
};

}  // namespace mho
