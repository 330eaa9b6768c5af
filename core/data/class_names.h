// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/data_set.h"

#include <string>
#include <vector>

namespace mho {

/// What the classes are called, by label, one name a class: the folders of image folders; the lines of CIFAR's own files of
/// names (batches.meta.txt, fine_label_names.txt) where they lie beside the records; for CIFAR-10 without that file its ten
/// published names (Krizhevsky 2009, https://www.cs.toronto.edu/~kriz/cifar.html); else the numbers of the labels. Throws Error
/// InputOutput for image folders that cannot be read.
/// @param folder as given to openDataSet(); empty for a built-in set
MHO_API std::vector<std::string> classNames(const DataSet& data, const std::string& folder);

}  // namespace mho
