// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens an ONNX model and says what that takes beyond reading the file: bench-onnx FILE.onnx (torchvision's VGG-16 for ImageNet,
/// say); without one VGG-16 is written first. Bars for VGG-16 (138 million weights, 528 MB): at most 3 s, and at most 1.1 times
/// the file's size added to the peak of memory.
#include "core/base/random.h"
#include "core/io/onnx.h"
#include "core/io/onnx_write.h"
#include "core/network/zoo.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace mho;

namespace {

constexpr double kMebibyte = 1024.0 * 1024.0;

double peakMebibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Seconds that reading the file alone takes.
double readAlone(const std::string& path)
{
    const auto start = std::chrono::steady_clock::now();
    std::ifstream file(path, std::ios::binary);
    std::vector<char> piece(1U << 20U);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size()))) {
    }
    return secondsSince(start);
}

/// VGG-16 with weights of one random value each: what is measured does not depend on them.
void writeVgg16(const std::string& path)
{
    Network network = makeZooNetwork("vgg16-imagenet");
    RandomStream random{16};
    for (NodeId id = 0; id < network.nodes().size(); ++id) {
        const std::vector<Parameter> parameters = network.nodes()[id].parameters;
        for (const Parameter& parameter : parameters) {
            const auto value = static_cast<float>(0.01 * random.normal());
            network.setParameter(id, parameter.role,
                                 Tensor(Shape(parameter.tensor.shape()),
                                        std::vector<float>(static_cast<std::size_t>(parameter.tensor.size()), value)));
        }
    }
    writeOnnx(network, path);
}

void measure(const std::string& path)
{
    const double size = static_cast<double>(std::filesystem::file_size(path)) / kMebibyte;
    const double alone = std::min(readAlone(path), readAlone(path));
    const double before = peakMebibytes();
    const auto start = std::chrono::steady_clock::now();
    const Network network = readOnnx(path);
    const double seconds = secondsSince(start);
    const double opened = peakMebibytes() - before;
    // Weights that are mapped come in when they are read.
    double sum = 0.0;
    for (const Node& node : network.nodes()) {
        for (const Parameter& parameter : node.parameters) {
            for (const float value : parameter.tensor.values()) {
                sum += static_cast<double>(value);
            }
        }
    }
    const double added = peakMebibytes() - before;
    fmt::print("{}: {:.0f} MiB, {} parameters (sum {:.6g})\n", path, size, network.parameterCount(), sum);
    fmt::print("reading the file alone {:.2f} s, opening {:.2f} s: {:.2f} s beyond it (bar 3 s)\n", alone, seconds,
               std::max(0.0, seconds - alone));
    fmt::print("peak memory +{:.0f} MiB once opened, +{:.0f} MiB once all weights were read: {:.3f} times the file (bar 1.1)\n", opened,
               added, added / size);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "--write") {
        writeVgg16(arguments[1]);
        return 0;
    }
    if (!arguments.empty()) {
        measure(arguments[0]);
        return 0;
    }
    const std::string folder = (std::filesystem::temp_directory_path() / fmt::format("mho-bench-onnx-{}", getpid())).string();
    std::filesystem::create_directory(folder);
    const std::string path = folder + "/vgg16.onnx";
    // By another process: what making it took must not count.
    const int made = std::system(fmt::format("{} --write {}", std::filesystem::read_symlink("/proc/self/exe").string(), path).c_str());
    if (made == 0) {
        measure(path);
    }
    std::filesystem::remove_all(folder);
    return made == 0 ? 0 : 1;
}
