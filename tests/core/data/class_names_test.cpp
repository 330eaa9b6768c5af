// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/class_names.h"

#include "core/data/synthetic_digits.h"
#include "tests/core/data/data_files.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace mho;
using namespace mho::test;

namespace {

/// A set of that name with so many classes and no images.
DataSet named(const char* name, std::int64_t classes)
{
    auto images = std::make_shared<ImageSet>();
    images->classes = classes;
    DataSet data;
    data.name = name;
    data.train = images;
    data.test = images;
    return data;
}

void writeText(const std::string& path, const std::string& text)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    writeBytes(path, Bytes(text.begin(), text.end()));
}

const std::vector<std::string> kDigits{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

}  // namespace

TEST_CASE("Digits are called by their numbers")
{
    CHECK(classNames(syntheticDigits(1, 50), "") == kDigits);
    CHECK(classNames(named("mnist", 10), "/nowhere") == kDigits);
    CHECK(classNames(named("idx", 3), "/nowhere") == std::vector<std::string>{"0", "1", "2"});
}

TEST_CASE("CIFAR's classes are called as its own files say, CIFAR-10's without them as published")
{
    TemporaryFolder folder;
    CHECK(classNames(named("cifar10", 10), folder.path())[3] == "cat");
    CHECK(classNames(named("cifar100", 100), folder.path())[42] == "42");
    writeText(folder.file("cifar-10-batches-bin/batches.meta.txt"), "a\nb\r\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
    CHECK(classNames(named("cifar10", 10), folder.path()) ==
          std::vector<std::string>{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"});
    // A list of another length is not this set's.
    writeText(folder.file("cifar-10-batches-bin/batches.meta.txt"), "a\nb\n");
    CHECK(classNames(named("cifar10", 10), folder.path())[0] == "airplane");
    writeText(folder.file("fine_label_names.txt"), "x\ny\n");
    CHECK(classNames(named("cifar100", 2), folder.path()) == std::vector<std::string>{"x", "y"});
}

TEST_CASE("Image folders are called by their folders, whatever the set's name")
{
    TemporaryFolder folder;
    for (const char* file : {"train/zebra/1.png", "train/ant/1.png", "test/ant/1.png"}) {
        writeText(folder.file(file), "no picture");
    }
    CHECK(classNames(named("cifar10", 2), folder.path()) == std::vector<std::string>{"ant", "zebra"});
    CHECK(classNames(named("pets", 2), folder.path()) == std::vector<std::string>{"ant", "zebra"});
}
