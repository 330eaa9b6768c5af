// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sqlite.h"

#include "core/base/error.h"

#include <fmt/format.h>

#include <cassert>
#include <cstring>

namespace mho::detail {
namespace {

constexpr int kMostBytesOfValue = 64 << 20;
constexpr int kWaitForOthersMs = 5000;
constexpr int kBasicCode = 0xFF;  // The low byte of an extended result code.

/// The path as a URI that says that the file does not change: SQLite then makes no files beside it.
std::string immutableUri(const std::string& path)
{
    std::string uri = path.starts_with('/') ? "file://" : "file:";
    for (const char letter : path) {
        const auto code = static_cast<unsigned char>(letter);
        // What ends a path in a URI, and the escape itself.
        uri += letter == '?' || letter == '#' || letter == '%' ? fmt::format("%{:02X}", code) : std::string(1, letter);
    }
    return uri + "?immutable=1";
}

}  // namespace

Database::Database(std::string path, Mode mode) : path_(std::move(path))
{
    const int access = mode == Mode::Look   ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                       : mode == Mode::Open ? SQLITE_OPEN_READWRITE
                                            : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const std::string name = mode == Mode::Look ? immutableUri(path_) : mode == Mode::StandIn ? ":memory:" : path_;
    const int code = sqlite3_open_v2(name.c_str(), &handle_, access | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    try {
        if (code != SQLITE_OK) {
            fail(code);
        }
        sqlite3_busy_timeout(handle_, kWaitForOthersMs);
        sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, kMostBytesOfValue);
        for (const auto& [option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                         {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                         {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                         {SQLITE_DBCONFIG_ENABLE_VIEW, 0}}) {
            sqlite3_db_config(handle_, option, on, nullptr);
        }
        if (mode != Mode::Look && sqlite3_db_readonly(handle_, "main") == 1) {
            fail(SQLITE_READONLY);
        }
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Database::~Database()
{
    sqlite3_close(handle_);
}

void Database::fail(int code) const
{
    // Where a file is opened for reading alone, nothing has failed yet.
    const bool told = handle_ != nullptr && sqlite3_errcode(handle_) != SQLITE_OK;
    std::string cause = told ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    if (const int system = handle_ == nullptr ? 0 : sqlite3_system_errno(handle_); system != 0) {
        cause += fmt::format(" ({})", std::strerror(system));  // NOLINT(concurrency-mt-unsafe): glibc's is thread-safe
    }
    const auto raise = [&](ErrorCode kind, const char* text) { throw Error(kind, text, {cause}, path_); };
    switch (code & kBasicCode) {
        case SQLITE_FULL:
            raise(ErrorCode::InputOutput, MHO_TEXT("There is no space left on the disk; free space and try again. The project "
                                                   "is as it was before this change"));
            break;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            raise(ErrorCode::InputOutput,
                  MHO_TEXT("The project may not be written (%1); copy it to a folder where you may write"));
            break;
        case SQLITE_CANTOPEN:
            raise(
                ErrorCode::InputOutput,
                MHO_TEXT("The project cannot be opened here (%1); check that the folder exists and that you may write in it"));
            break;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            raise(ErrorCode::InputOutput,
                  MHO_TEXT("Another program is writing to the project (%1); wait for it or close it, then try again"));
            break;
        case SQLITE_CORRUPT:
            raise(ErrorCode::BadFormat,
                  MHO_TEXT("The project file is damaged (%1); go back to a copy, or save what is left with "
                           "\"sqlite3 FILE .recover\""));
            break;
        case SQLITE_NOTADB:
            raise(ErrorCode::BadFormat, MHO_TEXT("This is not a Mho project (%1); choose a .mho file"));
            break;
        case SQLITE_ERROR:
        case SQLITE_SCHEMA:
        case SQLITE_TOOBIG:
            raise(ErrorCode::BadFormat,
                  MHO_TEXT("The project does not have the content that its format demands (%1); go back to a "
                           "copy"));
            break;
        default:
            raise(ErrorCode::InputOutput, MHO_TEXT("The project cannot be read or written: %1. Check the disk and try again"));
    }
    std::abort();  // raise() always throws
}

void Database::checkInPlace() const
{
    // SQLite would go on writing, to a file that nobody finds under this name any more.
    int moved = 0;
    if (sqlite3_file_control(handle_, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0) {
        throw Error(ErrorCode::InputOutput,
                    MHO_TEXT("The project file is not where it was opened: it was moved, deleted or replaced. Put it back, or save "
                             "the project under another name"),
                    {}, path_);
    }
}

void Database::execute(const char* sql)
{
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

std::int64_t Database::number(const char* sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.number(0) : 0;
}

std::string Database::text(const char* sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.text(0) : std::string();
}

Statement::Statement(Database& database, std::string_view sql) : database_(database)
{
    check(sqlite3_prepare_v2(database_.handle(), sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(statement_);
}

void Statement::check(int code)
{
    if (code != SQLITE_OK) {
        database_.fail(code);
    }
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    check(sqlite3_bind_int64(statement_, parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    check(sqlite3_bind_double(statement_, parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value)
{
    check(sqlite3_bind_text64(statement_, parameter, value.data() == nullptr ? "" : value.data(), value.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBytes(int parameter, std::span<const std::byte> bytes)
{
    check(sqlite3_bind_blob64(statement_, parameter, bytes.empty() ? reinterpret_cast<const std::byte*>("") : bytes.data(),
                              bytes.size(), SQLITE_STATIC));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        database_.fail(code);
    }
    return code == SQLITE_ROW;
}

void Statement::run()
{
    step();
    check(sqlite3_reset(statement_));
}

std::string Statement::text(int column) const
{
    const unsigned char* text = sqlite3_column_text(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
}

std::span<const std::byte> Statement::bytes(int column) const
{
    const void* data = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    return {static_cast<const std::byte*>(data), data == nullptr ? 0U : static_cast<std::size_t>(size)};
}

Transaction::Transaction(Database& database) : database_(database)
{
    database_.checkInPlace();
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // SQLite itself rolls back after some failures; then there is nothing left to do.
    if (sqlite3_get_autocommit(database_.handle()) == 0) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    database_.execute("COMMIT");
}

}  // namespace mho::detail
