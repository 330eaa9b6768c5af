// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/mask_maps.h"

#include "widgets/bridge/array_cells.h"
#include "widgets/bridge/layer_detail.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/figure_menu.h"
#include "widgets/views/network_labels.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("MaskView", text);
}

/// The weights of the map as a matrix, pruned ones NaN.
std::vector<float> shownWeights(const PreviewResult& preview, std::size_t layer, const MaskMapOptions& options)
{
    const CompressedLayer& compressed = preview.compressed.layers[layer];
    const auto count = static_cast<std::size_t>(compressed.layer.weights());
    std::vector<float> weights(count, 1.0F);
    if (options.values && options.dense) {
        const auto values = preview.compressed.network->nodes()[compressed.layer.node].parameter("weight")->values();
        weights.assign(values.begin(), values.end());
    } else if (options.values) {
        weights = preview.compressed.weights(layer);
    }
    if (!options.dense) {
        const std::vector<std::uint8_t> kept = compressed.mask.expanded();
        for (std::size_t i = 0; i < count; ++i) {
            weights[i] = kept[i] != 0 ? weights[i] : std::numeric_limits<float>::quiet_NaN();
        }
    }
    return weights;
}

/// Those that the array holds; NaN for all others.
std::vector<float> onlyOn(const ArrayCells& array, std::int64_t columns, const std::vector<float>& weights)
{
    std::vector<float> held(weights.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t row = 0; row < array.weightColumn.size(); ++row) {
        for (std::size_t column = 0; column < array.filter.size(); ++column) {
            if (array.codeAt(static_cast<std::int64_t>(row), static_cast<std::int64_t>(column)) != 0) {
                const auto at = static_cast<std::size_t>(array.filter[column] * columns + array.weightColumn[row]);
                held[at] = weights[at];
            }
        }
    }
    return held;
}

/// Largest magnitude of the layer before compression, so that both halves of a comparison have one scale.
double largestWeight(const PreviewResult& preview, std::size_t layer)
{
    const auto values =
        preview.compressed.network->nodes()[preview.compressed.layers[layer].layer.node].parameter("weight")->values();
    double largest = 0.0;
    for (const float value : values) {
        largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
    return largest > 0.0 ? largest : 1.0;
}

}  // namespace

HeatMapCell weightOfCell(const WeightLayer& layer, MaskForm form, const HeatMapCell& cell)
{
    if (form == MaskForm::WeightMatrix) {
        return cell;
    }
    const std::int64_t high = layer.kernel.h;
    const std::int64_t wide = layer.kernel.w;
    return {cell.row / high, (cell.column / wide * high + cell.row % high) * wide + cell.column % wide};
}

HeatMap maskMap(const std::shared_ptr<const PreviewResult>& shown, std::size_t layer, const MaskMapOptions& options)
{
    const PreviewResult& preview = *shown;
    const WeightLayer& shape = preview.compressed.layers[layer].layer;
    const QString name = options.crossbar ? crossbarName(preview.mapped.layers[layer], *options.crossbar) : toQString(shape.name);
    HeatMap map;
    if (options.form == MaskForm::WeightMatrix && !options.values && !options.dense && !options.crossbar) {
        map.command = planFigure(QStringLiteral("mask"), toQString(shape.name));
    }
    map.title = options.values ? words(QT_TRANSLATE_NOOP("MaskView", "%1: weights")).arg(name)
                               : words(QT_TRANSLATE_NOOP("MaskView", "%1: kept weights")).arg(name);
    map.rowLabel = words(QT_TRANSLATE_NOOP("MaskView", "filter"));
    map.emptyLabel = options.crossbar ? words(QT_TRANSLATE_NOOP("MaskView", "pruned or elsewhere")) : words(QT_TRANSLATE_NOOP("MaskView", "pruned"));
    map.oneClass = !options.values;
    map.colours = options.colours;
    map.valueLabel =
        options.values ? words(QT_TRANSLATE_NOOP("MaskView", "weight")) : words(QT_TRANSLATE_NOOP("MaskView", "kept"));
    if (options.values) {
        map.colours = ColourMap::BlueRed;
        map.high = largestWeight(preview, layer);
        map.low = -map.high;
    }
    std::vector<float> weights = shownWeights(preview, layer, options);
    if (options.crossbar) {
        weights = onlyOn(LayerContent(shown, layer).array(*options.crossbar), shape.columns, weights);
    }
    if (options.form == MaskForm::WeightMatrix) {
        map.columnLabel = words(QT_TRANSLATE_NOOP("MaskView", "column of the weight matrix (channel, kernel position)"));
        map.rows = shape.filters;
        map.columns = shape.columns;
        map.longestCell = 24.0;
        map.values = std::move(weights);
        return map;
    }
    map.columnLabel = shape.groups > 1 ? words(QT_TRANSLATE_NOOP("MaskView", "input channel of the group"))
                                       : words(QT_TRANSLATE_NOOP("MaskView", "input channel"));
    map.tileRows = shape.kernel.h;
    map.tileColumns = shape.kernel.w;
    map.rows = shape.filters * map.tileRows;
    map.columns = shape.channels * map.tileColumns;
    map.longestCell = 4.0;
    map.values.resize(weights.size());
    std::size_t i = 0;
    for (std::int64_t filter = 0; filter < shape.filters; ++filter) {
        for (std::int64_t channel = 0; channel < shape.channels; ++channel) {
            for (std::int64_t y = 0; y < map.tileRows; ++y) {
                for (std::int64_t x = 0; x < map.tileColumns; ++x, ++i) {
                    map.values[static_cast<std::size_t>((filter * map.tileRows + y) * map.columns + channel * map.tileColumns +
                                                        x)] = weights[i];
                }
            }
        }
    }
    return map;
}

QString maskReadout(const PreviewResult& preview, std::size_t layer, MaskForm form, const HeatMapCell& cell)
{
    const CompressedLayer& compressed = preview.compressed.layers[layer];
    const WeightLayer& shape = compressed.layer;
    const HeatMapCell weight = weightOfCell(shape, form, cell);
    const std::int64_t position = weight.column % shape.kernelPositions();
    QStringList parts{words(QT_TRANSLATE_NOOP("MaskView", "filter %1, channel %2"))
                          .arg(weight.row)
                          .arg(weight.column / shape.kernelPositions())};
    if (shape.kernelPositions() > 1) {
        parts.append(words(QT_TRANSLATE_NOOP("MaskView", "kernel row %1, column %2"))
                         .arg(position / shape.kernel.w)
                         .arg(position % shape.kernel.w));
    }
    parts.append(words(QT_TRANSLATE_NOOP("MaskView", "weight column %1")).arg(weight.column));
    const bool kept = compressed.mask.kept(weight.row, weight.column);
    parts.append(kept ? words(QT_TRANSLATE_NOOP("MaskView", "kept")) : words(QT_TRANSLATE_NOOP("MaskView", "pruned")));
    if (!preview.usesWeights) {
        return parts.join(QStringLiteral(" · "));
    }
    const auto values = preview.compressed.network->nodes()[shape.node].parameter("weight")->values();
    const float before = values[static_cast<std::size_t>(weight.row * shape.columns + weight.column)];
    if (kept) {
        parts.append(
            words(QT_TRANSLATE_NOOP("MaskView", "weight %1"))
                .arg(shortText(static_cast<double>(weightAt(preview.compressed, layer, weight.row, weight.column)), 4)));
        if (compressed.levels) {
            parts.append(words(QT_TRANSLATE_NOOP("MaskView", "level %1")).arg(compressed.levels->code(before)));
        }
    }
    parts.append(words(QT_TRANSLATE_NOOP("MaskView", "before %1")).arg(shortText(static_cast<double>(before), 4)));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace mho
