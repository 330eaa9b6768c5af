// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

/// A thin owner of SQLite's C interface. For .cpp files of this room only.
namespace mho::detail {

/// One connection. Everything that fails throws Error with the path, the cause and what to do: BadFormat for damaged or
/// foreign files, InputOutput otherwise.
class Database {
public:
    enum class Mode {
        Open,
        Create,
        Look,    ///< For reading only, without locks and without files beside it; as if nobody else wrote to it.
        StandIn  ///< An empty database in memory in the place of the file, which is not touched.
    };

    /// Opens for reading and writing, or to look, without trust in the file: defensive, no views or triggers, values of at most
    /// 64 MiB.
    Database(std::string path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs statements that give no rows anybody wants.
    void execute(const char* sql);
    /// The first value of the first row as a number, or text; the statement must give a row.
    std::int64_t number(const char* sql);
    std::string text(const char* sql);

    sqlite3* handle() const { return handle_; }
    const std::string& path() const { return path_; }
    [[noreturn]] void fail(int code) const;
    /// Throws Error InputOutput when the file of path() is not the one that was opened: moved, deleted or replaced by another.
    void checkInPlace() const;

private:
    sqlite3* handle_ = nullptr;
    std::string path_;
};

/// A prepared statement; parameters and columns count from 1 and 0 as in SQLite.
class Statement {
public:
    Statement(Database& database, std::string_view sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view value);
    /// The bytes must live until the statement has run.
    Statement& bindBytes(int parameter, std::span<const std::byte> bytes);

    /// True when there is a row.
    bool step();
    /// Runs a statement without rows and makes it ready for new values.
    void run();

    std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    double real(int column) const { return sqlite3_column_double(statement_, column); }
    std::string text(int column) const;
    std::span<const std::byte> bytes(int column) const;

private:
    void check(int code);

    Database& database_;
    sqlite3_stmt* statement_ = nullptr;
};

/// All or nothing: rolled back unless commit() returned. Is for writing, so the file must be in its place.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
};

}  // namespace mho::detail
