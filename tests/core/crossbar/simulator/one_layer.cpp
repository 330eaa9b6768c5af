// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/crossbar/simulator/one_layer.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace mho::test {

CompressedNetwork oneLayer(const LayerShape& shape, const std::function<float(std::size_t)>& weightOf)
{
    Network network("one", shape.input);
    NodeId node = 0;
    if (shape.linear) {
        network.add("flatten", Flatten{});
        node = network.add("layer", Linear{.features = shape.convolution.filters, .bias = false});
    } else {
        node = network.add("layer", shape.convolution);
    }
    const Shape weightShape = network.nodes()[node].parameter("weight")->shape();
    std::vector<float> weights(static_cast<std::size_t>(elementCount(weightShape)));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = weightOf(i);
    }
    network.setParameter(node, "weight", Tensor(weightShape, std::move(weights)));
    return uncompressed(std::make_shared<const Network>(std::move(network)));
}

CompressedNetwork randomLayer(const LayerShape& shape, RandomStream& random)
{
    return oneLayer(shape, [&](std::size_t i) { return i == 0 ? 1.0F : static_cast<float>(random.uniform(-1.0, 1.0)); });
}

ImageSource imagesOf(std::size_t count, std::size_t size, const std::function<float(std::size_t)>& valueOf)
{
    auto values = std::make_shared<std::vector<float>>(count * size);
    for (std::size_t i = 0; i < values->size(); ++i) {
        (*values)[i] = valueOf(i);
    }
    ImageSource source;
    source.count = count;
    source.fill = [values, size](std::size_t first, std::size_t images, float* out) {
        std::copy_n(values->begin() + static_cast<std::ptrdiff_t>(first * size), images * size, out);
    };
    return source;
}

ImageSource randomImages(std::size_t count, const Shape& shape, double low, double high, RandomStream& random)
{
    return imagesOf(count, static_cast<std::size_t>(elementCount(shape)),
                    [&](std::size_t i) { return i % 3 == 1 ? 0.0F : static_cast<float>(random.uniform(low, high)); });
}

std::vector<float> wholeNumberOutputs(const CompressedNetwork& network, const LayerShape& shape, const ImageSource& images,
                                      const SimulatedLayer& layer)
{
    const Network& graph = *network.network;
    const std::vector<float> weights = network.weights(0);
    const Shape in = shape.input;
    const Shape out = graph.outputShape();
    const Convolution op =
        shape.linear ? Convolution{.filters = shape.convolution.filters, .kernel = {in[1], in[2]}} : shape.convolution;
    const std::int64_t height = shape.linear ? 1 : out[1];
    const std::int64_t width = shape.linear ? 1 : out[2];
    const std::int64_t perGroup = in[0] / op.groups;
    std::vector<float> values(images.count * static_cast<std::size_t>(elementCount(in)));
    images.fill(0, images.count, values.data());
    const double top = std::pow(2.0, layer.inputsSigned ? layer.inputBits - 1 : layer.inputBits) - 1.0;
    const auto inverse = static_cast<float>(1.0 / layer.inputScale);
    std::vector<std::int64_t> inputs;
    for (const float value : values) {
        const double scaled = std::clamp(static_cast<double>(value * inverse), layer.inputsSigned ? -top : 0.0, top);
        inputs.push_back(static_cast<std::int64_t>(std::floor(scaled + 0.5)));
    }
    std::vector<float> outputs;
    for (std::size_t image = 0; image < images.count; ++image) {
        for (std::int64_t f = 0; f < op.filters; ++f) {
            for (std::int64_t p = 0; p < height * width; ++p) {
                std::int64_t sum = 0;
                for (std::int64_t c = 0; c < perGroup; ++c) {
                    for (std::int64_t ky = 0; ky < op.kernel.h; ++ky) {
                        for (std::int64_t kx = 0; kx < op.kernel.w; ++kx) {
                            const std::int64_t y = p / width * op.stride.h + ky * op.dilation.h - op.pads.top;
                            const std::int64_t x = p % width * op.stride.w + kx * op.dilation.w - op.pads.left;
                            if (y < 0 || y >= in[1] || x < 0 || x >= in[2]) {
                                continue;
                            }
                            const std::int64_t channel = f / (op.filters / op.groups) * perGroup + c;
                            const auto at =
                                static_cast<std::int64_t>(image) * elementCount(in) + (channel * in[1] + y) * in[2] + x;
                            const auto w = ((f * perGroup + c) * op.kernel.h + ky) * op.kernel.w + kx;
                            sum += inputs[static_cast<std::size_t>(at)] *
                                   std::llround(static_cast<double>(weights[static_cast<std::size_t>(w)]) / layer.weightUnit);
                        }
                    }
                }
                outputs.push_back(static_cast<float>(static_cast<double>(sum) * (layer.weightUnit * layer.inputScale)));
            }
        }
    }
    return outputs;
}

SimulationOptions keepingLogits()
{
    SimulationOptions options;
    options.keepLogits = true;
    options.floatReference = false;
    return options;
}

}  // namespace mho::test
