// Backup, restore and verify: whole logs from file to file.

#include <sys/stat.h>

#include <memory>

#include "aside.hpp"
#include "files.hpp"
#include "migrate.hpp"
#include "opening.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;

template <class T>
base::Result<T> plain(Outcome<T> outcome) {
  if (outcome) return std::move(*outcome);
  Failure& failure = outcome.error();
  // What SQLite says of a write is of no use to who only looked.
  if (failure.damaged) {
    failure.error.expected = "it is damaged, and was left as it is";
  }
  return std::unexpected(std::move(failure.error));
}

struct Finish {
  void operator()(sqlite3_backup* copy) const { sqlite3_backup_finish(copy); }
};

// Every page, in one transaction of `to`.
Outcome<void> copy_all(Database& from, Database& to) {
  std::unique_ptr<sqlite3_backup, Finish> copy(
      sqlite3_backup_init(to.get(), "main", from.get(), "main"));
  if (copy == nullptr) return failure_of(to.get(), sqlite3_errcode(to.get()));
  const int result = sqlite3_backup_step(copy.get(), -1);
  const int finished = sqlite3_backup_finish(copy.release());
  if (result == SQLITE_DONE && finished == SQLITE_OK) return {};
  auto failure = failure_of(to.get(), result == SQLITE_DONE ? finished : result);
  failure.error().damaged = false;
  return failure;
}

Outcome<Summary> verified(Database& database) {
  const auto version = version_of(database, migrations());
  if (!version) return std::unexpected(version.error());
  const auto records = verify_all(database);
  if (!records) return std::unexpected(records.error());
  return Summary{*records, *version, {}};
}

bool same_file(const std::string& a, const std::string& b) {
  struct stat one{};
  struct stat other{};
  return stat(a.c_str(), &one) == 0 && stat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

Outcome<void> may_replace(const std::string& log, const std::string& to) {
  if (same_file(log, to)) {
    return failed(ErrorCode::contradiction, to, "the log itself", "another name for the backup");
  }
  if (kind_of_file(to) == FileKind::absent) return {};
  if (open_existing(to, Access::read, {})) return {};
  return failed(ErrorCode::contradiction, to, "a file that is no backup",
                "another name for the backup; that file was left as it is");
}

// Into one file that needs nothing beside it, so that it can be read wherever it is carried.
Outcome<Summary> write_copy(Database& from, const std::string& to) {
  auto copy = Database::open(to, Access::write, nullptr);
  if (!copy) return std::unexpected(std::move(copy.error()));
  auto done = copy_all(from, *copy);
  if (done) done = copy->run("PRAGMA synchronous = FULL");
  if (!done) return std::unexpected(std::move(done.error()));
  const auto mode = copy->text("PRAGMA journal_mode = DELETE");
  if (!mode) return std::unexpected(mode.error());
  return verified(*copy);
}

Outcome<Summary> back_up(const Where& where, const std::string& to) {
  auto log = open_log(where, {});
  if (!log) return std::unexpected(std::move(log.error()));
  if (auto may = may_replace(where.file, to); !may) return std::unexpected(std::move(may.error()));
  auto fresh = NewFile::beside(to);
  if (!fresh) return std::unexpected(std::move(fresh.error()));
  auto summary = write_copy(*log, fresh->path());
  if (summary) {
    if (auto put = fresh->replace(to); !put) return std::unexpected(std::move(put.error()));
  } else {
    summary.error().error.field = to;
  }
  return summary;
}

// Where a log is or where there is nothing: in one transaction.
Outcome<Summary> put_over(Database& backup, const Where& where) {
  auto log = open_log(where, {});
  // A damaged one has just been set aside, so now there is none.
  if (!log && kind_of_file(where.file) == FileKind::absent) log = open_log(where, {});
  if (!log) return std::unexpected(std::move(log.error()));
  auto done = copy_all(backup, *log);
  if (done) done = migrate(*log, migrations());
  if (done) done = empty_wal(*log);
  if (!done) return std::unexpected(std::move(done.error()));
  return verified(*log);
}

// Where a file of somebody else is: it goes only when what takes its place is whole and on disk.
Outcome<Summary> put_instead(Database& backup, const Where& where) {
  const std::string file = real_name(where.file);
  auto fresh = NewFile::beside(file);
  if (!fresh) return std::unexpected(std::move(fresh.error()));
  auto summary = write_copy(backup, fresh->path());
  if (!summary) {
    summary.error().error.field = file;
    return summary;
  }
  auto aside = move_away(file, where.moment);
  if (!aside) return std::unexpected(std::move(aside.error()));
  const auto put = fresh->put(file);
  if (!put) return std::unexpected(put.error());
  if (*put == NewFile::Put::taken) {
    return failed(ErrorCode::store_busy, file, "another program has just made it",
                  "what was there is now \"" + *aside + "\"; nothing else was changed");
  }
  // Opening makes it ready for writing; what fails there fails at the next use and is told then.
  static_cast<void>(open_log(where, {}));
  summary->aside = std::move(*aside);
  return summary;
}

Outcome<Summary> put_back(const std::string& from, const Where& where) {
  auto backup = open_existing(from, Access::read, {});
  if (!backup) return std::unexpected(std::move(backup.error()));
  if (same_file(from, where.file)) {
    return failed(ErrorCode::contradiction, from, "the log itself", "a backup of it");
  }
  const auto held = verified(*backup);
  if (!held) return std::unexpected(held.error());
  auto summary = standing_at(where.file) == Standing::foreign ? put_instead(*backup, where)
                                                              : put_over(*backup, where);
  if (!summary) return summary;
  mark_replaced(where.file);
  return summary;
}

Outcome<Summary> look_at(const std::string& file) {
  auto database = open_existing(file, Access::read, {});
  if (!database) return std::unexpected(std::move(database.error()));
  return verified(*database);
}

}  // namespace

base::Result<Summary> verify(const std::string& file) { return plain(look_at(file)); }

base::Result<Summary> backup(const Where& from, const std::string& to) {
  return plain(back_up(from, to));
}

base::Result<Summary> restore(const std::string& from, const Where& to) {
  return plain(put_back(from, to));
}

}  // namespace unknot::store_sqlite
