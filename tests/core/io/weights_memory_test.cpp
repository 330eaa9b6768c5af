// SPDX-License-Identifier: GPL-3.0-or-later
/// A file of float32 weights takes its own size of memory to open, whatever its format.
#include "core/base/resources.h"
#include "core/io/weights_file.h"
#include "tests/core/io/memory_meter.h"
#include "tests/core/io/pytorch_bytes.h"
#include "tests/test_main.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace mho;
using namespace mho::test;

namespace {

constexpr std::size_t kElements = 4U << 20U;

/// Opens the file with the tensors "w" and "v", of kElements and of 3 elements: 0, 1, 2...
void checkOpens(const std::string& bytes)
{
    const TemporaryFolder folder;
    const std::string path = folder.file("weights");
    writeFileWhole(path, bytes);
    const MemoryMeter meter;
    const WeightsContent content = readWeights(path);
    CHECK(static_cast<double>(meter.mostAtOnce()) <= 1.1 * static_cast<double>(bytes.size()));
    REQUIRE(content.tensors.size() == 2);
    for (const NamedTensor& named : content.tensors) {
        const auto values = named.tensor.values();
        REQUIRE(values.size() == (named.name == "w" ? kElements : 3));
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] != static_cast<float>(i)) {
                FAIL(named.name << "[" << i << "] is " << values[i]);
            }
        }
    }
}

std::string counting(std::size_t elements)
{
    std::vector<float> values(elements);
    std::iota(values.begin(), values.end(), 0.0F);  // below 2^24: exact
    return floats(values);
}

std::string pickled()
{
    constexpr auto kCount = static_cast<std::int64_t>(kElements);
    return pickle(dict({text("w"), tensor(storage("FloatStorage", "0", kCount), 0, {kCount / 4, 1, 4}, {4, 9, 1}), text("v"),
                        tensor(storage("FloatStorage", "1", 3), 0, {3}, {1})}));
}

}  // namespace

TEST_CASE("PyTorch's zip form opens in its own size of memory")
{
    checkOpens(zipForm(pickled(), {{"data/0", counting(kElements)}, {"data/1", counting(3)}}));
}

TEST_CASE("PyTorch's older form opens in its own size of memory")
{
    checkOpens(legacyForm(pickled(), {{"0", kElements, counting(kElements)}, {"1", 3, counting(3)}}));
}

TEST_CASE("A safetensors file opens in its own size of memory")
{
    const std::size_t bytes = 4 * kElements;
    const std::string header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[" + std::to_string(kElements) + "],\"data_offsets\":[0," +
                               std::to_string(bytes) + "]},\"v\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[" +
                               std::to_string(bytes) + "," + std::to_string(bytes + 12) + "]}}";
    checkOpens(littleEndian(header.size(), 8) + header + counting(kElements) + counting(3));
}
