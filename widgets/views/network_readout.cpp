// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/network_readout.h"

#include "core/base/units.h"
#include "widgets/bridge/quantity_text.h"
#include "widgets/bridge/text.h"
#include "widgets/views/cell_words.h"
#include "widgets/views/network_labels.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace mho {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("NetworkPicture", text);
}

QStringList aboutArray(const LayerSurvey& survey, const ArraySummary& summary, std::int64_t cellsOfArray)
{
    if (!summary.exists) {
        return {words(QT_TRANSLATE_NOOP("NetworkPicture", "no crossbar here"))};
    }
    QStringList parts;
    parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "%1 of %2 cells programmed (%3 %)"))
                     .arg(toQString(countText(summary.programmed)), toQString(countText(cellsOfArray)))
                     .arg(fixedText(100.0 * summary.programmed / static_cast<double>(cellsOfArray), 1)));
    if (summary.programmed > 0 && !survey.conductancesS.empty()) {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "mean %1 µS"))
                         .arg(fixedText(1e6 * static_cast<double>(summary.meanConductanceS), 3)));
    }
    parts.append(
        words(QT_TRANSLATE_NOOP("NetworkPicture", "fullest bit line %1")).arg(bitLineText({survey.conductancesS, survey.adcBits}, summary.means.bitLineCells)));
    return parts;
}

/// Empty for a cell, or an array of cells, that is not programmed.
QString dropText(const WireDropStore::Reader& reader, const PreviewResult& preview, const FloorPlace& place, std::int64_t index,
                 bool cell)
{
    const LayerDrops& layer = reader.layer(place.layer);
    const ArrayDrop& array = layer.arrays[static_cast<std::size_t>(index)];
    const bool solved = layer.current && array.state == ArrayDrop::State::Solved;
    if (layer.current && array.state == ArrayDrop::State::Failed) {
        return reader.failure();
    }
    if (solved && std::isnan(array.worst)) {
        return {};
    }
    const auto cells = cell ? reader.cells(place.layer, index) : nullptr;
    if (!solved || (cell && !cells)) {
        return words(QT_TRANSLATE_NOOP("NetworkPicture", "wire drop not solved yet"));
    }
    if (!cell) {
        return words(QT_TRANSLATE_NOOP("NetworkPicture", "wires take at most %1 % of the voltage"))
            .arg(fixedText(static_cast<double>(array.worst), 3));
    }
    const auto at = static_cast<std::size_t>(place.row * preview.mapped.hardware.crossbar.columns + place.column);
    const float drop = (*cells)[at];
    return std::isnan(drop) ? QString() : cellDropText(static_cast<double>(drop));
}

}  // namespace

QString networkReadout(const NetworkSide& side, const FloorPlace& place, bool cell, bool wireDrop)
{
    const PreviewResult& preview = *side.preview;
    const MappedLayer& mapped = preview.mapped.layers[static_cast<std::size_t>(place.layer)];
    const CrossbarStore::Reader reader(side.store);
    const LayerSurvey& survey = reader.layer(place.layer);
    QStringList parts{crossbarName(mapped, place.address)};
    if (!survey.shape.holds(place.address)) {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "no crossbar here")));
        return parts.join(QStringLiteral(" · "));
    }
    if (cell) {
        parts.append(words(QT_TRANSLATE_NOOP("NetworkPicture", "word line %1, bit line %2")).arg(place.row).arg(place.column));
    }
    const std::int64_t index = survey.shape.indexOf(place.address);
    const ArraySummary& summary = survey.arrays[static_cast<std::size_t>(index)];
    const auto cells = reader.cells(place.layer, index);
    // What the colours tell comes first: a long line may be cut.
    const bool used = !cells || !cell || cells->codeAt(place.row, place.column) != 0;
    if (wireDrop && used && (summary.exists || !summary.known)) {
        const WireDropStore::Reader drops(side.drops);
        if (const QString text = dropText(drops, preview, place, index, cell); !text.isEmpty()) {
            parts.append(text);
        }
    }
    if (!survey.current || !summary.known || (cell && summary.exists && !cells)) {
        parts.append(QStringLiteral("…"));
    } else if (cell && summary.exists) {
        parts += cellWords(preview, static_cast<std::size_t>(place.layer), *cells, {survey.conductancesS, survey.adcBits}, place.row,
                           place.column);
    } else {
        const CrossbarOptions& crossbar = preview.mapped.hardware.crossbar;
        parts += aboutArray(survey, summary, crossbar.rows * crossbar.columns);
    }
    return parts.join(QStringLiteral(" · "));
}

}  // namespace mho
