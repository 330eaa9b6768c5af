// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"
#include "core/crossbar/spice_netlist.h"
#include "core/report/exports/arrays.h"
#include "core/report/exports/formats.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho::exports {

void writeSpice(const ExportRequest& request, const std::string& path)
{
    const ExportCircuit& wanted = request.circuit;
    if (request.layer.empty()) {
        throw Error(ErrorCode::InvalidArgument, MHO_TEXT("A netlist is of one crossbar; name its layer"));
    }
    const ExportArrays arrays(request);
    const auto place = std::find_if(arrays.places().begin(), arrays.places().end(), [&](const ArrayPlace& candidate) {
        const CrossbarAddress& a = candidate.address;
        return a.rowBlock == wanted.array.rowBlock && a.columnBlock == wanted.array.columnBlock && a.slice == wanted.array.slice &&
               a.sign == wanted.array.sign;
    });
    if (place == arrays.places().end()) {
        const CrossbarAddress& last = arrays.places().back().address;
        throw Error(ErrorCode::InvalidArgument,
                    MHO_TEXT("There is no crossbar %1 (row block, column block, slice, sign); the last one is %2"),
                    {fmt::format("{},{},{},{}", wanted.array.rowBlock, wanted.array.columnBlock, wanted.array.slice, wanted.array.sign),
                     fmt::format("{},{},{},{}", last.rowBlock, last.columnBlock, last.slice, last.sign)},
                    request.layer);
    }
    const CrossbarCells cells = arrays.cells(*place);
    CrossbarCircuit circuit;
    circuit.rows = cells.rows;
    circuit.columns = cells.columns;
    circuit.conductancesS.assign(cells.conductanceS.begin(), cells.conductanceS.end());
    circuit.wordLineOhm = wanted.wordLineOhm;
    circuit.bitLineOhm = wanted.bitLineOhm;
    circuit.sourceOhm = wanted.sourceOhm;
    circuit.sinkOhm = wanted.sinkOhm;
    std::vector<double> voltages = wanted.voltagesV;
    if (voltages.empty()) {
        for (const std::int64_t column : cells.weightColumn) {
            voltages.push_back(column >= 0 ? request.hardware.device.readVoltageV : 0.0);
        }
    }
    writeFileWhole(path, spiceNetlist(circuit, voltages, fmt::format("{} of {}, by Mho", place->key, request.network.network->name())));
}

}  // namespace mho::exports
