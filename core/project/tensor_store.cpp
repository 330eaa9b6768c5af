// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/tensor_store.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace mho::detail {
namespace {

static_assert(std::endian::native == std::endian::little, "blocks hold little-endian float32 as memory does");

constexpr std::size_t kBlockBytes = std::size_t{4} << 20U;
constexpr std::size_t kBlockValues = kBlockBytes / sizeof(float);

}  // namespace

std::optional<std::int64_t> TensorStore::current(std::string_view owner) const
{
    Statement statement(database_, "SELECT generation FROM current_set WHERE owner = ?");
    if (!statement.bind(1, owner).step()) {
        return std::nullopt;
    }
    return statement.number(0);
}

void TensorStore::sweep(std::string_view owner, std::int64_t keep)
{
    // Some rows at a time, so that nobody waits long for the lock.
    for (const auto& [table, rows] : {std::pair{"tensor_block", 16}, {"tensor", 10'000}, {"tensor_set", 10'000}}) {
        for (bool more = true; more;) {
            const std::lock_guard guard(lock_);
            Transaction transaction(database_);
            Statement(database_, fmt::format("DELETE FROM {0} WHERE rowid IN (SELECT rowid FROM {0} WHERE owner = ? AND "
                                             "generation <> ? LIMIT {1})",
                                             table, rows))
                .bind(1, owner)
                .bind(2, keep)
                .run();
            more = sqlite3_changes(database_.handle()) > 0;
            transaction.commit();
        }
    }
}

std::int64_t TensorStore::write(std::string_view owner, const Checkpoint& set)
{
    std::int64_t keep = 0;
    {
        const std::lock_guard guard(lock_);
        keep = current(owner).value_or(0);
    }
    sweep(owner, keep);
    const std::int64_t generation = keep + 1;

    struct Block {
        std::size_t tensor;
        std::size_t part;
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < set.arrays.size(); ++i) {
        const std::size_t parts = (set.arrays[i].values.size() + kBlockValues - 1) / kBlockValues;
        for (std::size_t part = 0; part < std::max<std::size_t>(parts, 1); ++part) {
            blocks.push_back({i, part});
        }
    }
    std::size_t next = 0;
    while (next < blocks.size()) {
        const std::lock_guard guard(lock_);
        Transaction transaction(database_);
        Statement tensor(database_, "INSERT INTO tensor(owner, generation, position, name, count) VALUES(?, ?, ?, ?, ?)");
        Statement block(database_, "INSERT INTO tensor_block(owner, generation, position, part, data) VALUES(?, ?, ?, ?, ?)");
        for (std::size_t bytes = 0; next < blocks.size() && bytes < kBlockBytes; ++next) {
            const auto [index, part] = blocks[next];
            const Checkpoint::Array& array = set.arrays[index];
            const auto position = static_cast<std::int64_t>(index);
            if (part == 0) {
                const auto count = static_cast<std::int64_t>(array.values.size());
                tensor.bind(1, owner).bind(2, generation).bind(3, position).bind(4, array.name).bind(5, count).run();
            }
            const std::size_t first = part * kBlockValues;
            const std::size_t count = std::min(kBlockValues, array.values.size() - first);
            const auto data = std::as_bytes(array.values.span().subspan(first, count));
            block.bind(1, owner).bind(2, generation).bind(3, position).bind(4, static_cast<std::int64_t>(part));
            block.bindBytes(5, data).run();
            bytes += data.size();
        }
        transaction.commit();
    }
    const std::lock_guard guard(lock_);
    Transaction transaction(database_);
    Statement(database_, "INSERT INTO tensor_set(owner, generation, state) VALUES(?, ?, ?)")
        .bind(1, owner)
        .bind(2, generation)
        .bind(3, set.stateJson)
        .run();
    transaction.commit();
    return generation;
}

void TensorStore::publish(std::string_view owner, std::int64_t generation)
{
    Statement(database_, "INSERT OR REPLACE INTO current_set(owner, generation) VALUES(?, ?)")
        .bind(1, owner)
        .bind(2, generation)
        .run();
}

void TensorStore::forget(std::string_view owner)
{
    Statement(database_, "DELETE FROM current_set WHERE owner = ?").bind(1, owner).run();
}

std::optional<Checkpoint> TensorStore::read(std::string_view owner) const
{
    const std::optional<std::int64_t> generation = current(owner);
    if (!generation) {
        return std::nullopt;
    }
    Checkpoint result;
    Statement state(database_, "SELECT state FROM tensor_set WHERE owner = ? AND generation = ?");
    if (!state.bind(1, owner).bind(2, *generation).step()) {
        failAt(std::string(owner));
    }
    result.stateJson = state.text(0);
    Statement tensors(database_,
                      "SELECT position, name, count FROM tensor WHERE owner = ? AND generation = ? ORDER BY position");
    tensors.bind(1, owner).bind(2, *generation);
    for (std::int64_t position = 0; tensors.step(); ++position) {
        const std::string name = tensors.text(1);
        if (tensors.number(0) != position) {
            failAt(name);
        }
        result.arrays.push_back({name, readTensor(owner, *generation, position, name, tensors.number(2))});
    }
    return result;
}

std::vector<float> TensorStore::readTensor(std::string_view owner, std::int64_t generation, std::int64_t position,
                                           const std::string& name, std::int64_t count) const
{
    // length() of a blob reads its header only.
    Statement sizes(database_,
                    "SELECT count(*), max(part), coalesce(sum(length(data)), 0) FROM tensor_block "
                    "WHERE owner = ? AND generation = ? AND position = ? AND typeof(data) = 'blob'");
    sizes.bind(1, owner).bind(2, generation).bind(3, position).step();
    const std::int64_t present = sizes.number(2);
    if (sizes.number(0) != sizes.number(1) + 1 || count < 0 || present % static_cast<std::int64_t>(sizeof(float)) != 0 ||
        present / static_cast<std::int64_t>(sizeof(float)) != count) {
        failAt(name);
    }
    std::vector<float> values(static_cast<std::size_t>(count));
    const std::span<std::byte> target = std::as_writable_bytes(std::span(values));
    Statement blocks(database_,
                     "SELECT data FROM tensor_block WHERE owner = ? AND generation = ? AND position = ? ORDER BY part");
    blocks.bind(1, owner).bind(2, generation).bind(3, position);
    std::size_t filled = 0;
    while (blocks.step()) {
        const std::span<const std::byte> data = blocks.bytes(0);
        if (data.size() > target.size() - filled) {
            failAt(name);
        }
        std::copy(data.begin(), data.end(), target.begin() + static_cast<std::ptrdiff_t>(filled));
        filled += data.size();
    }
    if (filled != target.size()) {
        failAt(name);
    }
    return values;
}

void TensorStore::failAt(const std::string& name) const
{
    throw Error(ErrorCode::BadFormat,
                MHO_TEXT("The project file is damaged: the array \"%1\" is not complete; go back to a copy, or run again"),
                {name}, database_.path());
}

}  // namespace mho::detail
