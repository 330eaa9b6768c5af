// SPDX-License-Identifier: GPL-3.0-or-later
/// Opens a network's file and says what that takes beyond reading it: bench-open FILE..., an ONNX model or weights of VGG-16
/// for ImageNet (torchvision's vgg16-397923af.pth, say). Without one VGG-16 is written as ONNX, PyTorch state dictionary and
/// safetensors, and each is opened by a process of its own. Bars for VGG-16 (138 million weights, 528 MB): at most 3 s, and at
/// most 1.1 times the file's size added to the peak of memory; the exit code is 1 where one is missed.
#include "core/base/random.h"
#include "core/io/network_file.h"
#include "core/io/onnx_write.h"
#include "core/io/pytorch_write.h"
#include "core/io/weights_match.h"
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
constexpr double kMostSeconds = 3.0;  ///< Beyond reading the file.
constexpr double kMostTimes = 1.1;    ///< Of the file's size, added to the peak of memory.

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

constexpr const char* kNetwork = "vgg16-imagenet";

/// VGG-16 with weights of one random value each: what is measured does not depend on them.
Network vgg16()
{
    Network network = makeZooNetwork(kNetwork);
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
    return network;
}

void write(const Network& network, const std::string& path)
{
    if (path.ends_with(".onnx")) {
        writeOnnx(network, path);
    } else if (path.ends_with(".safetensors")) {
        writeSafetensors(path, namedTensors(network));
    } else {
        PyTorchPart part;
        for (const NamedTensor& named : namedTensors(network)) {
            part.tensors.push_back({named.name, ElementType::Float32, named.tensor.shape(),
                                    [tensor = named.tensor] { return bytesOf(tensor.values()); }});
        }
        writePyTorch(path, {&part, 1});
    }
}

/// @return whether the bars are met
bool measure(const std::string& path)
{
    const double size = static_cast<double>(std::filesystem::file_size(path)) / kMebibyte;
    const double alone = std::min(readAlone(path), readAlone(path));
    const double before = peakMebibytes();
    const auto start = std::chrono::steady_clock::now();
    const Network network = readNetworkFile(path).network;  // as commands and the window open it
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
    const double beyond = std::max(0.0, seconds - alone);
    fmt::print("reading the file alone {:.2f} s, opening {:.2f} s: {:.2f} s beyond it (bar {:g} s)\n", alone, seconds, beyond, kMostSeconds);
    fmt::print("peak memory +{:.0f} MiB once opened, +{:.0f} MiB once all weights were read: {:.3f} times the file (bar {:g})\n",
               opened, added, added / size, kMostTimes);
    return beyond <= kMostSeconds && added <= kMostTimes * size;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "--write") {
        write(vgg16(), arguments[1]);
        return 0;
    }
    if (arguments.size() == 1) {
        return measure(arguments[0]) ? 0 : 1;
    }
    // By processes of their own: what making a file or opening another took must not count.
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    const auto run = [&](const std::string& words) { return std::system(fmt::format("{} {}", self, words).c_str()) == 0; };
    bool good = true;
    for (const std::string& path : arguments) {
        good = run(path) && good;
    }
    if (arguments.empty()) {
        const std::string folder =
            (std::filesystem::temp_directory_path() / fmt::format("mho-bench-open-{}", getpid())).string();
        std::filesystem::create_directory(folder);
        for (const char* name : {"vgg16.onnx", "vgg16.pth", "vgg16.safetensors"}) {
            const std::string path = folder + "/" + name;
            good = run("--write " + path) && run(path) && good;
        }
        std::filesystem::remove_all(folder);
    }
    return good ? 0 : 1;
}
