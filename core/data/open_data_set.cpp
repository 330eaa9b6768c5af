// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/data/cifar.h"
#include "core/data/data_set.h"
#include "core/data/find_data_set.h"
#include "core/data/idx.h"
#include "core/data/image_folder.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <utility>

namespace mho {
namespace {

namespace fs = std::filesystem;

DataSet assemble(std::string name, ImageSet train, ImageSet test, Normalization normalization, Augmentation augmentation)
{
    DataSet set;
    set.name = std::move(name);
    set.sha256 = dataHash(train, test);
    set.train = std::make_shared<const ImageSet>(std::move(train));
    set.test = std::make_shared<const ImageSet>(std::move(test));
    set.normalization = std::move(normalization);
    set.augmentation = augmentation;
    return set;
}

/// Sets of MNIST's shape (Fashion-MNIST, KMNIST) differ from it in how many images each class has.
bool isMnist(const ImageSet& train, const ImageSet& test)
{
    constexpr std::array<int, 10> kTrainCounts{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949};
    if (train.imageShape != std::vector<std::int64_t>{1, 28, 28} || train.classes != 10 || test.count() != 10'000) {
        return false;
    }
    std::array<int, 10> counts{};
    for (const std::int32_t label : train.labels) {
        ++counts[static_cast<std::size_t>(label)];
    }
    return counts == kTrainCounts;
}

/// Mean and deviation of all training pixels of a one-channel set; a set of one grey tone gets deviation 1.
Normalization measured(const ImageSet& train)
{
    std::array<std::uint64_t, 256> counts{};
    for (const std::uint8_t pixel : train.pixels) {
        ++counts[pixel];
    }
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t value = 0; value < counts.size(); ++value) {
        const double unit = static_cast<double>(value) / 255.0;
        sum += unit * static_cast<double>(counts[value]);
        squares += unit * unit * static_cast<double>(counts[value]);
    }
    const auto total = static_cast<double>(train.pixels.size());
    const double mean = sum / total;
    const double variance = squares / total - mean * mean;
    return {{static_cast<float>(mean)}, {variance > 1e-12 ? static_cast<float>(std::sqrt(variance)) : 1.0F}};
}

DataSet openIdx(const IdxFiles& files, const std::string& folder)
{
    for (const auto& [path, name] :
         {std::pair(&files.trainImages, "train-images-idx3-ubyte"), std::pair(&files.trainLabels, "train-labels-idx1-ubyte"),
          std::pair(&files.testImages, "t10k-images-idx3-ubyte"), std::pair(&files.testLabels, "t10k-labels-idx1-ubyte")}) {
        if (path->empty()) {
            throw Error(ErrorCode::NotFound, MHO_TEXT("The data set lacks %1 (plain or .gz); put it beside the others"), {name},
                        folder);
        }
    }
    ImageSet train = readIdx(files.trainImages, files.trainLabels);
    ImageSet test = readIdx(files.testImages, files.testLabels, train.classes);
    if (train.imageShape != test.imageShape) {
        throw Error(ErrorCode::BadFormat,
                    MHO_TEXT("Its images have another size than those of %1; take both from one data set"), {files.trainImages},
                    files.testImages);
    }
    if (isMnist(train, test)) {
        return assemble("mnist", std::move(train), std::move(test), {{0.1307F}, {0.3081F}}, {1, false});
    }
    Normalization normalization = measured(train);
    return assemble("idx", std::move(train), std::move(test), std::move(normalization), {1, false});
}

DataSet openCifar10(const fs::path& folder)
{
    std::vector<std::string> files;
    for (int batch = 1; batch <= 5; ++batch) {
        files.push_back((folder / fmt::format("data_batch_{}.bin", batch)).string());
    }
    return assemble("cifar10", readCifar(files, CifarKind::Cifar10),
                    readCifar({(folder / "test_batch.bin").string()}, CifarKind::Cifar10),
                    {{0.4914F, 0.4822F, 0.4465F}, {0.2470F, 0.2435F, 0.2616F}}, {4, true});
}

DataSet openCifar100(const fs::path& folder)
{
    return assemble("cifar100", readCifar({(folder / "train.bin").string()}, CifarKind::Cifar100),
                    readCifar({(folder / "test.bin").string()}, CifarKind::Cifar100),
                    {{0.5071F, 0.4865F, 0.4409F}, {0.2673F, 0.2564F, 0.2762F}}, {4, true});
}

DataSet openImageFolders(const std::string& folder)
{
    ImageFolders folders = readImageFolders(folder);
    // ImageNet's statistics, which networks for such pictures are trained with.
    Normalization normalization = folders.train.imageShape[0] == 3
                                      ? Normalization{{0.485F, 0.456F, 0.406F}, {0.229F, 0.224F, 0.225F}}
                                      : Normalization{{0.5F}, {0.5F}};
    const fs::path path = fs::absolute(folder).lexically_normal();
    const std::string name = (path.has_filename() ? path : path.parent_path()).filename().string();
    return assemble(name, std::move(folders.train), std::move(folders.test), std::move(normalization), {});
}

}  // namespace

DataSet openDataSet(const std::string& folder)
{
    const FoundData found = findDataSet(folder);
    switch (found.form) {
        case DataForm::Idx:
            return openIdx(findIdxFiles(folder), folder);
        case DataForm::Cifar10:
            return openCifar10(found.folder);
        case DataForm::Cifar100:
            return openCifar100(found.folder);
        case DataForm::ImageFolders:
            break;
    }
    return openImageFolders(folder);
}

}  // namespace mho
