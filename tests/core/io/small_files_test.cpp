// SPDX-License-Identifier: GPL-3.0-or-later
/// Files under 1 MB that ask for as much memory and time as they can get.
#include "core/base/resources.h"
#include "core/io/npy.h"
#include "core/io/pytorch.h"
#include "core/io/weights_file.h"
#include "tests/core/io/pytorch_bytes.h"
#include "tests/core/io/within_limits.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

using namespace mho;
using namespace mho::test;
using Catch::Matchers::Contains;

namespace {

constexpr std::size_t kMB = 1'000'000;
constexpr std::size_t kSmallFile = 1U << 20U;

/// What reading the file says, within the limits.
std::string reading(const std::string& bytes)
{
    REQUIRE(bytes.size() < kSmallFile);
    const TemporaryFolder folder;
    const std::string path = folder.file("file");
    writeFileWhole(path, bytes);
    return withinLimits([&] { readWeights(path); });
}

std::string deflatedPickle(const std::string& pickled, std::vector<ZipEntry> more = {})
{
    more.insert(more.begin(), {"archive/data.pkl", pickled, true});
    return zipFile(more);
}

std::string repeated(const std::string& part, std::size_t times)
{
    std::string result;
    result.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        result += part;
    }
    return result;
}

/// A tensor of no element under number 1, not left on the stack.
std::string emptyTensor()
{
    return tensor(storage("FloatStorage", "0", 0), 0, {0}, {1}) + "q\x01" + "0";
}

/// A state dictionary of tensors of one element each, and their entries.
std::string manyTensors(int count)
{
    std::vector<std::string> items;
    std::vector<ZipEntry> entries;
    for (int i = 0; i < count; ++i) {
        const std::string key = std::to_string(i);
        items.push_back(text("layer." + key + ".weight"));
        items.push_back(tensor(storage("FloatStorage", key, 1), 0, {1, 1, 1, 1}, {1, 1, 1, 1}));
        entries.push_back({"data/" + key, floats({1.0F})});
    }
    return zipForm(pickle(dict(items)), entries);
}

/// One half-precision storage of zeros, deflated, under as many views.
std::string halfZeros(std::int64_t elements, int views)
{
    std::vector<std::string> items;
    std::vector<std::int64_t> shape{elements};
    for (int i = 0; i < views; ++i) {
        items.push_back(text("w" + std::to_string(i)));
        items.push_back(tensor(storage("HalfStorage", "0", elements), 0, shape, std::vector<std::int64_t>(shape.size(), 1)));
        shape.push_back(1);
    }
    return zipForm(pickle(dict(items)), {{"data/0", std::string(2 * static_cast<std::size_t>(elements), '\0'), true}});
}

/// An NPY file of zeros.
std::string npy(const std::string& descr, bool fortran, const std::string& shape, std::size_t bytes)
{
    std::string header = fmt::format("{{'descr': '{}', 'fortran_order': {}, 'shape': ({}), }}", descr, fortran ? "True" : "False", shape);
    header.resize(std::max<std::size_t>(header.size() + 1, 118), ' ');
    header.back() = '\n';
    return std::string("\x93NUMPY\x01\x00", 8) + littleEndian(header.size(), 2) + header + std::string(bytes, '\0');
}

std::string npz(const std::string& array)
{
    return zipFile({{"w.npy", array, true}});
}

/// An object of a TorchScript class with these attributes.
std::string object(const std::string& attributes)
{
    return global("__torch__", "M") + ")\x81" + attributes + "b";
}

}  // namespace

TEST_CASE("Small pickles make no more values than fit the limits")
{
    CHECK_THAT(reading(zipForm(pickle(std::string(999'000, ']')), {})), Contains("too many for a file of weights"));
    CHECK_THAT(reading(legacyForm(pickle(std::string(999'000, ']')), {})), Contains("too many for a file of weights"));
    CHECK_THAT(reading(deflatedPickle(pickle(std::string(1'900'000, ']')))), Contains("too many for a file of weights"));
    CHECK_THAT(reading(deflatedPickle(pickle(repeated("N0", kMB)))), Contains("A value is missing"));
    CHECK_THAT(reading(deflatedPickle(pickle(std::string(5 * kMB, ']')))), Contains("too many for a file of weights"));
    CHECK_THAT(reading(deflatedPickle(pickle(std::string(60 * kMB, ']')))), Contains("unpack to 6000"));
    // Texts, kept and joined again and again.
    CHECK_THAT(reading(deflatedPickle(pickle("](" + repeated(text(std::string(16, 'x')), 90'000) + "e"))),
               Contains("not a dictionary of tensors"));
    const std::string module = text("__torch__" + std::string(100'000, 'x')) + "q\x01" + "0";
    CHECK_THAT(reading(zipForm(pickle(module + repeated("h\x01h\x01\x93", 170'000)), {{"constants.pkl", "\x80\x02)."}})),
               Contains("The file asks for __torch__xxx"));
    const std::string named = text("__torch__" + std::string(400, 'x')) + "q\x01" + "0";
    CHECK_THAT(reading(zipForm(pickle(named + repeated("h\x01h\x01\x93", 170'000)), {{"constants.pkl", "\x80\x02)."}})),
               Contains("too many for a file of weights"));
    // Tensors, made again of one.
    const std::string parameter = global("torch._utils", "_rebuild_parameter") + "q\x02" + "0(h\x01\x89" + "}tq\x03" + "0";
    CHECK_THAT(reading(zipForm(pickle(emptyTensor() + parameter + repeated("h\x02h\x03R", 150'000)), {{"data/0", ""}})),
               Contains("too many for a file of weights"));
    // Numbered values, far apart.
    std::string remembered;
    for (std::uint64_t i = 0; i < 140'000; ++i) {
        remembered += "Nr" + littleEndian(i * 7'919, 4) + "0";
    }
    CHECK_THAT(reading(zipForm(pickle(remembered), {})), Contains("A value is missing"));
}

TEST_CASE("Small state dictionaries have no more names and tensors than fit the limits")
{
    std::string items;
    for (int i = 0; i < 60'000; ++i) {
        items += text(fmt::format("{:x}", i)) + "h\x01";
    }
    CHECK_THAT(reading(zipForm(pickle(emptyTensor() + "}(" + items + "u"), {{"data/0", ""}})), Contains("too many for a file of weights"));
    // What a real file of that size may have is read.
    const std::string many = manyTensors(2'500);
    CHECK(many.size() > kSmallFile / 2);
    CHECK(reading(many) == "read");
}

TEST_CASE("Small TorchScript archives have no more places than fit the limits")
{
    const auto script = [](const std::string& attributes) {
        return reading(zipForm(pickle(emptyTensor() + object(attributes)), {{"constants.pkl", pickle(")")}, {"data/0", ""}}));
    };
    const auto attributes = [](std::size_t count, std::size_t nameBytes, const std::string& value) {
        std::string result = "}(";
        for (std::size_t i = 0; i < count; ++i) {
            result += text(fmt::format("{:0{}}", i, nameBytes)) + value;
        }
        return result + "u";
    };
    CHECK(script(attributes(1'000, 8, "h\x01")) == "read");
    // A module in a thousand places, with a hundred tensors each.
    for (const std::size_t nameBytes : {4, 240}) {
        const std::string inner = object(attributes(100, nameBytes, "h\x01")) + "q\x02" + "0";
        const std::string text = reading(zipForm(pickle(emptyTensor() + inner + object(attributes(999, nameBytes, "h\x02"))),
                                                 {{"constants.pkl", pickle(")")}, {"data/0", ""}}));
        CHECK_THAT(text, Contains("too many for a"));
    }
}

TEST_CASE("Small archives unpack to no more than fits the limits")
{
    // Half precision takes twice its bytes as float32.
    CHECK(reading(npz(npy("<f2", false, "3900000,", 7'800'000))) == "read");
    CHECK_THAT(reading(npz(npy("<f2", false, "4200000,", 8'400'000))), Contains("unpack to 8400"));
    CHECK_THAT(reading(npz(npy("<f4", false, "14000000,", 56 * kMB))), Contains("unpack to 5600"));
    CHECK(reading(npz(npy("<f4", true, "1000, 1900", 7'600'000))) == "read");
    // Extents of 1 cost no time.
    std::string ones = "3800, 2000";
    for (int i = 0; i < 30; ++i) {
        ones += ", 1";
    }
    CHECK(reading(npz(npy("|i1", true, ones, 7'600'000))) == "read");

    CHECK(reading(halfZeros(1'900'000, 1)) == "read");
    CHECK_THAT(reading(halfZeros(3'900'000, 1)), Contains("unpack to 1560"));
    CHECK_THAT(reading(halfZeros(1'500'000, 4)), Contains("unpack to 2400"));
    CHECK(reading(halfZeros(400'000, 4)) == "read");
}
