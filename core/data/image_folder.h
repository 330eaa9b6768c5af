// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"

#include <string>

namespace mho {

struct ImageFolders {
    ImageSet train;
    ImageSet test;
    std::vector<std::string> classNames;  ///< By label: the sorted names of the folders below train/.
};

/// True when `folder` has the folders train/ and test/.
MHO_API bool hasImageFolders(const std::string& folder);

/// Sorted names of the folders below `folder`/train/: the classes by label. Throws Error InputOutput or Unsupported.
MHO_API std::vector<std::string> imageFolderClasses(const std::string& folder);

/// Reads `folder`/train/CLASS/*.png|jpg|jpeg and `folder`/test/CLASS/*. All pictures must have one size; they become
/// 1 channel when all are grey, else 3. Within a class, pictures are in the order of their names. Throws Error NotFound
/// (no pictures), BadFormat (a damaged picture, a second size, a test class that train lacks), Unsupported (above
/// 2,000,000 files or 16 GiB of pixels).
MHO_API ImageFolders readImageFolders(const std::string& folder);

}  // namespace mho
