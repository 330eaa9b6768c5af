// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>

namespace mho {

/// Forms of data sets that openDataSet() reads.
enum class DataForm { Idx, Cifar10, Cifar100, ImageFolders };

struct FoundData {
    DataForm form = DataForm::Idx;
    std::string folder;  ///< That has the files: the one looked at, or one in it.
};

/// Which data set a folder holds, by names of files alone: quick, and no proof that they can be read. Throws Error NotFound (what was
/// looked for).
MHO_API FoundData findDataSet(const std::string& folder);

}  // namespace mho
