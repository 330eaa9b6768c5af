// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bridge/data_facts.h"

#include "core/base/error.h"
#include "core/data/class_names.h"
#include "core/explore/sensitivity.h"
#include "core/run/recipe_data.h"
#include "widgets/bridge/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mho {
namespace {

/// One image of the set, grey or RGB; a set of other channels shows its first.
QImage pictureOf(const ImageSet& set, std::size_t index)
{
    const auto height = static_cast<int>(set.imageShape[1]);
    const auto width = static_cast<int>(set.imageShape[2]);
    const auto plane = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    const std::uint8_t* pixels = set.image(index);
    const std::size_t green = set.imageShape[0] == 3 ? plane : 0;
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            line[x] = qRgb(pixels[at], pixels[green + at], pixels[2 * green + at]);
        }
    }
    return image;
}

std::vector<DataSample> samplesOf(const ImageSet& set)
{
    const auto classes = static_cast<int>(std::min<std::int64_t>(set.classes, kMostSamples));
    constexpr int kMostOfClass = 4;
    const int ofClass = classes == 0 ? 0 : std::clamp(kMostSamples / classes, 1, kMostOfClass);
    std::vector<std::vector<std::size_t>> found(static_cast<std::size_t>(classes));
    int missing = classes * ofClass;
    for (std::size_t i = 0; i < set.count() && missing > 0; ++i) {
        if (set.labels[i] < classes &&
            found[static_cast<std::size_t>(set.labels[i])].size() < static_cast<std::size_t>(ofClass)) {
            found[static_cast<std::size_t>(set.labels[i])].push_back(i);
            --missing;
        }
    }
    std::vector<DataSample> samples;
    for (int label = 0; label < classes; ++label) {
        for (const std::size_t index : found[static_cast<std::size_t>(label)]) {
            samples.push_back({pictureOf(set, index), label});
        }
    }
    return samples;
}

}  // namespace

bool usesBuiltInData(const Recipe& recipe)
{
    return recipe.data == "synthetic-digits";
}

DataFacts readDataFacts(const Recipe& recipe, const Network& network, const QString& folder)
{
    const bool builtIn = usesBuiltInData(recipe);
    const std::string path = builtIn ? std::string() : folder.toStdString();
    DataSet data = builtIn ? syntheticDigits() : openDataSet(path);
    DataFacts facts;
    facts.folder = toQString(path);
    facts.name = toQString(data.name);
    facts.sha256 = toQString(data.sha256);
    facts.trainImages = static_cast<qint64>(data.train->count());
    facts.testImages = static_cast<qint64>(data.test->count());
    for (const std::int64_t extent : data.train->imageShape) {
        facts.imageShape.append(extent);
    }
    for (const std::string& name : classNames(data, path)) {
        facts.classNames.append(toQString(name));
    }
    facts.samples = samplesOf(*data.train);
    const SensitivityOptions judged;
    if (2 * judged.images <= facts.trainImages) {
        facts.heldOutImages = judged.images;
        facts.heldOutSeed = judged.seed;
    }
    if (data.name != recipe.data) {
        facts.unfitForRuns = toQString(fillTemplate(
            QCoreApplication::translate("mho", "The folder holds %1, but the recipe is for %2; choose that one's folder")
                .toStdString(),
            {data.name, recipe.data}));
    }
    try {
        requireImages(data, network);
        data.normalization = withNormalization(data, recipe).normalization;
    } catch (const Error& error) {
        facts.unfitForNetwork = errorText(error);
    }
    facts.normalizedByRecipe = !recipe.mean.empty() && facts.unfitForNetwork.isEmpty();
    facts.normalization = data.normalization;
    facts.test = data.test;
    return facts;
}

}  // namespace mho
