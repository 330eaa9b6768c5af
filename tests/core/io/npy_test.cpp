// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/io/weights_file.h"
#include "tests/core/io/pytorch_bytes.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace mho;
using mho::test::littleEndian;
using mho::test::TemporaryFolder;

namespace {

/// An NPY file of that version around a header as it is given.
std::string npy(const std::string& header, const std::string& data, char version = '\x01')
{
    return std::string("\x93NUMPY") + version + '\0' + littleEndian(header.size(), version == '\x01' ? 2 : 4) + header + data;
}

std::string headerOf(const std::string& descr, const std::string& shape, const std::string& fortran = "False")
{
    return "{'descr': " + descr + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }     \n";
}

template <class T>
std::vector<T> valuesOf(const NpyArray& array)
{
    std::vector<T> values(array.bytes.size() / sizeof(T));
    std::copy_n(array.bytes.data(), array.bytes.size(), reinterpret_cast<char*>(values.data()));
    return values;
}

std::string refusal(const std::string& path)
{
    try {
        readNpy(path);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
        CHECK(error.where().starts_with(path));
        return error.what();
    }
    return "read";
}

ArraySource source(const std::string& name, std::vector<float> values)
{
    const auto size = static_cast<std::int64_t>(values.size());
    return {name, ElementType::Float32, {size}, [values] { return bytesOf(std::span<const float>(values)); }};
}

}  // namespace

TEST_CASE("NPY files written by hand are read: versions, byte orders, orders of elements, types")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.npy");
    const auto read = [&](const std::string& bytes) {
        writeFileWhole(path, bytes);
        return readNpy(path);
    };
    const std::string six{'\1', '\0', '\2', '\0', '\3', '\0', '\4', '\0', '\5', '\0', '\6', '\0'};
    for (const char version : {'\x01', '\x02', '\x03'}) {
        const NpyArray array = read(npy(headerOf("'<i2'", "(2, 3)"), six, version));
        CHECK(array.type == ElementType::Int16);
        CHECK(array.shape == Shape{2, 3});
        CHECK(valuesOf<std::int16_t>(array) == std::vector<std::int16_t>{1, 2, 3, 4, 5, 6});
    }
    CHECK(valuesOf<std::int16_t>(read(npy(headerOf("'<i2'", "(2, 3)", "True"), six))) == std::vector<std::int16_t>{1, 3, 5, 2, 4, 6});
    CHECK(valuesOf<std::int16_t>(read(npy(headerOf("'>i2'", "(6,)"), six)))[1] == 0x200);
    CHECK(valuesOf<float>(read(npy(headerOf("'>f4'", "()"), std::string("\x3f\x80\0\0", 4)))) == std::vector<float>{1.0F});
    CHECK(read(npy(headerOf("'|u1'", "(0, 7)"), "")).shape == Shape{0, 7});
    CHECK(read(npy(headerOf("\"|b1\"", "(2L,)"), std::string("\1\0", 2))).type == ElementType::Bool);
    CHECK(read(npy("{'shape':(1,),'descr':'<f8','fortran_order':False}", std::string(8, '\0'))).type == ElementType::Float64);
    // Three extents, first fastest: element (i, j, k) lies at i + 2 j + 4 k.
    CHECK(valuesOf<std::uint8_t>(read(npy(headerOf("'|u1'", "(2, 2, 2)", "True"), std::string("\0\1\2\3\4\5\6\7", 8)))) ==
          std::vector<std::uint8_t>{0, 4, 2, 6, 1, 5, 3, 7});
}

TEST_CASE("What is written as NPY is read back, and no cut of it is")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.npy");
    const std::vector<float> values{1.0F, -0.5F, 3.0F, 0.1F, 1e-30F, 7.0F};
    writeNpy(path, {ElementType::Float32, {2, 3}, bytesOf(std::span<const float>(values))});
    CHECK(valuesOf<float>(readNpy(path)) == values);
    const std::string whole = readTextFile(path);
    CHECK((whole.size() - 24) % 64 == 0);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length << " bytes");
        writeFileWhole(path, std::string_view(whole).substr(0, length));
        CHECK(refusal(path) != "read");
    }
    writeFileWhole(path, whole + "x");
    CHECK(refusal(path) != "read");
}

TEST_CASE("Hostile NPY headers are refused before memory is taken")
{
    TemporaryFolder folder;
    const std::string path = folder.file("bad.npy");
    const auto refused = [&](const std::string& bytes) {
        writeFileWhole(path, bytes);
        return refusal(path) != "read";
    };
    const std::string data(8, '\0');
    CHECK_FALSE(refused(npy(headerOf("'<f4'", "(2,)"), data)));  // the pattern itself is sound
    CHECK(refused(npy(headerOf("'<f4'", "(2,)"), data, '\x04')));
    CHECK(refused(npy(headerOf("'<f4'", "(3,)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(1,)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(-2,)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(2.0,)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(2 3)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "2"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(2,)", "Yes"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(9223372036854775807, 4)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(576460752303423487, 576460752303423487)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(99999999999999999999999,)"), data)));
    CHECK(refused(npy(headerOf("'<f4'", "(1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2)"), data)));
    CHECK(refused(npy(headerOf("'|O'", "(1,)"), data)));
    CHECK(refused(npy(headerOf("'<c8'", "(1,)"), data)));
    CHECK(refused(npy(headerOf("'|f4'", "(2,)"), data)));
    CHECK(refused(npy(headerOf("[('a', '<f4'), ('b', '<f4')]", "(1,)"), data)));
    CHECK(refused(npy(headerOf("[('a'", "(1,)"), data)));
    CHECK(refused(npy("{'descr': '<f4', 'fortran_order': False}", data)));
    CHECK(refused(npy("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", data)));
    CHECK(refused(npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': 1}", data)));
    CHECK(refused(npy(headerOf("'<f4'", "(2,)") + "__import__('os')", data)));
    CHECK(refused("\x93NUMPY\x02" + std::string(1, '\0') + "\xff\xff\xff\xff"));
    CHECK(refused("\x93NUMPY\x01"));
    CHECK(refused(""));
    CHECK_THROWS_AS(readNpy(folder.file("none.npy")), Error);
}

TEST_CASE("NPZ files are read, stored and deflated, and written with the same bytes each time")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.npz");
    const std::string one = npy(headerOf("'<f4'", "(1,)"), littleEndian(0x3f800000, 4));
    writeFileWhole(path, test::zipFile({{"b.weight.npy", one, true}, {"a/x.npy", one}, {"text.npy", npy(headerOf("'<U5'", "()"), std::string(20, ' '))}, {"readme", "x"}}));
    const NpyCollection read = readNpz(path);
    REQUIRE(read.arrays.size() == 2);
    CHECK(read.arrays[0].first == "a/x");
    CHECK(read.arrays[1].first == "b.weight");
    CHECK(valuesOf<float>(read.arrays[1].second) == std::vector<float>{1.0F});
    CHECK(read.skipped == std::vector<std::string>{"text (<U5)"});

    const std::vector<ArraySource> arrays{source("conv1.weight", {1.0F, 2.0F}), source("fc/é", {3.0F})};
    const std::vector<NpzText> texts{{"about.json", "{}"}};
    writeNpz(path, arrays, texts);
    const std::string whole = readTextFile(path);
    writeNpz(path, arrays, texts);
    CHECK(readTextFile(path) == whole);
    const NpyCollection back = readNpz(path);
    REQUIRE(back.arrays.size() == 2);
    CHECK(back.arrays[1].first == "fc/é");
    CHECK(valuesOf<float>(back.arrays[0].second) == std::vector<float>{1.0F, 2.0F});
    CHECK_THROWS_AS(writeNpz(path, std::vector<ArraySource>{arrays[0], arrays[0]}), Error);
    CHECK(readTextFile(path) == whole);
    std::size_t refused = 0;
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        writeFileWhole(path, std::string_view(whole).substr(0, length));
        try {
            readNpz(path);
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused == (whole.size() + 6) / 7);
    // A deflated entry that promises far more than it has.
    writeFileWhole(path, test::zipFile({{"b.npy", one, true, std::uint64_t{1} << 40U}}));
    CHECK_THROWS_AS(readNpz(path), Error);
}

TEST_CASE("A name that would make an archive unreadable is refused before a file is there")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.npz");
    for (const char* name : {"conv1\x0eweight", "a\nb", "\xff\xfe", "\xc3"}) {
        CHECK_THROWS_WITH(writeNpz(path, std::vector<ArraySource>{source(name, {1.0F})}), Catch::Contains("cannot stand in an archive"));
        CHECK_FALSE(std::filesystem::exists(path));
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("Weights come from NPZ files and from folders of NPY files")
{
    TemporaryFolder folder;
    const std::string path = folder.file("w.npz");
    const ArraySource mask{"fc.weight.mask", ElementType::UInt8, {1}, [] { return std::string(1, '\1'); }};
    const ArraySource wide{"fc.bias", ElementType::Float64, {1}, [] {
                               const double value = 0.1;
                               return bytesOf(std::span<const double>(&value, 1));
                           }};
    writeNpz(path, std::vector<ArraySource>{source("fc.weight", {2.0F}), wide, mask, source("fc.weight.scale", {4.0F}), source("x.scale", {5.0F})});
    const WeightsContent content = readWeights(path);
    CHECK(content.format == "NPZ");
    REQUIRE(content.tensors.size() == 3);
    CHECK(content.tensors[0].name == "fc.bias");
    CHECK(content.tensors[0].tensor.values()[0] == 0.1F);
    CHECK(content.tensors[2].name == "x.scale");
    CHECK(content.skipped == std::vector<std::string>{"fc.weight.mask (uint8)", "fc.weight.scale (beside its weight)"});

    const std::string numbers = folder.file("numbers");
    std::filesystem::create_directory(numbers);
    CHECK_THROWS_AS(readWeights(numbers), Error);
    const float value = 7.0F;
    writeNpy(numbers + "/conv1.weight.npy", {ElementType::Float32, {1}, bytesOf(std::span<const float>(&value, 1))});
    writeFileWhole(numbers + "/notes.txt", "x");
    const WeightsContent found = readWeights(numbers);
    CHECK(found.format == "NPY folder");
    REQUIRE(found.tensors.size() == 1);
    CHECK(found.tensors[0].name == "conv1.weight");
}
