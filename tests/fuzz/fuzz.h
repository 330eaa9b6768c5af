// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/safetensors.h"
#include "core/network/network.h"
#include "tests/core/io/memory_meter.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What fuzz targets share. A target is one file that defines check(); it is driven by libFuzzer (MHO_FUZZ) and, in ordinary
/// builds, by a test that replays its seeds. Where a promise is broken the program ends with what was broken.
namespace mho::fuzz {

/// An input is at most so long: what the promises about time and memory hold for.
inline constexpr std::size_t kMostInput = (1U << 20U) - 1;

/// What the target does with an input: reads it, and checks what came out.
void check(std::string_view input);

/// Ends the program unless it held.
void require(bool held, std::string_view what);

/// A file of these bytes, whose name ends so; the next of that ending takes its place. @return its path
std::string fileOf(std::string_view bytes, const std::string& ending);
/// A path for a file to write, in a folder of this process that goes away with it.
std::string pathOf(const std::string& name);

/// Holds a reader to 50 MiB through operator new, and to 100 ms of the processor (2 s under sanitizers), while it lives.
class Promise {
public:
    Promise();
    ~Promise();
    Promise(const Promise&) = delete;
    Promise& operator=(const Promise&) = delete;

private:
    double start_;
    test::MemoryMeter meter_;
};

/// What `read` gives; nothing where it throws an Error, which is as good. Any other exception is a finding.
template <class Read>
auto attempt(Read&& read) -> std::optional<decltype(read())>
{
    const Promise promise;
    try {
        return std::forward<Read>(read)();
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// Reads `text`, writes what came out, and demands that reading it again gives the same text.
template <class Read, class Write>
void checkText(std::string_view text, Read&& read, Write&& write)
{
    if (const auto value = attempt([&] { return read(text); })) {
        const std::string written = write(*value);
        require(write(read(written)) == written, "a value that was read and written reads back as the same");
    }
}

/// Tensors have as many values as their shapes say, and names of their own.
void checkTensors(std::span<const NamedTensor> tensors);
/// The same names, shapes and numbers; a NaN is as good as another.
void requireSame(std::span<const NamedTensor> a, std::span<const NamedTensor> b);
void requireSame(std::span<const float> a, std::span<const float> b);

/// The graph of the network reads back from its JSON.
void checkNetwork(const Network& network);

}  // namespace mho::fuzz
