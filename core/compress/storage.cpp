// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/storage.h"

#include "core/base/phrasing.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace mho {
namespace {

constexpr std::array<IndexEncoding, 4> kPlainEncodings{IndexEncoding::Dense, IndexEncoding::Relative, IndexEncoding::BitMask,
                                                       IndexEncoding::Structured};

class LayerCounter {
public:
    explicit LayerCounter(const CompressedLayer& layer) : mask_(layer.mask)
    {
        sizes_.name = layer.layer.name;
        sizes_.weights = layer.layer.weights();
        sizes_.kept = mask_.keptWeights();
        sizes_.valueBits = sizes_.storedValueBits = valueBitsWithZero_ = kFloatBits;
        if (layer.levels) {
            sizes_.valueBits = sizes_.storedValueBits = layer.levels->set.bitsInMemory();
            const std::int64_t codes = layer.levels->codes() + (layer.levels->hasZero() ? 0 : 1);
            valueBitsWithZero_ =
                std::max(sizes_.valueBits, static_cast<int>(std::bit_width(static_cast<std::uint64_t>(codes - 1))));
            sizes_.scaleBits = kFloatBits;
        }
        sizes_.denseBits = kFloatBits * sizes_.weights;
        sizes_.weightBits = sizes_.kept * sizes_.valueBits;
    }

    bool isPruned() const { return sizes_.kept < sizes_.weights; }

    LayerStorage stored(IndexEncoding encoding, int indexBits)
    {
        switch (encoding) {
            case IndexEncoding::Dense:
            case IndexEncoding::Smallest:
                break;
            case IndexEncoding::Relative:
                return relative(indexBits);
            case IndexEncoding::BitMask:
                return result(encoding, sizes_.kept, sizes_.weights);
            case IndexEncoding::Structured:
                return structured();
        }
        return result(IndexEncoding::Dense, sizes_.weights, 0);
    }

private:
    /// @param fields bits besides the values
    LayerStorage result(IndexEncoding encoding, std::int64_t entries, std::int64_t fields) const
    {
        LayerStorage storage = sizes_;
        storage.encoding = encoding;
        storage.entries = entries;
        storage.storedValueBits = entries > sizes_.kept ? valueBitsWithZero_ : sizes_.valueBits;
        storage.indexBitsTotal = entries * storage.storedValueBits + fields - storage.weightBits;
        return storage;
    }

    LayerStorage relative(int indexBits)
    {
        if (!counted_) {
            countFillers();
        }
        const auto at = [&](int bits) {
            const std::int64_t entries = sizes_.kept + fillers_[static_cast<std::size_t>(bits)];
            LayerStorage storage = result(IndexEncoding::Relative, entries, entries * bits + kEntryCountBits);
            storage.indexBits = bits;
            return storage;
        };
        if (indexBits > 0) {
            return at(indexBits);
        }
        LayerStorage best = at(1);
        for (int bits = 2; bits <= kMostIndexBits; ++bits) {
            const LayerStorage candidate = at(bits);
            best = candidate.totalBits() < best.totalBits() ? candidate : best;
        }
        return best;
    }

    /// A gap of g zeros before a kept weight takes floor(g / 2^p) entries more; zeros behind the last one take none.
    void countFillers()
    {
        const std::vector<std::uint8_t> kept = mask_.expanded();
        std::uint64_t gap = 0;
        for (const std::uint8_t flag : kept) {
            if (flag == 0) {
                ++gap;
                continue;
            }
            for (std::size_t bits = 1; bits <= kMostIndexBits && gap >> bits != 0; ++bits) {
                fillers_[bits] += static_cast<std::int64_t>(gap >> bits);
            }
            gap = 0;
        }
        counted_ = true;
    }

    /// Rows and columns that hold a kept weight, whichever part of the mask took the others away.
    LayerStorage structured() const
    {
        const std::size_t columns = mask_.columns.size();
        const std::vector<std::uint8_t> kept = mask_.expanded();
        std::vector<std::uint8_t> used(columns, 0);
        std::int64_t rows = 0;
        for (std::size_t row = 0; row < mask_.rows.size(); ++row) {
            std::uint8_t any = 0;
            for (std::size_t column = 0; column < columns; ++column) {
                any |= kept[row * columns + column];
                used[column] |= kept[row * columns + column];
            }
            rows += any;
        }
        const std::int64_t crossings = rows * std::count(used.begin(), used.end(), std::uint8_t{1});
        return result(IndexEncoding::Structured, crossings, static_cast<std::int64_t>(mask_.rows.size() + columns));
    }

    const LayerMask& mask_;
    LayerStorage sizes_;
    int valueBitsWithZero_ = 0;
    bool counted_ = false;
    std::array<std::int64_t, kMostIndexBits + 1> fillers_{};  ///< By p.
};

double ratio(std::int64_t dense, std::int64_t stored)
{
    return stored > 0 ? static_cast<double>(dense) / static_cast<double>(stored) : std::numeric_limits<double>::infinity();
}

LayerStorage counted(const CompressedLayer& layer, const StorageOptions& options)
{
    LayerCounter counter(layer);
    if (!counter.isPruned()) {
        return counter.stored(IndexEncoding::Dense, 0);
    }
    if (options.encoding != IndexEncoding::Smallest) {
        return counter.stored(options.encoding, options.indexBits);
    }
    LayerStorage best = counter.stored(kPlainEncodings.front(), options.indexBits);
    for (const IndexEncoding encoding : kPlainEncodings) {
        LayerStorage candidate = counter.stored(encoding, options.indexBits);
        if (candidate.totalBits() < best.totalBits()) {
            best = std::move(candidate);
        }
    }
    return best;
}

}  // namespace

const char* nameOf(IndexEncoding encoding)
{
    const auto* const found = std::find_if(kIndexEncodings.begin(), kIndexEncodings.end(),
                                           [&](const ChoiceName<IndexEncoding>& choice) { return choice.value == encoding; });
    return found->name;
}

std::vector<Problem> StorageOptions::validate() const
{
    std::vector<Problem> problems;
    if (indexBits < 0 || indexBits > kMostIndexBits) {
        problems.push_back({"storage.index_bits",
                            phrase(MHO_TEXT("%1 bits cannot be for a relative index; give 1 to %2, or 0 for each layer's best"),
                                   indexBits, kMostIndexBits)});
    }
    return problems;
}

double StorageReport::ratioWithIndex() const
{
    return ratio(total.denseBits, total.totalBits());
}

double StorageReport::ratioWithoutIndex() const
{
    return ratio(total.denseBits, total.weightBits + total.scaleBits);
}

LayerStorage layerStorage(const CompressedLayer& layer, const StorageOptions& options)
{
    throwIfProblems(options.validate(), "storage");
    return counted(layer, options);
}

StorageReport storageOf(const CompressedNetwork& network, const StorageOptions& options)
{
    throwIfProblems(options.validate(), "storage");
    StorageReport report;
    report.options = options;
    for (const CompressedLayer& layer : network.layers) {
        const LayerStorage storage = counted(layer, options);
        report.total.weights += storage.weights;
        report.total.kept += storage.kept;
        report.total.entries += storage.entries;
        report.total.denseBits += storage.denseBits;
        report.total.weightBits += storage.weightBits;
        report.total.indexBitsTotal += storage.indexBitsTotal;
        report.total.scaleBits += storage.scaleBits;
        report.layers.push_back(storage);
    }
    return report;
}

}  // namespace mho
