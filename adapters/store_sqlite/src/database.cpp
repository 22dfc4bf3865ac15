#include "database.hpp"

#include <array>
#include <cerrno>
#include <cstring>

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;

/// A connection is one thread's, so that SQLite need not lock it for every column.
constexpr int common_flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;

bool no_room(int os_error) { return os_error == ENOSPC || os_error == EDQUOT || os_error == EFBIG; }

bool no_right(int os_error) { return os_error == EACCES || os_error == EPERM || os_error == EROFS; }

ErrorCode code_of(int result, int os_error) {
  switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return ErrorCode::store_busy;
    case SQLITE_FULL: return ErrorCode::store_full;
    case SQLITE_READONLY:
    case SQLITE_PERM: return ErrorCode::store_readonly;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      if (no_room(os_error)) return ErrorCode::store_full;
      if (no_right(os_error)) return ErrorCode::store_readonly;
      return ErrorCode::store_broken;
    default: return ErrorCode::store_broken;
  }
}

std::string what_of(ErrorCode code, int result, int os_error) {
  switch (code) {
    case ErrorCode::store_busy: return "another program is using it";
    case ErrorCode::store_full: return "no room is left on its disk";
    case ErrorCode::store_readonly: return "it may be read but not written";
    default: break;
  }
  const int kind = result & 0xFF;
  const bool unsound = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB;
  std::string what = unsound ? "not a sound log: " : "";
  what += sqlite3_errstr(kind);
  what += " (" + std::to_string(result);
  if (os_error != 0 && kind == SQLITE_IOERR) what += ", error " + std::to_string(os_error);
  return what + ")";
}

std::string meaning_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::store_busy: return "nothing was changed; try again when it is done";
    case ErrorCode::store_full: return "nothing was changed; make room and try again";
    case ErrorCode::store_readonly:
      return "nothing was changed; the file and its folder must be yours to write";
    default: return "what was kept before stands; whether this was kept is not certain";
  }
}

Failure failure(const std::string& file, int result, int os_error) {
  const ErrorCode code = code_of(result, os_error);
  const int kind = result & 0xFF;
  return {
      .error = base::fail(code, file, what_of(code, result, os_error), meaning_of(code)).error(),
      .damaged = kind == SQLITE_CORRUPT || kind == SQLITE_NOTADB,
      .disk = kind == SQLITE_IOERR,
      .result = result};
}

int last_error_of(sqlite3_file* file) {
  int found = 0;
  if (file != nullptr && file->pMethods != nullptr) {
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &found);
  }
  return found;
}

// The system's reason for a failed write. What SQLite keeps of it for the connection may be that of
// something it did after; each file remembers its own.
int system_error(sqlite3* connection, int result) {
  const int kept = sqlite3_system_errno(connection);
  const bool write = result == SQLITE_IOERR_WRITE || result == SQLITE_IOERR_TRUNCATE ||
                     result == SQLITE_IOERR_SHMSIZE;
  if (!write || no_room(kept)) return kept;
  for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection, "main", which, &file);
    const int error = last_error_of(file);
    if (no_room(error)) return error;
  }
  return kept;
}

Outcome<void> checked(sqlite3* connection, int result) {
  if (result == SQLITE_OK) return {};
  return failure_of(connection, result);
}

}  // namespace

std::unexpected<Failure> failure_of(sqlite3* connection, int result) {
  const char* file = sqlite3_db_filename(connection, "main");
  // A plain code may have a longer one behind it.
  const int extended = sqlite3_extended_errcode(connection);
  const int shown = (extended & 0xFF) == (result & 0xFF) ? extended : result;
  return std::unexpected(
      failure(file != nullptr ? file : "", shown, system_error(connection, shown)));
}

Outcome<Database> Database::open(const std::string& file, Access access, const char* vfs) {
  sqlite3* connection = nullptr;
  const int flags = static_cast<int>(access) | common_flags;
  const int result = sqlite3_open_v2(file.c_str(), &connection, flags, vfs);
  Database database;
  database.connection_.reset(connection);
  database.file_ = file;
  if (result == SQLITE_OK) return database;
  const int os_error = connection != nullptr ? sqlite3_system_errno(connection) : 0;
  return std::unexpected(failure(file, result, os_error));
}

Outcome<Database> Database::open_unchanging(const std::string& file, const char* vfs) {
  std::string uri = "file:";
  for (const char c : file) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '?' || c == '#' || c == '%') {
      uri += '%';
      uri += digits[byte >> 4];
      uri += digits[byte & 15];
    } else {
      uri += c;
    }
  }
  uri += "?immutable=1";
  sqlite3* connection = nullptr;
  const int result = sqlite3_open_v2(uri.c_str(), &connection,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | common_flags, vfs);
  Database database;
  database.connection_.reset(connection);
  database.file_ = file;
  if (result == SQLITE_OK) return database;
  return std::unexpected(failure(file, result, 0));
}

Outcome<void> Database::run(const char* sql) {
  return checked(get(), sqlite3_exec(get(), sql, nullptr, nullptr, nullptr));
}

Outcome<std::int64_t> Database::number(const char* sql) {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(std::move(statement.error()));
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return 0;
  const auto found = statement->number(0);
  // To its end: some pragmas do their work, and let go of locks, only there.
  auto done = statement->run();
  if (!done) return std::unexpected(std::move(done.error()));
  return found;
}

Outcome<std::string> Database::text(const char* sql) {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(std::move(statement.error()));
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::string();
  std::string found(statement->text(0));
  auto done = statement->run();
  if (!done) return std::unexpected(std::move(done.error()));
  return found;
}

Outcome<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v3(get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (result != SQLITE_OK) return failure_of(get(), result);
  return Statement(statement);
}

bool Database::writable() const { return sqlite3_db_readonly(get(), "main") == 0; }

Outcome<void> Database::expect_writable() const {
  if (writable()) return {};
  return std::unexpected(failure(file_, SQLITE_READONLY, 0));
}

bool Database::moved() const {
  int moved = 0;
  // A VFS that cannot tell leaves it 0.
  sqlite3_file_control(get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

std::string Database::first_bytes(int count) const {
  std::string bytes(static_cast<std::size_t>(count), '\0');
  sqlite3_file* file = nullptr;
  sqlite3_file_control(get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  // Through SQLite's own descriptor: to close another one would drop this process's locks.
  if (file != nullptr && file->pMethods != nullptr) {
    file->pMethods->xRead(file, bytes.data(), count, 0);
  }
  return bytes;
}

void Statement::bind(int place, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), place, text.data() != nullptr ? text.data() : "",
                      text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int place, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), place, number);
}

Outcome<bool> Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) {
    reset();
    return false;
  }
  auto failure = failure_of(sqlite3_db_handle(statement_.get()), result);
  reset();
  return failure;
}

Outcome<void> Statement::run() {
  for (;;) {
    const auto row = step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
  }
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

std::string_view Statement::text(int column) const {
  const auto* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

Outcome<Transaction> Transaction::begin(Database& database, Kind kind) {
  auto begun = database.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
  if (!begun) return std::unexpected(std::move(begun.error()));
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ == nullptr || sqlite3_get_autocommit(database_->get()) != 0) return;
  sqlite3_exec(database_->get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Outcome<void> Transaction::commit() {
  auto done = database_->run("COMMIT");
  if (done) database_ = nullptr;
  return done;
}

}  // namespace unknot::store_sqlite
