// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "core/network/network_json.h"
#include "tests/core/io/reader_limits.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include <unistd.h>

namespace mho::fuzz {
namespace {

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / fmt::format("mho-fuzz-{}", getpid()))
    {
        std::filesystem::create_directories(path_);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

void require(bool held, std::string_view what)
{
    if (!held) {
        std::cerr << "BROKEN PROMISE: " << what << std::endl;
        std::abort();
    }
}

std::string pathOf(const std::string& name)
{
    static const Folder folder;
    return (folder.path() / name).string();
}

std::string fileOf(std::string_view bytes, const std::string& ending)
{
    std::string path = pathOf("input" + ending);
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    require(file.good(), "the input can be written to a file");
    return path;
}

Promise::Promise() : start_(test::processorSeconds()) {}

Promise::~Promise()
{
    const double seconds = test::processorSeconds() - start_;
    const std::size_t bytes = meter_.mostAtOnce();
    require(bytes <= test::kMostReaderBytes, fmt::format("a reader takes at most 50 MiB; it took {} bytes", bytes));
    require(seconds <= test::kMostReaderSeconds,
            fmt::format("a reader takes at most {} s; it took {}", test::kMostReaderSeconds, seconds));
}

void requireSame(std::span<const float> a, std::span<const float> b)
{
    require(a.size() == b.size(), "as many numbers are read back as were written");
    for (std::size_t i = 0; i < a.size(); ++i) {
        const bool same = std::bit_cast<std::uint32_t>(a[i]) == std::bit_cast<std::uint32_t>(b[i]);
        require(same || (std::isnan(a[i]) && std::isnan(b[i])), "numbers read back as they were written");
    }
}

void checkTensors(std::span<const NamedTensor> tensors)
{
    std::set<std::string_view> names;
    float sum = 0.0F;
    for (const NamedTensor& named : tensors) {
        require(names.insert(named.name).second, "no name is given twice");
        const std::span<const float> values = named.tensor.values();
        require(values.size() == static_cast<std::size_t>(elementCount(named.tensor.shape())), "values fit the shape");
        for (const float value : values) {
            sum += value;  // Touches the memory.
        }
    }
    volatile float kept = sum;
    static_cast<void>(kept);
}

void requireSame(std::span<const NamedTensor> a, std::span<const NamedTensor> b)
{
    require(a.size() == b.size(), "as many tensors are read back as were written");
    for (std::size_t i = 0; i < a.size(); ++i) {
        require(a[i].name == b[i].name && a[i].type == b[i].type && a[i].tensor.shape() == b[i].tensor.shape(),
                "names, types and shapes read back as they were written");
        requireSame(a[i].tensor.values(), b[i].tensor.values());
    }
}

void checkNetwork(const Network& network)
{
    const std::string json = networkToJson(network);
    const Network again = networkFromJson(json, "written");
    require(networkToJson(again) == json, "a network's graph reads back as the same");
    require(again.nodes().size() == network.nodes().size(), "as many nodes read back as were written");
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        require(again.shapeOf(id) == network.shapeOf(id), "nodes have the same shapes when they are read back");
    }
}

}  // namespace mho::fuzz
