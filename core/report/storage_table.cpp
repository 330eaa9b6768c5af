// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/storage_table.h"

#include "core/base/units.h"

#include <fmt/format.h>

namespace mho {
namespace {

std::string ratioText(std::int64_t dense, std::int64_t stored)
{
    return stored > 0 ? fmt::format("{:.2f}x", static_cast<double>(dense) / static_cast<double>(stored)) : std::string("-");
}

std::string encodingText(const LayerStorage& storage)
{
    const std::string name = nameOf(storage.encoding);
    return storage.encoding == IndexEncoding::Relative ? fmt::format("{}, {} bits", name, storage.indexBits) : name;
}

std::vector<std::string> row(const std::string& name, const std::string& encoding, const std::string& bits,
                             const LayerStorage& storage)
{
    return {name,
            encoding,
            countText(storage.kept),
            bits,
            countText(storage.denseBits),
            countText(storage.weightBits + storage.scaleBits),
            countText(storage.indexBitsTotal),
            ratioText(storage.denseBits, storage.weightBits + storage.scaleBits),
            ratioText(storage.denseBits, storage.totalBits())};
}

}  // namespace

Table storageTable(const StorageReport& report)
{
    Table table;
    table.columns = {{"Layer", Align::Left},       {"Index", Align::Left},          {"Weights kept", Align::Right},
                     {"Bits each", Align::Right},  {"Dense bits", Align::Right},    {"Weight bits", Align::Right},
                     {"Index bits", Align::Right}, {"Without index", Align::Right}, {"With index", Align::Right}};
    for (const LayerStorage& storage : report.layers) {
        table.rows.push_back(row(storage.name, encodingText(storage), fmt::format("{}", storage.valueBits), storage));
    }
    table.rows.push_back(row("Total", "", "", report.total));
    table.lastRowIsTotal = true;
    return table;
}

}  // namespace mho
