// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exports/arrays.h"

#include "core/base/whole_file.h"
#include "core/crossbar/layer_blocks.h"
#include "core/report/exports/formats.h"
#include "core/report/figure_value.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::exports {
namespace {

std::int64_t linesInUse(const std::vector<std::int64_t>& lines)
{
    return std::count_if(lines.begin(), lines.end(), [](std::int64_t line) { return line >= 0; });
}

}  // namespace

ExportArrays::ExportArrays(const ExportRequest& request)
    : request_(request), mapped_(mapNetwork(request.network, request.hardware)), held_(request.network.layers.size())
{
    const std::vector<CompressedLayer>& layers = request.network.layers;
    if (!request.layer.empty() && std::none_of(layers.begin(), layers.end(), [&](const CompressedLayer& layer) {
            return layer.layer.name == request.layer;
        })) {
        throw Error(ErrorCode::NotFound, MHO_TEXT("The network has no layer of weights of this name"), {}, request.layer);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string& name = layers[i].layer.name;
        if (!request.layer.empty() && name != request.layer) {
            continue;
        }
        const MappedLayer& mapped = mapped_.layers[i];
        const LayerBlocks blocks(layers[i], request.hardware, deadColumnsOf(request.network, i, request.hardware));
        for (std::int64_t tile = 0; tile < mapped.rowBlocks * mapped.columnBlocks; ++tile) {
            const std::int64_t row = tile / mapped.columnBlocks;
            const std::int64_t column = tile % mapped.columnBlocks;
            const LayerBlocks::Block block = blocks.at(row, column);
            if (block.columns.empty() || block.filters.empty()) {
                continue;  // narrower blocks lack the last tiles of the grid
            }
            for (int array = 0; array < mapped.sliceArrays * mapped.signArrays; ++array) {
                ArrayPlace place;
                place.layer = i;
                place.address = {row, column, array / mapped.signArrays, array % mapped.signArrays};
                const std::string tail = fmt::format(".r{}.c{}", row, column);
                const std::string which = fmt::format(".slice{}.sign{}", place.address.slice, place.address.sign);
                place.tile = name + tail;
                place.key = place.tile + which;
                place.file = fmt::format("{:03}_{}{}{}", i + 1, fileNameOf(name), tail, which);
                place.slice =
                    mapped.slices > 1 && mapped.sliceArrays == 1 ? std::string("all") : fmt::format("{}", place.address.slice);
                place.sign = mapped.signArrays == 1 ? "both" : place.address.sign == 0 ? "positive" : "negative";
                places_.push_back(std::move(place));
            }
        }
    }
}

CrossbarCells ExportArrays::cells(const ArrayPlace& place) const
{
    if (!heldCells_ || held_ != place.layer) {
        heldCells_ = std::make_unique<LayerCells>(request_.network, place.layer, request_.hardware);
        held_ = place.layer;
    }
    return heldCells_->at(place.address);
}

std::string ExportArrays::indexCsv(const std::string& fileEnding) const
{
    std::string text = fileEnding.empty() ? "key" : "file";
    text += ",layer,row_block,column_block,slice,sign,rows,columns,word_lines_used,bit_lines_used,cell_bits,slices,weight_bits,copies\n";
    for (const ArrayPlace& place : places_) {
        const MappedLayer& mapped = mapped_.layers[place.layer];
        const CrossbarCells array = cells(place);
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                            csvField(fileEnding.empty() ? place.key : place.file + fileEnding), csvField(mapped.name),
                            place.address.rowBlock, place.address.columnBlock, place.slice, place.sign, array.rows, array.columns,
                            linesInUse(array.weightColumn), linesInUse(array.filter), request_.hardware.device.cellBits, mapped.slices,
                            mapped.weightBits, mapped.copies);
    }
    return text;
}

}  // namespace mho::exports
