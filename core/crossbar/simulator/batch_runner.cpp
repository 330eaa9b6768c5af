// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossbar/simulator/batch_runner.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>

namespace mho {
namespace {

constexpr std::size_t kMostFloats = std::size_t{16} << 20;  // of activations of one batch: 64 MiB
constexpr std::size_t kMostImages = 128;
constexpr auto kReportEvery = std::chrono::milliseconds(50);

std::size_t batchSize(const Executor& executor, std::size_t images, std::size_t threads)
{
    const std::size_t fitting = kMostFloats / std::max<std::size_t>(1, static_cast<std::size_t>(executor.mostFloatsPerImage()));
    const std::size_t fair = (images + threads - 1) / threads;
    return std::clamp<std::size_t>(std::min(fitting, fair), 1, kMostImages);
}

}  // namespace

JobWatch::JobWatch(const ProgressCallback& progress, std::size_t imagesInAll)
    : progress_(progress),
      all_(std::max<std::size_t>(1, imagesInAll)),
      start_(std::chrono::steady_clock::now()),
      last_(start_),
      owner_(std::this_thread::get_id())
{
}

void JobWatch::poll()
{
    if (cancelled_) {
        throw Error(ErrorCode::Cancelled, MHO_TEXT("The simulation was cancelled"));
    }
    if (std::this_thread::get_id() != owner_) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < kReportEvery) {
        return;
    }
    last_ = now;
    Progress report;
    report.stage = stage_;
    report.totalFraction = std::min(1.0, static_cast<double>(done_) / static_cast<double>(all_));
    report.stageFraction = report.totalFraction;
    report.elapsedS = std::chrono::duration<double>(now - start_).count();
    if (report.totalFraction > 0.0) {
        report.remainingS = report.elapsedS * (1.0 - report.totalFraction) / report.totalFraction;
    }
    const Verdict verdict = progress_(report);
    if (verdict == Verdict::Abort) {
        cancelled_ = true;
        throw Error(ErrorCode::Cancelled, MHO_TEXT("The simulation was cancelled"));
    }
    stopped_ = stopped_ || verdict == Verdict::StopAndKeep;
}

std::size_t runBatches(const Executor& executor, const LayerProduct& product, const ImageSource& images, std::size_t imageSize,
                       unsigned threads, JobWatch& watch,
                       const std::function<void(std::size_t, std::size_t, const std::vector<float>&)>& take)
{
    const std::size_t workers =
        std::min<std::size_t>(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency()), images.count);
    const std::size_t batch = batchSize(executor, images.count, std::max<std::size_t>(1, workers));
    const std::size_t batches = (images.count + batch - 1) / batch;
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> atWork = workers;
    parallelFor(
        workers, 1,
        [&](std::size_t begin, std::size_t end) {
            // Other threads must not wait for one that failed, nor the caller's last loop for one that ended.
            struct Leave {
                std::atomic<std::size_t>& atWork;
                std::size_t workers;
                ~Leave() { atWork -= workers; }
            };
            {
                const Leave leave{atWork, end - begin};
                std::vector<float> input;
                while (!watch.stopped()) {
                    const std::size_t index = next++;
                    if (index >= batches) {
                        break;
                    }
                    const std::size_t first = index * batch;
                    const std::size_t count = std::min(batch, images.count - first);
                    watch.poll();
                    input.resize(count * imageSize);
                    images.fill(first, count, input.data());
                    take(first, count, executor.run(product, input, count, first));
                    watch.done(count);
                }
            }
            if (begin == 0) {
                while (atWork > 0) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    watch.poll();
                }
            }
        },
        static_cast<unsigned>(workers));
    return std::min(images.count, std::min(next.load(), batches) * batch);
}

}  // namespace mho
