// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/storage.h"
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/compress/quantizer.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <string>

using namespace mho;

namespace {

CompressedLayer layerOf(std::int64_t n, std::int64_t k)
{
    CompressedLayer layer;
    layer.layer.name = "layer";
    layer.layer.filters = n;
    layer.layer.columns = k;
    layer.mask = LayerMask::dense(n, k);
    return layer;
}

class Bits {
public:
    void put(std::uint64_t value, int count)
    {
        for (int i = count; i-- > 0;) {
            bits_.push_back((value >> static_cast<unsigned>(i)) & 1U);
        }
    }
    std::uint64_t take(int count)
    {
        std::uint64_t value = 0;
        for (int i = 0; i < count; ++i) {
            value = value << 1U | bits_.at(at_++);
        }
        return value;
    }
    std::size_t size() const { return bits_.size(); }
    bool allRead() const { return at_ == bits_.size(); }

private:
    std::vector<std::uint8_t> bits_;
    std::size_t at_ = 0;
};

/// Values as a memory holds them. Weights are drawn from the level codes; a float's own bits stand without levels.
class ValueCode {
public:
    ValueCode(const CompressedLayer& layer, int bits) : layer_(layer), bits_(bits) {}
    void put(Bits& out, std::int64_t value) const
    {
        if (!layer_.levels) {
            out.put(std::bit_cast<std::uint32_t>(static_cast<float>(value)), 32);
            return;
        }
        // Positive levels first, then negative ones, zero last.
        const auto levels = static_cast<std::int64_t>(layer_.levels->set.magnitudes.size());
        out.put(static_cast<std::uint64_t>(value > 0 ? value - 1 : value < 0 ? levels - value - 1 : 2 * levels), bits_);
    }
    std::int64_t take(Bits& in) const
    {
        if (!layer_.levels) {
            return static_cast<std::int64_t>(std::bit_cast<float>(static_cast<std::uint32_t>(in.take(32))));
        }
        const auto levels = static_cast<std::int64_t>(layer_.levels->set.magnitudes.size());
        const auto code = static_cast<std::int64_t>(in.take(bits_));
        return code < levels ? code + 1 : code < 2 * levels ? levels - code - 1 : 0;
    }

private:
    const CompressedLayer& layer_;
    int bits_;
};

Bits encoded(const CompressedLayer& layer, const std::vector<std::int64_t>& weights, const LayerStorage& storage)
{
    const ValueCode code(layer, storage.storedValueBits);
    const std::vector<std::uint8_t> kept = layer.mask.expanded();
    const std::size_t k = layer.mask.columns.size();
    Bits out;
    if (layer.levels) {
        out.put(std::bit_cast<std::uint32_t>(layer.levels->scale), 32);
    }
    if (storage.encoding == IndexEncoding::Dense) {
        for (const std::int64_t weight : weights) {
            code.put(out, weight);
        }
    } else if (storage.encoding == IndexEncoding::BitMask) {
        for (const std::uint8_t flag : kept) {
            out.put(flag, 1);
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i] != 0) {
                code.put(out, weights[i]);
            }
        }
    } else if (storage.encoding == IndexEncoding::Relative) {
        out.put(static_cast<std::uint64_t>(storage.entries), 32);
        const std::uint64_t most = (std::uint64_t{1} << static_cast<unsigned>(storage.indexBits)) - 1;
        std::uint64_t zeros = 0;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (kept[i] == 0) {
                ++zeros;
                continue;
            }
            for (; zeros > most; zeros -= most + 1) {
                out.put(most, storage.indexBits);
                code.put(out, 0);
            }
            out.put(zeros, storage.indexBits);
            code.put(out, weights[i]);
            zeros = 0;
        }
    } else {
        std::vector<std::uint8_t> rows(layer.mask.rows.size(), 0);
        std::vector<std::uint8_t> columns(k, 0);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            rows[i / k] |= kept[i];
            columns[i % k] |= kept[i];
        }
        for (const auto* flags : {&rows, &columns}) {
            for (const std::uint8_t flag : *flags) {
                out.put(flag, 1);
            }
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (rows[i / k] != 0 && columns[i % k] != 0) {
                code.put(out, weights[i]);
            }
        }
    }
    return out;
}

/// Knows the layer's shape, its levels but for the scale, and the storage's encoding, index bits and value bits; not the mask.
std::vector<std::int64_t> decoded(const CompressedLayer& layer, Bits& in, const LayerStorage& storage)
{
    const ValueCode code(layer, storage.storedValueBits);
    const std::size_t n = layer.mask.rows.size();
    const std::size_t k = layer.mask.columns.size();
    std::vector<std::int64_t> weights(n * k, 0);
    if (layer.levels) {
        CHECK(std::bit_cast<float>(static_cast<std::uint32_t>(in.take(32))) == layer.levels->scale);
    }
    const auto flags = [&](std::size_t count) {
        std::vector<std::uint8_t> result;
        for (std::size_t i = 0; i < count; ++i) {
            result.push_back(static_cast<std::uint8_t>(in.take(1)));
        }
        return result;
    };
    if (storage.encoding == IndexEncoding::Dense) {
        for (std::int64_t& weight : weights) {
            weight = code.take(in);
        }
    } else if (storage.encoding == IndexEncoding::BitMask) {
        const auto kept = flags(n * k);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            weights[i] = kept[i] != 0 ? code.take(in) : 0;
        }
    } else if (storage.encoding == IndexEncoding::Relative) {
        const std::uint64_t entries = in.take(32);
        std::size_t at = 0;
        for (std::uint64_t entry = 0; entry < entries; ++entry) {
            at += in.take(storage.indexBits);
            weights.at(at++) = code.take(in);
        }
    } else {
        const auto rows = flags(n);
        const auto columns = flags(k);
        for (std::size_t i = 0; i < n * k; ++i) {
            weights[i] = rows[i / k] != 0 && columns[i % k] != 0 ? code.take(in) : 0;
        }
    }
    CHECK(in.allRead());
    return weights;
}

}  // namespace

TEST_CASE("Bits counted are those of a stream that decodes to the weights: every encoding, quantiser and kind of mask")
{
    RandomStream random{41};
    for (int trial = 0; trial < 600; ++trial) {
        const auto n = static_cast<std::int64_t>(1 + random.below(9));
        const auto k = static_cast<std::int64_t>(1 + random.below(60));
        CompressedLayer layer = layerOf(n, k);
        const std::uint64_t density = 1 + random.below(30);
        for (auto* flags : {&layer.mask.rows, &layer.mask.columns}) {
            for (std::uint8_t& flag : *flags) {
                flag = random.below(4) != 0 ? 1 : 0;
            }
        }
        if (trial % 3 != 0) {
            layer.mask.elements.assign(static_cast<std::size_t>(n * k), 0);
            for (std::uint8_t& flag : layer.mask.elements) {
                flag = random.below(density) == 0 ? 1 : 0;
            }
        }
        if (trial % 7 == 0) {
            layer.mask = LayerMask::dense(n, k);
        }
        const auto kind = static_cast<std::size_t>(random.below(quantizers().size() + 1));
        if (kind < quantizers().size()) {
            const Quantizer& quantizer = *quantizers()[kind];
            const int most = std::min(9, quantizer.mostBits());
            const int bits = quantizer.leastBits() +
                             static_cast<int>(random.below(static_cast<std::uint64_t>(most - quantizer.leastBits() + 1)));
            layer.levels = quantizer.fit(bits, 0.1, {}, {});
            layer.levels->scale = 0.3F;
        }
        const std::vector<std::uint8_t> kept = layer.mask.expanded();
        std::vector<std::int64_t> weights(kept.size(), 0);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto levels = layer.levels ? layer.levels->set.magnitudes.size() : std::size_t{50};
            const auto magnitude = static_cast<std::int64_t>(1 + random.below(levels));
            const bool zero = layer.levels && layer.levels->hasZero() && random.below(3) == 0;
            weights[i] = kept[i] == 0 || zero ? 0 : random.below(2) == 0 ? magnitude : -magnitude;
        }
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        for (const auto& choice : kIndexEncodings) {
            for (const int indexBits : {0, 1, 3, 8}) {
                const LayerStorage storage = layerStorage(layer, {choice.value, indexBits});
                INFO("trial " << trial << ", " << choice.name << ", index bits " << indexBits);
                CHECK(storage.denseBits == 32 * n * k);
                CHECK(storage.kept == layer.mask.keptWeights());
                CHECK(storage.weightBits == storage.kept * (layer.levels ? layer.levels->set.bitsInMemory() : 32));
                CHECK(storage.indexBitsTotal >= 0);
                if (storage.kept == n * k) {
                    CHECK((storage.encoding == IndexEncoding::Dense && storage.indexBitsTotal == 0));
                } else if (choice.value != IndexEncoding::Smallest) {
                    CHECK(storage.encoding == choice.value);
                }
                Bits stream = encoded(layer, weights, storage);
                CHECK(static_cast<std::int64_t>(stream.size()) == storage.totalBits());
                CHECK(decoded(layer, stream, storage) == weights);
                least =
                    indexBits == 0 && choice.value != IndexEncoding::Smallest ? std::min(least, storage.totalBits()) : least;
            }
        }
        CHECK(layerStorage(layer, {}).totalBits() == least);
        std::int64_t best = std::numeric_limits<std::int64_t>::max();
        for (int bits = 1; bits <= kMostIndexBits; ++bits) {
            best = std::min(best, layerStorage(layer, {IndexEncoding::Relative, bits}).totalBits());
        }
        CHECK(layerStorage(layer, {IndexEncoding::Relative, 0}).totalBits() == best);
    }
}

TEST_CASE("Sizes by hand: EIE's example of filler zeros, and ratios with and without indices")
{
    // EIE, section III-A: [0,0,1,2,0 x 18,3] with 4-bit indices is v = [1,2,0,3], z = [2,0,15,2].
    CompressedLayer layer = layerOf(1, 23);
    layer.mask.elements.assign(23, 0);
    layer.mask.elements[2] = layer.mask.elements[3] = layer.mask.elements[22] = 1;
    LayerStorage storage = layerStorage(layer, {IndexEncoding::Relative, 4});
    CHECK(storage.entries == 4);
    CHECK(storage.weightBits == 3 * 32);
    CHECK(storage.indexBitsTotal == 4 * 4 + 32 + 32);
    // Four levels fill two bits: the filler zero makes every value three bits wide.
    layer.levels = LayerLevels{{{0.5F, 1.0F}, 2}, 1.0F};
    storage = layerStorage(layer, {IndexEncoding::Relative, 4});
    CHECK(storage.storedValueBits == 3);
    CHECK(storage.totalBits() == 4 * (4 + 3) + 32 + 32);
    CHECK(layerStorage(layer, {IndexEncoding::Relative, 5}).storedValueBits == 2);
    // Three magnitudes and zero fit three bits.
    layer.levels = LayerLevels{{{1.0F / 3.0F, 2.0F / 3.0F, 1.0F}, 3}, 1.0F};
    CHECK(layerStorage(layer, {IndexEncoding::Relative, 4}).storedValueBits == 3);

    CompressedNetwork network;
    network.layers = {layer, layerOf(4, 5)};
    const StorageReport report = storageOf(network, {IndexEncoding::BitMask, 0});
    REQUIRE(report.layers.size() == 2);
    CHECK(report.total.denseBits == 32 * 43);
    CHECK(report.total.weightBits == 9 + 640);
    CHECK(report.total.indexBitsTotal == 23);
    CHECK(report.total.scaleBits == 32);
    CHECK(report.ratioWithIndex() == Approx(32.0 * 43 / (649 + 23 + 32)));
    CHECK(report.ratioWithoutIndex() == Approx(32.0 * 43 / (649 + 32)));
}

TEST_CASE("Storage options out of range are refused; empty layers are counted")
{
    CHECK_THROWS_AS(layerStorage(layerOf(1, 1), {IndexEncoding::Relative, 25}), Error);
    CHECK_THROWS_AS(storageOf({}, {IndexEncoding::Relative, -1}), Error);
    CompressedNetwork network;
    network.layers = {layerOf(3, 4)};
    network.layers[0].mask.rows.assign(3, 0);
    const StorageReport report = storageOf(network);
    CHECK(report.total.totalBits() == 7);
    CHECK(std::isinf(report.ratioWithoutIndex()));
    CHECK(std::string(nameOf(report.layers[0].encoding)) == "structured");
}
