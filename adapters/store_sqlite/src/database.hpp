#pragma once
/// @file
/// SQLite's C interface with owners and values: one connection, prepared statements, and SQLite's
/// results told as failures.

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

#include "failure.hpp"

namespace unknot::store_sqlite {

enum class Access : int {
  read = SQLITE_OPEN_READONLY,
  write = SQLITE_OPEN_READWRITE,  ///< Or read alone, when the file cannot be written.
};

class Statement;

/// What a result of SQLite means. To be asked before anything else uses the connection.
[[nodiscard]] std::unexpected<Failure> failure_of(sqlite3* connection, int result);

/// One connection. It never makes a file.
class Database {
 public:
  [[nodiscard]] static Outcome<Database> open(const std::string& file, Access access,
                                              const char* vfs);
  /// A file that nobody changes, without looking for what others do to it: the only way to read
  /// a log in a folder where nothing can be written.
  [[nodiscard]] static Outcome<Database> open_unchanging(const std::string& file, const char* vfs);

  /// Runs statements without parameters, in order, and throws their rows away.
  [[nodiscard]] Outcome<void> run(const char* sql);
  /// The first column of the first row; 0 when there is no row.
  [[nodiscard]] Outcome<std::int64_t> number(const char* sql);
  [[nodiscard]] Outcome<std::string> text(const char* sql);
  [[nodiscard]] Outcome<Statement> prepare(std::string_view sql);

  [[nodiscard]] bool writable() const;
  /// The failure of whoever would write all the same. SQLite itself tells it late, or not at all
  /// when there is nothing to change.
  [[nodiscard]] Outcome<void> expect_writable() const;
  /// Whether another file, or none, has the name this connection opened.
  [[nodiscard]] bool moved() const;
  /// The first bytes of the file itself, with zeros where it is shorter.
  [[nodiscard]] std::string first_bytes(int count) const;
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] sqlite3* get() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };
  std::unique_ptr<sqlite3, Close> connection_;
  std::string file_;
};

/// A prepared statement, used again and again. What is bound must live until the next reset.
class Statement {
 public:
  void bind(int place, std::string_view text);
  void bind(int place, std::int64_t number);
  /// Whether there is a (further) row. A statement without rows is then done and may run again.
  [[nodiscard]] Outcome<bool> step();
  /// Runs it to its end and makes it ready to run again.
  [[nodiscard]] Outcome<void> run();
  void reset();

  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// BEGIN now, ROLLBACK at the end of the scope unless commit() went well.
class Transaction {
 public:
  enum class Kind { read, write };
  [[nodiscard]] static Outcome<Transaction> begin(Database& database, Kind kind);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  [[nodiscard]] Outcome<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace unknot::store_sqlite
