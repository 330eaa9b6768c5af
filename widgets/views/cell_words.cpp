// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/cell_words.h"

#include "widgets/bridge/layer_detail.h"
#include "widgets/bridge/quantity_text.h"

#include <QCoreApplication>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("NetworkPicture", text);
}

}  // namespace

QString bitLineText(const CellMeaning& meaning, std::int64_t cells)
{
    return words(QT_TRANSLATE_NOOP("NetworkPicture", "cells a read: %1, ADC: %2 bit"))
        .arg(cells)
        .arg(meaning.adcBits[static_cast<std::size_t>(cells)]);
}

QStringList cellWords(const PreviewResult& preview, std::size_t layer, const ArrayCells& cells, const CellMeaning& meaning,
                      std::int64_t row, std::int64_t column)
{
    const std::int64_t weightColumn = cells.weightColumn[static_cast<std::size_t>(row)];
    const std::int64_t filter = cells.filter[static_cast<std::size_t>(column)];
    if (weightColumn < 0 || filter < 0) {
        return {words(QT_TRANSLATE_NOOP("NetworkPicture", "unused line"))};
    }
    QStringList parts;
    parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "filter %1, weight column %2")).arg(filter).arg(weightColumn));
    const std::uint16_t code = cells.codeAt(row, column);
    if (preview.usesWeights) {
        const float weight = weightAt(preview.compressed, layer, filter, weightColumn);
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "weight %1")).arg(shortText(static_cast<double>(weight), 4)));
    }
    if (code == 0) {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "not programmed")));
    } else if (meaning.conductancesS.empty()) {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "programmed")));
    } else {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "level %1")).arg(code - 1));
        parts.append(QStringLiteral("%1 µS").arg(fixedText(1e6 * static_cast<double>(meaning.conductancesS[code - 1U]), 3)));
    }
    parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "bit line %1"))
                     .arg(bitLineText(meaning, cells.bitLineCells[static_cast<std::size_t>(column)])));
    return parts;
}

QString cellDropText(double percent)
{
    return words(QT_TRANSLATE_NOOP("NetworkPicture", "wires take %1 % of the voltage")).arg(fixedText(percent, 3));
}

}  // namespace mho
