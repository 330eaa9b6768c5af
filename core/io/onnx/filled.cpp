// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/constants.h"

#include <sys/mman.h>
#include <unistd.h>

#include <memory>
#include <vector>

namespace mho::detail::onnx {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;
constexpr std::int64_t kMostElements = std::int64_t{1} << 30U;

/// Address space that shows one block of memory again and again.
class Repeated {
public:
    Repeated(std::size_t bytes, float value) : size_((bytes + kBlockBytes - 1) / kBlockBytes * kBlockBytes)
    {
        const int block = ::memfd_create("mho-filled", MFD_CLOEXEC);
        const std::vector<float> values(kBlockBytes / sizeof(float), value);
        void* space = ::mmap(nullptr, size_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        begin_ = space == MAP_FAILED ? nullptr : static_cast<char*>(space);
        const bool written = ::write(block, values.data(), kBlockBytes) == static_cast<ssize_t>(kBlockBytes);
        bool mapped = block >= 0 && written && begin_ != nullptr;
        for (std::size_t at = 0; mapped && at < size_; at += kBlockBytes) {
            mapped = ::mmap(begin_ + at, kBlockBytes, PROT_READ, MAP_PRIVATE | MAP_FIXED, block, 0) != MAP_FAILED;
        }
        if (block >= 0) {
            ::close(block);
        }
        if (!mapped) {
            release();
            throw NodeProblem{"fills a weight for which there is no room in memory"};
        }
    }
    ~Repeated() { release(); }
    Repeated(const Repeated&) = delete;
    Repeated& operator=(const Repeated&) = delete;
    const float* values() const { return reinterpret_cast<const float*>(begin_); }

private:
    void release()
    {
        if (begin_ != nullptr) {
            ::munmap(begin_, size_);
        }
    }

    char* begin_ = nullptr;
    std::size_t size_;
};

}  // namespace

Constant filled(const Shape& dims, float value, Budget& budget)
{
    const std::int64_t count = checkedCount(dims, kMostElements);
    const std::size_t bytes = static_cast<std::size_t>(count) * sizeof(float);
    budget.spendFilled(count);
    if (bytes < kBlockBytes) {
        return realsOf(dims, std::vector<float>(static_cast<std::size_t>(count), value));
    }
    const auto owner = std::make_shared<const Repeated>(bytes, value);
    Constant result{{}, dims};
    result.reals = Tensor(dims.empty() ? Shape{1} : dims, std::shared_ptr<const float>(owner, owner->values()));
    return result;
}

}  // namespace mho::detail::onnx
