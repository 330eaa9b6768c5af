// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mho {

/// Images with labels, held as bytes: image i is {channels, height, width}, C order, 0..255.
struct MHO_API ImageSet {
    std::vector<std::int64_t> imageShape;  ///< {channels, height, width}
    std::vector<std::uint8_t> pixels;      ///< count() * imageSize()
    std::vector<std::int32_t> labels;      ///< 0..classes-1
    std::int64_t classes = 0;

    std::size_t count() const { return labels.size(); }
    std::size_t imageSize() const;  ///< Bytes of one image: channels * height * width.
    /// Bytes of image `index` (< count(), asserted).
    const std::uint8_t* image(std::size_t index) const;
};

/// Per channel: value = (byte/255 - mean) / deviation.
struct Normalization {
    std::vector<float> mean;
    std::vector<float> deviation;
};

/// How training images are varied (never test images). Amounts in pixels.
struct Augmentation {
    int shift = 0;        ///< Shift by a whole number of pixels in -shift..shift in both directions, byte 0 moves in.
    bool mirror = false;  ///< Left-right with probability 1/2.
};

/// A training and a test part with the normalisation usual for them.
struct DataSet {
    /// "mnist" (the official files only), "idx" (any other IDX set), "cifar10", "cifar100", "synthetic-digits", or the
    /// folder's name (image folders).
    std::string name;
    std::shared_ptr<const ImageSet> train;
    std::shared_ptr<const ImageSet> test;
    Normalization normalization;
    Augmentation augmentation;  ///< Usual for this set.
    std::string sha256;         ///< dataHash() of both parts, so that a result names its data exactly.
};

/// SHA-256, lower-case hex, over shape, class count, image count, pixels and labels (int32, little endian) of both parts.
MHO_API std::string dataHash(const ImageSet& train, const ImageSet& test);

/// Opens a folder: IDX files (plain or .gz), CIFAR-10/100 .bin files (in it or in cifar-10-batches-bin etc.), or image
/// folders train/CLASS/*.png|jpg|jpeg and test/CLASS/*. Recognised by its files. Throws Error NotFound (what was looked
/// for) or BadFormat (file and byte offset). Normalisation and augmentation are those usual for the set; IDX sets other
/// than MNIST get mean and deviation of their own training pixels.
MHO_API DataSet openDataSet(const std::string& folder);

/// 10,000 train and 2,000 test images of drawn digits, 1x28x28, from a seed; no file needed. Same seed, same bytes.
/// @param images train count; the test count is a fifth of it
MHO_API DataSet syntheticDigits(std::uint64_t seed = 1, std::size_t images = 10'000);

/// Whether and from which random stream the images of a batch are varied.
struct BatchOptions {
    bool varied = false;
    std::uint64_t seed = 0;
    std::uint64_t epoch = 0;
};

/// Writes the images `indices` (each < set.count(), asserted) as normalised float32 {indices.size(), C, H, W} to `out`.
/// With `varied`, each is augmented from the stream {seed, epoch, index}, so it does not depend on the batch it is in.
MHO_API void fillBatch(const ImageSet& set, const Normalization& normalization, const Augmentation& augmentation,
                       std::span<const std::uint32_t> indices, const BatchOptions& options, float* out);

}  // namespace mho
