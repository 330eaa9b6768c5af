// SPDX-License-Identifier: GPL-3.0-or-later
/// Records of CIFAR (the first byte says which), and the file of their names.
#include "core/data/cifar.h"

#include "core/data/class_names.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <memory>

void mho::fuzz::check(std::string_view input)
{
    if (input.empty()) {
        return;
    }
    const CifarKind kind = input.front() % 2 == 0 ? CifarKind::Cifar10 : CifarKind::Cifar100;
    const std::string path = fileOf(input.substr(1), ".bin");
    const auto set = attempt([&] { return readCifar({path}, kind); });
    if (set) {
        require(set->pixels.size() == set->count() * set->imageSize(), "every image is whole");
        require(std::all_of(set->labels.begin(), set->labels.end(),
                            [&](std::int32_t label) { return label >= 0 && label < set->classes; }),
                "labels are in range");
    }
    // The reader looks for this name.
    const std::string names = fileOf(input, ".meta");
    std::filesystem::rename(names, pathOf("batches.meta.txt"));
    DataSet data;
    data.name = "cifar10";
    auto train = std::make_shared<ImageSet>();
    train->classes = 10;
    data.train = train;
    const auto found = attempt([&] { return classNames(data, std::filesystem::path(names).parent_path().string()); });
    require(found && found->size() == 10, "each class has a name");
}
