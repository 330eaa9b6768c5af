// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/sqlite.h"
#include "core/run/run_store.h"

#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace mho::detail {

/// Sets of float arrays in blocks of 4 MiB. Each owner ("network", "checkpoint", "result") has generations; a pointer,
/// written last, names the one that counts. Whatever a crash leaves of a generation without pointer is swept away by the
/// next write.
class TensorStore {
public:
    /// @param lock guards `database`; taken and released for each transaction of write(), so that edits go between
    TensorStore(Database& database, std::mutex& lock) : database_(database), lock_(lock) {}

    /// Writes a new generation that nobody sees yet, in transactions of about 4 MiB. Call without holding the lock; one
    /// writer at a time. Keeps the present generation and drops all others of this owner.
    std::int64_t write(std::string_view owner, const Checkpoint& set);

    // The rest: hold the lock.
    /// Makes a generation the present one; part of the caller's transaction.
    void publish(std::string_view owner, std::int64_t generation);
    /// No generation counts any more; part of the caller's transaction. The next write drops the blocks.
    void forget(std::string_view owner);
    /// The present generation; throws Error BadFormat when blocks are missing or sizes disagree, before memory is taken.
    std::optional<Checkpoint> read(std::string_view owner) const;

private:
    std::optional<std::int64_t> current(std::string_view owner) const;
    std::vector<float> readTensor(std::string_view owner, std::int64_t generation, std::int64_t position,
                                  const std::string& name, std::int64_t count) const;
    void sweep(std::string_view owner, std::int64_t keep);
    [[noreturn]] void failAt(const std::string& name) const;

    Database& database_;
    std::mutex& lock_;
};

}  // namespace mho::detail
