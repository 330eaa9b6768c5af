// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossbar/layer_cells.h"
#include "core/report/exports/export.h"

#include <memory>
#include <string>
#include <vector>

/// The crossbars that an export writes. For .cpp files of this folder only.
namespace mho::exports {

/// One array of one layer; copies (replication) are equal and stand once.
struct ArrayPlace {
    std::size_t layer = 0;  ///< Index into CompressedNetwork::layers.
    CrossbarAddress address;
    std::string key;    ///< "LAYER.r0.c0.slice0.sign0", unique.
    std::string tile;   ///< "LAYER.r0.c0": arrays of one tile have the same lines.
    std::string file;   ///< The key as a file name without ending, led by the layer's number: "001_conv1.r0.c0.slice0.sign0".
    std::string slice;  ///< "0", or "all" where slices lie on neighbouring bit lines.
    std::string sign;   ///< "positive", "negative", or "both" where one array holds them.
};

/// The arrays of a request in the order of layers, row blocks, column blocks, slices and signs.
class ExportArrays {
public:
    /// The request must outlive the object. Throws Error InvalidArgument as mapNetwork(), and NotFound for an unknown layer.
    explicit ExportArrays(const ExportRequest& request);

    const std::vector<ArrayPlace>& places() const { return places_; }
    /// Of the layer of one place; fast where places follow each other.
    CrossbarCells cells(const ArrayPlace& place) const;
    /// Text of the index: a line of titles and one per array. @param fileEnding what follows ArrayPlace::file; empty = the key stands
    std::string indexCsv(const std::string& fileEnding) const;

private:
    const ExportRequest& request_;
    MappedNetwork mapped_;
    std::vector<ArrayPlace> places_;
    mutable std::size_t held_ = 0;
    mutable std::unique_ptr<LayerCells> heldCells_;
};

}  // namespace mho::exports
