// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace mho;
using mho::test::TemporaryFolder;

namespace fs = std::filesystem;

TEST_CASE("A file appears when it is committed and not before")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.bin");
    writeFileWhole(path, "old");
    {
        WholeFile file(path);
        file.write("new ");
        CHECK(readTextFile(path) == "old");
    }
    CHECK(readTextFile(path) == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
    {
        WholeFile file(path);
        file.write("new ");
        file.write("file");
        CHECK(file.size() == 8);
        file.commit();
    }
    CHECK(readTextFile(path) == "new file");
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
    CHECK_THROWS_AS(WholeFile(folder.file("none/a.bin")), Error);
}

TEST_CASE("A folder appears whole, never over something else")
{
    TemporaryFolder outer;
    const std::string path = outer.file("out");
    {
        WholeFolder folder(path);
        folder.write("a.csv", "1");
        CHECK_FALSE(fs::exists(path));
    }
    CHECK(fs::is_empty(outer.path()));
    {
        WholeFolder folder(path + "/");
        folder.write("a.csv", "1");
        CHECK_THROWS_AS(folder.write("a.csv", "2"), Error);
        folder.commit();
    }
    CHECK(readTextFile(path + "/a.csv") == "1");
    CHECK_THROWS_AS(WholeFolder(path), Error);
    {
        const std::string late = outer.file("late");
        WholeFolder folder(late);
        folder.write("a.csv", "1");
        writeFileWhole(late, "someone else's");
        CHECK_THROWS_AS(folder.commit(), Error);
        CHECK(readTextFile(late) == "someone else's");
    }
    CHECK(std::distance(fs::directory_iterator(outer.path()), fs::directory_iterator()) == 2);
}

TEST_CASE("Names of files lead nowhere else")
{
    CHECK(fileNameOf("layer1.0.conv1") == "layer1.0.conv1");
    CHECK(fileNameOf("../../etc/x") == "_.._.._etc_x");
    CHECK(fileNameOf("") == "_");
    CHECK(fileNameOf(".") == "_.");
    CHECK(fileNameOf("/a b\n\"é") == "_a_b____");
}
