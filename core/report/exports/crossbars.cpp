// SPDX-License-Identifier: GPL-3.0-or-later
/// Conductances of all crossbars, as an NPZ file or a folder of CSV tables.
#include "core/base/whole_file.h"
#include "core/io/npy.h"
#include "core/report/exports/arrays.h"
#include "core/report/exports/formats.h"
#include "core/report/figure_value.h"

#include <fmt/format.h>

#include <iterator>

namespace mho::exports {
namespace {

void addLines(std::string& text, const ArrayPlace& place, const std::string& layer, const char* kind,
              const std::vector<std::int64_t>& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] >= 0) {
            text += fmt::format("{},{},{},{},{},{}\n", csvField(layer), place.address.rowBlock, place.address.columnBlock, kind, i, lines[i]);
        }
    }
}

}  // namespace

void writeCrossbarsNpz(const ExportRequest& request, const std::string& path)
{
    const ExportArrays arrays(request);
    std::vector<ArraySource> sources;
    std::string tile;
    for (const ArrayPlace& place : arrays.places()) {
        const Shape shape{request.hardware.crossbar.rows, request.hardware.crossbar.columns};
        if (place.tile != tile) {
            tile = place.tile;
            sources.push_back({tile + ".weight_column", ElementType::Int64, {shape[0]}, [&arrays, &place] {
                                   return bytesOf(std::span<const std::int64_t>(arrays.cells(place).weightColumn));
                               }});
            sources.push_back({tile + ".filter", ElementType::Int64, {shape[1]}, [&arrays, &place] {
                                   return bytesOf(std::span<const std::int64_t>(arrays.cells(place).filter));
                               }});
        }
        sources.push_back({place.key, ElementType::Float32, shape, [&arrays, &place] {
                               return bytesOf(std::span<const float>(arrays.cells(place).conductanceS));
                           }});
    }
    const std::vector<NpzText> texts{{"index.csv", arrays.indexCsv("")}, {"about.json", aboutJson(request, true)}};
    writeNpz(path, sources, texts);
}

void writeCrossbarsCsv(const ExportRequest& request, const std::string& path)
{
    const ExportArrays arrays(request);
    WholeFolder folder(path);
    std::string lines = "layer,row_block,column_block,line,position,index\n";
    std::string tile;
    for (const ArrayPlace& place : arrays.places()) {
        const CrossbarCells cells = arrays.cells(place);
        if (place.tile != tile) {
            tile = place.tile;
            const std::string& layer = request.network.layers[place.layer].layer.name;
            addLines(lines, place, layer, "word", cells.weightColumn);
            addLines(lines, place, layer, "bit", cells.filter);
        }
        std::string table;
        for (std::size_t i = 0; i < cells.conductanceS.size(); ++i) {
            const bool last = (i + 1) % static_cast<std::size_t>(cells.columns) == 0;
            fmt::format_to(std::back_inserter(table), "{}{}", cells.conductanceS[i], last ? '\n' : ',');
        }
        folder.write(place.file + ".csv", table);
    }
    folder.write("index.csv", arrays.indexCsv(".csv"));
    folder.write("lines.csv", lines);
    folder.write("about.json", aboutJson(request, true));
    folder.commit();
}

}  // namespace mho::exports
