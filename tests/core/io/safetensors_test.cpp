// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <optional>

using namespace mho;
using mho::test::TemporaryFolder;

namespace {

std::string withHeader(const std::string& header, const std::string& data, std::optional<std::uint64_t> length = {})
{
    std::string file;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        file += static_cast<char>((length.value_or(header.size()) >> shift) & 0xffU);
    }
    return file + header + data;
}

std::vector<float> valuesOf(const NamedTensor& named)
{
    return {named.tensor.values().begin(), named.tensor.values().end()};
}

}  // namespace

TEST_CASE("A safetensors file written by hand is read")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.safetensors");
    using namespace std::string_literals;
    writeFileWhole(path, withHeader(R"({"b":{"dtype":"F32","shape":[2,1],"data_offsets":[4,12]},)"
                                    R"("h":{"dtype":"BF16","shape":[1],"data_offsets":[2,4]},)"
                                    R"("count":{"dtype":"I64","shape":[],"data_offsets":[12,20]},)"
                                    R"("a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]},"__metadata__":{"k":"v"}}  )",
                                    "\x00\x3c"s + "\x49\xc0"s + "\x00\x00\x80\x3f"s + "\x00\x00\x00\xbf"s + "12345678"s));
    const SafetensorsContent content = readSafetensors(path);
    REQUIRE(content.tensors.size() == 3);
    CHECK(content.tensors[0].name == "a");
    CHECK(valuesOf(content.tensors[0]) == std::vector<float>{1.0F});
    CHECK(content.tensors[1].name == "h");
    CHECK(valuesOf(content.tensors[1]) == std::vector<float>{-3.140625F});
    CHECK(content.tensors[2].tensor.shape() == Shape{2, 1});
    CHECK(valuesOf(content.tensors[2]) == std::vector<float>{1.0F, -0.5F});
    CHECK(content.skipped == std::vector<std::string>{"count (I64)"});
    CHECK(content.metadata.at("k") == "v");
}

TEST_CASE("What is written is read back, and no cut of it is")
{
    TemporaryFolder folder;
    const std::string path = folder.file("a.safetensors");
    const std::vector<NamedTensor> tensors{{"z.weight", Tensor({2, 3}, {1, 2, 3, -4, 0.1F, 6}), StoredType::Float32},
                                           {"a \"quoted\"", Tensor({2}, {0.5F, 65504}), StoredType::Float16},
                                           {"m", Tensor({1}, {1.0F}), StoredType::BFloat16}};
    writeSafetensors(path, tensors, {{"tool", "mho"}});
    const SafetensorsContent content = readSafetensors(path);
    REQUIRE(content.tensors.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(content.tensors[i].name == tensors[i].name);
        CHECK(content.tensors[i].type == tensors[i].type);
        CHECK(content.tensors[i].tensor.shape() == tensors[i].tensor.shape());
        CHECK(valuesOf(content.tensors[i]) == valuesOf(tensors[i]));
    }
    CHECK(content.metadata.at("tool") == "mho");

    const std::string whole = readTextFile(path);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length << " bytes");
        writeFileWhole(path, std::string_view(whole).substr(0, length));
        CHECK_THROWS_AS(readSafetensors(path), Error);
    }
    writeFileWhole(path, whole + "x");
    CHECK_THROWS_AS(readSafetensors(path), Error);
    CHECK_THROWS_AS(writeSafetensors(path, std::vector<NamedTensor>{tensors[0], tensors[0]}), Error);
    CHECK_THROWS_AS(writeSafetensors(path, std::vector<NamedTensor>{{"x", Tensor(Shape{2}), StoredType::Float32}}), Error);
}

TEST_CASE("Hostile headers are refused before memory is taken")
{
    TemporaryFolder folder;
    const std::string path = folder.file("bad.safetensors");
    const auto refused = [&](const std::string& file) {
        writeFileWhole(path, file);
        try {
            readSafetensors(path);
        } catch (const Error& error) {
            return error.code() == ErrorCode::BadFormat && error.where().starts_with(path);
        }
        return false;
    };
    const auto entry = [](const std::string& dtype, const std::string& shape, const std::string& offsets) {
        return R"({"a":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
    };
    const std::string data(8, '\0');
    writeFileWhole(path, withHeader(entry("F32", "[2]", "[0,8]"), data));
    REQUIRE(readSafetensors(path).tensors.size() == 1);  // the pattern itself is sound

    CHECK(refused(withHeader("{}", "", UINT64_MAX)));
    CHECK(refused(withHeader("{}", "", 3)));
    CHECK(refused(withHeader("{}", "", std::uint64_t{1} << 40U)));
    CHECK(refused(withHeader("", "", 0)));
    CHECK(refused(withHeader("[]", "")));
    CHECK(refused(withHeader("{\"a\":", "")));
    CHECK(refused(withHeader(R"({"a":1})", "")));
    CHECK(refused(withHeader(R"({"a":{}})", "")));
    CHECK(refused(withHeader(R"({"__metadata__":{"a":1}})", "")));
    CHECK(refused(withHeader(entry("F31", "[2]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F64", "[2]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F16", "[2]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F32", "[-2]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F32", "[2.0]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F32", "[\"2\"]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F32", "[2]", "[-8,0]"), data)));
    CHECK(refused(withHeader(entry("F32", "[2]", "[8,0]"), data)));
    CHECK(refused(withHeader(entry("F32", "[2]", "[0]"), data)));
    CHECK(refused(withHeader(entry("F32", "[2]", "[0,16]"), data)));
    CHECK(refused(withHeader(entry("F32", "[2]", "[4,12]"), data)));
    CHECK(refused(withHeader(entry("F32", "[1]", "[4,8]"), data)));                    // a gap before
    CHECK(refused(withHeader(entry("F32", "[1]", "[0,4]"), data)));                    // bytes after
    CHECK(refused(withHeader(entry("F32", "[4294967296,4294967296]", "[0,0]"), "")));  // 2^64 wraps to 0
    CHECK(refused(withHeader(entry("F32", "[99999999999999999999]", "[0,8]"), data)));
    CHECK(refused(withHeader(entry("F32", "[1000000000000]", "[0,4000000000000]"), data)));
    const std::string twice = R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]})";
    CHECK(refused(withHeader("{" + twice + "," + twice + "}", data)));
    CHECK(refused(withHeader("{" + twice + R"(,"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", data)));  // overlap
    CHECK(refused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"dtype":"F64","shape":[2],"data_offsets":[0,8]}})", data)));
    CHECK(refused(withHeader(R"({"a":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}", "")));
    CHECK_THROWS_AS(readSafetensors(folder.file("none")), Error);
}

TEST_CASE("A name given twice is told as that of a tensor")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.safetensors");
    const std::string entry = R"("a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]})";
    writeFileWhole(path, withHeader("{" + entry + "," + entry + "}", ""));
    CHECK_THROWS_WITH(readSafetensors(path), Catch::Contains("names the tensor \"a\" twice"));
    writeFileWhole(path, withHeader(R"({"__metadata__":{"k":"1","k":"2"}})", ""));
    CHECK_THROWS_WITH(readSafetensors(path), Catch::Contains("\"k\" is given twice"));
}

TEST_CASE("A file of very many small tensors is read at once")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.safetensors");
    constexpr int kTensors = 50'000;
    std::vector<NamedTensor> tensors;
    for (int i = 0; i < kTensors; ++i) {
        tensors.push_back({"t" + std::to_string(i), Tensor({1}, {static_cast<float>(i)}), StoredType::Float32});
    }
    writeSafetensors(path, tensors);
    const std::clock_t start = std::clock();
    const SafetensorsContent content = readSafetensors(path);
    // Tenths of a second; looking through the whole header for each takes half a minute.
    CHECK(std::clock() - start < 3 * CLOCKS_PER_SEC);
    REQUIRE(content.tensors.size() == tensors.size());
    for (const int i : {0, 1, kTensors / 2, kTensors - 1}) {
        CHECK(content.tensors[static_cast<std::size_t>(i)].name == "t" + std::to_string(i));
        CHECK(valuesOf(content.tensors[static_cast<std::size_t>(i)]) == std::vector<float>{static_cast<float>(i)});
    }
}

TEST_CASE("A tensor without elements that was read can be written")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("a.safetensors");
    writeFileWhole(path, withHeader(R"({"a":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]}})", ""));
    const SafetensorsContent content = readSafetensors(path);
    REQUIRE(content.tensors.size() == 1);
    CHECK(content.tensors[0].tensor.hasValues());
    writeSafetensors(path, content.tensors);
    CHECK(readSafetensors(path).tensors.at(0).tensor.shape() == Shape{0, 3});
}

TEST_CASE("A trained network of another tool is read")
{
    const std::optional<std::string> path = test::dataFile("weights/burn-mnist.safetensors");
    if (!path) {
        return;
    }
    const SafetensorsContent content = readSafetensors(*path);
    // Convolutions 8-16-24 and linear layers 11616-32-10 (the model's documentation).
    std::vector<std::int64_t> sizes;
    for (const NamedTensor& named : content.tensors) {
        sizes.push_back(named.tensor.size());
        for (const float value : named.tensor.values()) {
            REQUIRE(std::abs(value) < 1e4F);
        }
    }
    for (const std::int64_t expected : {8 * 9, 16 * 8 * 9, 24 * 16 * 9, 11616 * 32, 32 * 10}) {
        CHECK(std::find(sizes.begin(), sizes.end(), expected) != sizes.end());
    }
}
