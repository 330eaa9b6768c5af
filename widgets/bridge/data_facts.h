// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set.h"
#include "core/network/network.h"
#include "core/run/recipe.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace mho {

/// A picture of the training set with its class.
struct DataSample {
    QImage image;
    int label = 0;
};

/// What a window shows of a data set. Training images are not kept.
struct DataFacts {
    QString folder;  ///< As chosen; empty = built in.
    QString name;    ///< As recognised (DataSet::name).
    QString sha256;
    qint64 trainImages = 0;
    qint64 testImages = 0;
    QList<qint64> imageShape;  ///< {channels, height, width}
    QStringList classNames;    ///< By label.
    bool normalizedByRecipe = false;
    qint64 heldOutImages = 0;  ///< Training images that judge sensitivities; 0 = the set is too small for it.
    quint64 heldOutSeed = 0;
    std::vector<DataSample> samples;  ///< By class; see kMostSamples.
    QString unfitForRuns;             ///< Why the recipe cannot run on it; empty = it can.
    QString unfitForNetwork;          ///< Why the network cannot be evaluated on it; empty = it can.
    std::shared_ptr<const ImageSet> test;
    Normalization normalization;
};

/// Samples there are at most: as many of each class, and of large sets one of the first classes.
constexpr int kMostSamples = 60;

/// True for recipes of the built-in digits, which need no folder.
bool usesBuiltInData(const Recipe& recipe);

/// Opens the recipe's data in `folder` (the built-in digits whatever the folder) and looks at them. Throws Error as
/// openDataSet() and withNormalization(). Takes seconds for large sets: not for the window's thread.
DataFacts readDataFacts(const Recipe& recipe, const Network& network, const QString& folder);

}  // namespace mho
