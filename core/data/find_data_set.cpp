// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/find_data_set.h"

#include "core/base/error.h"
#include "core/data/idx.h"
#include "core/data/image_folder.h"

#include <filesystem>
#include <initializer_list>

namespace mho {
namespace {

namespace fs = std::filesystem;

bool hasAny(const fs::path& folder, std::initializer_list<const char*> names)
{
    std::error_code ignored;
    for (const char* name : names) {
        if (fs::is_regular_file(folder / name, ignored)) {
            return true;
        }
    }
    return false;
}

}  // namespace

FoundData findDataSet(const std::string& folder)
{
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("There is no such folder; give the folder that holds the data set"), {},
                    folder);
    }
    if (findIdxFiles(folder).any()) {
        return {DataForm::Idx, folder};
    }
    for (const char* inner : {"", "cifar-10-batches-bin"}) {
        const fs::path candidate = fs::path(folder) / inner;
        if (hasAny(candidate, {"data_batch_1.bin", "test_batch.bin"})) {
            return {DataForm::Cifar10, candidate.string()};
        }
    }
    for (const char* inner : {"", "cifar-100-binary"}) {
        const fs::path candidate = fs::path(folder) / inner;
        if (hasAny(candidate, {"train.bin", "test.bin"})) {
            return {DataForm::Cifar100, candidate.string()};
        }
    }
    if (hasImageFolders(folder)) {
        return {DataForm::ImageFolders, folder};
    }
    throw Error(ErrorCode::NotFound,
                MHO_TEXT("No data set is in this folder. Looked for: train-images-idx3-ubyte[.gz] (MNIST family), "
                         "data_batch_1.bin (CIFAR-10), train.bin (CIFAR-100), train/CLASS/*.png|jpg with test/CLASS"),
                {}, folder);
}

}  // namespace mho
