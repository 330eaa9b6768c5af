// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"

#include <string>

namespace mho {

/// The four files of an IDX data set (LeCun, http://yann.lecun.com/exdb/mnist/, "FILE FORMATS").
struct IdxFiles {
    std::string trainImages;
    std::string trainLabels;
    std::string testImages;
    std::string testLabels;
    bool complete() const;  ///< All four were found.
    bool any() const;       ///< At least one was found.
};

/// Looks for {train,t10k}-images-idx3-ubyte and -labels-idx1-ubyte, plain or .gz, also with ".idx" for "-idx", in
/// `folder`, its raw/ and its MNIST/raw/. Missing files are empty.
MHO_API IdxFiles findIdxFiles(const std::string& folder);

/// Reads images (magic 2051) with their labels (magic 2049). Throws Error BadFormat with file and byte offset for a wrong
/// magic, a short or long file, counts that differ, a label not in 0..classes-1, or a packed file that promises more than one
/// of its size may unpack to: below 1 MiB 16 MiB of images and 4 MiB of labels, else 100 times its size.
/// @param classes 0 = from the labels: the largest plus one; a gap between used labels (other than 0) is refused, since
///                a class without images is a damaged label
MHO_API ImageSet readIdx(const std::string& imageFile, const std::string& labelFile, std::int64_t classes = 0);

}  // namespace mho
