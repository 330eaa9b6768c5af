// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/bridge/crossbar_store.h"
#include "widgets/bridge/wire_drop_store.h"

#include <memory>

namespace mho {

/// A design whose crossbars are looked at, with all that is made of it for that.
struct NetworkSide {
    /// @param pool as WireDropStore's
    explicit NetworkSide(QThreadPool& pool) : drops(pool) {}

    std::shared_ptr<const PreviewResult> preview;
    CrossbarStore store;
    WireDropStore drops;
};

}  // namespace mho
