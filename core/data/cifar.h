// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"

#include <string>
#include <vector>

namespace mho {

/// The binary versions of CIFAR (Krizhevsky 2009, https://www.cs.toronto.edu/~kriz/cifar.html, "Binary version").
enum class CifarKind {
    Cifar10,  ///< Records of 1 label byte and 3072 pixel bytes (RGB planes of 32x32).
    Cifar100  ///< Records of a coarse label (0..19), a fine label (0..99) and 3072 pixel bytes; the fine label counts.
};

/// Reads the records of `files` one after the other into one set of 3x32x32 images. Throws Error BadFormat with file and
/// byte offset when a file is not a whole number of records or a label is out of range.
MHO_API ImageSet readCifar(const std::vector<std::string>& files, CifarKind kind);

}  // namespace mho
