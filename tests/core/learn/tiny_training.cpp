// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/learn/tiny_training.h"

#include <algorithm>
#include <cmath>

namespace mho::test {
namespace {

DataSet dataOf(const Shape& shape, std::vector<std::uint8_t> pixels, std::vector<std::int32_t> labels, std::int64_t classes)
{
    auto images = std::make_shared<ImageSet>();
    images->imageShape = shape;
    images->pixels = std::move(pixels);
    images->labels = std::move(labels);
    images->classes = classes;
    DataSet data;
    data.name = "tiny";
    data.train = images;
    data.test = images;
    data.normalization = {{0.0F}, {1.0F}};
    return data;
}

double pixel(const TinyCase& setup, std::size_t image, std::size_t at)
{
    return setup.data.train->image(image)[at] / 255.0;
}

TinyCase linearCase(std::int64_t height, std::int64_t width, std::int64_t classes, DataSet data)
{
    TinyCase setup{Network("linear", {1, height, width}),
                   std::move(data),
                   {},
                   static_cast<std::size_t>(classes),
                   static_cast<std::size_t>(height * width)};
    setup.network.add("flat", Flatten{});
    setup.network.add("fc", Linear{.features = classes, .bias = false});
    for (std::size_t image = 0; image < setup.data.train->count(); ++image) {
        std::vector<double>& x = setup.x.emplace_back();
        for (std::size_t j = 0; j < setup.columns; ++j) {
            x.push_back(pixel(setup, image, j));
        }
    }
    return setup;
}

}  // namespace

Tensor flat(std::vector<float> values)
{
    const Shape shape{static_cast<std::int64_t>(values.size())};
    return {shape, std::move(values)};
}

ExecutionOptions exact()
{
    ExecutionOptions options;
    options.threads = 2;
    options.precision = Precision::Float32;
    return options;
}

TinyCase oneImage()
{
    return linearCase(1, 2, 2, dataOf({1, 1, 2}, {255, 51}, {0}, 2));
}

TinyCase tinyLinear()
{
    return linearCase(
        2, 2, 3, dataOf({1, 2, 2}, {255, 51, 0, 102, 30, 200, 90, 10, 120, 120, 240, 60, 5, 77, 180, 250}, {0, 1, 2, 1}, 3));
}

TinyCase tinyConvolution()
{
    std::vector<std::uint8_t> pixels;
    for (unsigned i = 0; i < 4 * 9; ++i) {
        pixels.push_back(static_cast<std::uint8_t>((i * 83 + 17 * (i / 9)) % 256));
    }
    TinyCase setup{Network("convolution", {1, 3, 3}), dataOf({1, 3, 3}, std::move(pixels), {0, 1, 1, 0}, 2), {}, 2, 4};
    setup.network.add(
        "conv",
        Convolution{.filters = 2, .kernel = {2, 2}, .stride = {1, 1}, .pads = {}, .dilation = {}, .groups = 1, .bias = false});
    setup.network.add("mean", GlobalAveragePool{});
    setup.network.add("flat", Flatten{});
    for (std::size_t image = 0; image < 4; ++image) {
        std::vector<double>& x = setup.x.emplace_back();
        for (std::size_t j = 0; j < 4; ++j) {
            double sum = 0.0;
            for (std::size_t position = 0; position < 4; ++position) {
                sum += pixel(setup, image, (position / 2 + j / 2) * 3 + position % 2 + j % 2);
            }
            x.push_back(sum / 4.0);
        }
    }
    return setup;
}

TrainingOptions plainSteps(std::int64_t steps)
{
    TrainingOptions options;
    options.learningRate = 0.1;
    options.momentum = 0.0;
    options.weightDecay = 0.0;
    options.schedule = ScheduleKind::Constant;
    options.epochs = steps;
    options.batchSize = 64;
    return options;
}

std::vector<double> softmax(const std::vector<double>& logits, double temperature)
{
    std::vector<double> result;
    double sum = 0.0;
    for (const double z : logits) {
        result.push_back(std::exp(z / temperature));
        sum += result.back();
    }
    for (double& p : result) {
        p /= sum;
    }
    return result;
}

std::vector<double> logits(const TinyCase& setup, const std::vector<double>& weights, std::size_t image)
{
    std::vector<double> z(setup.rows, 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        z[i / setup.columns] += weights[i] * setup.x[image][i % setup.columns];
    }
    return z;
}

std::vector<double> Reference::train(const std::vector<float>& start) const
{
    std::vector<double> w(start.begin(), start.end());
    std::vector<double> m(w.size(), 0.0);
    std::vector<double> v(w.size(), 0.0);
    for (std::int64_t step = 1; step <= options.epochs; ++step) {
        const std::vector<double> used = seen(w);
        std::vector<double> gradient(w.size(), 0.0);
        for (std::size_t image = 0; image < setup.x.size(); ++image) {
            const std::vector<double> z = logits(setup, used, image);
            std::vector<double> delta = lossGradient ? lossGradient(z, image) : softmax(z);
            if (!lossGradient) {
                delta[static_cast<std::size_t>(setup.data.train->labels[image])] -= 1.0;
            }
            for (std::size_t i = 0; i < w.size(); ++i) {
                gradient[i] +=
                    delta[i / setup.columns] * setup.x[image][i % setup.columns] / static_cast<double>(setup.x.size());
            }
        }
        const std::vector<double> pulled = pull(w);
        for (std::size_t i = 0; i < w.size(); ++i) {
            const double g = (passes(i, w[i]) ? gradient[i] : 0.0) + pulled[i] + options.weightDecay * w[i];
            double change = 0.0;
            if (options.optimizer == OptimizerKind::Sgd) {
                m[i] = options.momentum * m[i] + g;
                change = options.learningRate * m[i];
            } else {
                m[i] = options.momentum * m[i] + (1.0 - options.momentum) * g;
                v[i] = options.beta2 * v[i] + (1.0 - options.beta2) * g * g;
                const auto t = static_cast<double>(step);
                change = options.learningRate * m[i] / (1.0 - std::pow(options.momentum, t)) /
                         (std::sqrt(v[i] / (1.0 - std::pow(options.beta2, t))) + 1e-8);
            }
            w[i] = bound(i, w[i], w[i] - change);
        }
    }
    return w;
}

std::vector<float> trained(const TinyCase& setup, const std::vector<float>& start, const TrainingOptions& options,
                           const TrainingTerms& terms, const ExecutionOptions& execution)
{
    const auto session = learner().open(setup.network, execution);
    session->setWeights(0, start);
    session->train(
        setup.data, options, terms, [](const EpochReport&) { return Verdict::Continue; }, ignoreProgress);
    return session->weights(0);
}

double worstGap(const std::vector<float>& ours, const std::vector<double>& reference)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        worst = std::max(worst, std::abs(static_cast<double>(ours.at(i)) - reference[i]));
    }
    return worst;
}

}  // namespace mho::test
