#include "opening.hpp"

#include "aside.hpp"
#include "files.hpp"
#include "migrate.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t application_id_at = 68;

// Tells a log that is damaged from a file of somebody else, which is left alone.
Outcome<void> check_header(const Database& database) {
  const std::string header = database.first_bytes(header_size);
  const bool sqlite = header.starts_with(magic);
  const bool ours = has_our_mark(header);
  if (sqlite && ours) return {};
  if (ours) return damaged(database.file(), "its first bytes are not those of a log");
  return failed(ErrorCode::store_broken, database.file(), "it is no log of Unknot",
                sqlite ? "another program's data; it was left as it is"
                       : "it was left as it is; give another file, or move it away");
}

Outcome<void> expect(Database& database, const char* pragma, std::int64_t wanted) {
  const auto got = database.number(pragma);
  if (!got) return std::unexpected(got.error());
  if (*got == wanted) return {};
  return failed(ErrorCode::store_broken, database.file(), "SQLite did not take a setting",
                std::string(pragma) + " gave " + std::to_string(*got) + " instead of " +
                    std::to_string(wanted));
}

Outcome<void> set_up(Database& database, const Settings& settings, int wait_ms) {
  sqlite3* connection = database.get();
  sqlite3_busy_timeout(connection, wait_ms);
  // A file from elsewhere may hold code; none of it is to run.
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  auto set =
      database.run(settings.full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  if (set) {
    set = database.run(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
        " PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
  }
  if (set) set = expect(database, "PRAGMA synchronous", settings.full ? 2 : 1);
  if (set) set = expect(database, "PRAGMA secure_delete", 1);
  return set;
}

Outcome<void> use_wal(Database& database) {
  const auto mode = database.text("PRAGMA journal_mode = WAL");
  if (!mode) return std::unexpected(mode.error());
  if (*mode == "wal") return {};
  return failed(ErrorCode::store_busy, database.file(), "another program is using it",
                "it could not be prepared for writing; try again when that is done");
}

Outcome<void> check_structure(Database& database, const char* pragma) {
  const auto said = database.text(pragma);
  if (!said) return std::unexpected(said.error());
  if (*said == "ok") return {};
  return damaged(database.file(), *said);
}

// A new log gets its name only when it is whole, so a short or empty file is never taken for one
// that somebody has just begun.
Outcome<void> make_new(const std::string& file, const Settings& settings) {
  if (auto made = make_folders(folder_of(file)); !made) return made;
  auto fresh = NewFile::beside(file);
  if (!fresh) return std::unexpected(std::move(fresh.error()));
  {
    auto database = Database::open(fresh->path(), Access::write, nullptr);
    if (!database) return std::unexpected(std::move(database.error()));
    const std::string id = "PRAGMA application_id = " + std::to_string(application_id);
    auto done = set_up(*database, settings, 0);
    if (done) done = database->run(id.c_str());
    if (done) done = migrate(*database, migrations());
    if (done) done = use_wal(*database);
    if (!done) {
      done.error().error.field = file;
      return done;
    }
  }
  // When another program was faster, its log is the log.
  const auto put = fresh->put(file);
  if (!put) return std::unexpected(put.error());
  return {};
}

// Whether anything is to be written before this log is as it should be.
Outcome<bool> is_due(Database& database) {
  if (!database.writable()) return false;
  if (kind_of_file(database.file() + "-wal") == FileKind::file) return true;
  const auto version = version_of(database, migrations());
  if (!version) return std::unexpected(version.error());
  if (static_cast<std::size_t>(*version) < migrations().size()) return true;
  const auto mode = database.text("PRAGMA journal_mode");
  if (!mode) return std::unexpected(mode.error());
  const auto purge = database.number("SELECT purge_due FROM log WHERE one = 1");
  if (!purge) return std::unexpected(purge.error());
  return *mode != "wal" || *purge != 0;
}

Outcome<void> make_ready_for(Database& database, Check check) {
  if (check == Check::before_writing) {
    const auto due = is_due(database);
    if (!due) return std::unexpected(due.error());
    if (!*due) return {};
  }
  return make_ready(database);
}

Outcome<Database> open_or_make(const Where& where, const Settings& settings) {
  const FileKind kind = kind_of_file(where.file);
  if (kind == FileKind::empty) {
    return damaged(where.file, "it is empty, which a log never is");
  }
  if (kind == FileKind::absent) {
    const FileKind left = kind_of_file(where.file + "-wal");
    if (left == FileKind::file) {
      return damaged(where.file, "it is gone, but not what belongs to it");
    }
    if (auto made = make_new(where.file, settings); !made) {
      return std::unexpected(std::move(made.error()));
    }
  }
  keep_private(where.file);
  auto database = open_existing(where.file, Access::write, settings);
  if (!database) return database;
  sqlite3_busy_timeout(database->get(), where.wait_ms);
  if (auto ready = make_ready_for(*database, where.check); !ready) {
    if (ready.error().damaged) abandon(*database);
    return std::unexpected(std::move(ready.error()));
  }
  return database;
}

bool cannot_share(const Failure& failure) {
  const int kind = failure.result & 0xFF;
  return kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY ||
         failure.error.code == ErrorCode::store_readonly;
}

Outcome<Database> opened(Outcome<Database> database, const Settings& settings) {
  if (!database) return database;
  auto done = check_header(*database);
  if (done) done = set_up(*database, settings, 5000);
  if (!done) return std::unexpected(std::move(done.error()));
  const auto version = version_of(*database, migrations());
  if (!version) {
    if (version.error().damaged) abandon(*database);
    return std::unexpected(version.error());
  }
  if (*version == 0) return damaged(database->file(), "it has no version");
  return database;
}

}  // namespace

bool has_our_mark(std::string_view header) {
  if (header.size() < application_id_at + 4) return false;
  std::int64_t id = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    id = id * 256 + static_cast<unsigned char>(header[application_id_at + i]);
  }
  return id == application_id;
}

Outcome<Database> open_existing(const std::string& file, Access access, const Settings& settings) {
  if (kind_of_file(file) == FileKind::absent) {
    return failed(ErrorCode::store_broken, file, "there is no such file", "give another one");
  }
  if (kind_of_file(file) == FileKind::other) {
    return failed(ErrorCode::store_broken, file, "it is no file that can be read",
                  "give another one, or look at its rights");
  }
  auto database = opened(Database::open(file, access, settings.vfs), settings);
  if (database || !cannot_share(database.error())) return database;
  if (kind_of_file(file + "-wal") == FileKind::file) {
    return failed(ErrorCode::store_readonly, file, "nothing can be written in its folder",
                  "a part of it waits beside it to be taken in; copy all files of that name to a "
                  "folder of your own");
  }
  return opened(Database::open_unchanging(file, settings.vfs), settings);
}

Outcome<Database> open_log(const Where& where, const Settings& settings) {
  auto database = open_or_make(where, settings);
  if (!database && database.error().damaged) {
    return std::unexpected(set_aside(where.file, where.moment, database.error(), settings.vfs));
  }
  return database;
}

Outcome<void> make_ready(Database& database) {
  if (auto sound = check_structure(database, "PRAGMA quick_check(1)"); !sound) return sound;
  if (!database.writable()) return {};
  const auto mode = database.text("PRAGMA journal_mode");
  if (!mode) return std::unexpected(mode.error());
  // What a program that ended early wrote ahead may stand in memory alone, when the disk had
  // failed it. Before more is built on it, it goes into the file.
  auto done = *mode == "wal" ? database.run("PRAGMA wal_checkpoint(PASSIVE)") : use_wal(database);
  if (done) done = migrate(database, migrations());
  if (!done) return done;
  const auto due = database.number("SELECT purge_due FROM log WHERE one = 1");
  if (!due) return std::unexpected(due.error());
  return *due != 0 ? purge(database) : Outcome<void>();
}

Outcome<void> empty_wal(Database& database) {
  const auto busy = database.number("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!busy) return std::unexpected(busy.error());
  if (*busy == 0) return {};
  return failed(ErrorCode::store_busy, database.file(), "another program is reading it",
                "some bytes of what was written ahead are still there; try again when it is done");
}

Outcome<void> purge(Database& database) {
  // secure_delete alone leaves copies behind where SQLite moved rows between pages.
  auto done = database.run("VACUUM");
  if (done) done = empty_wal(database);
  if (done) done = database.run("UPDATE log SET purge_due = 0 WHERE one = 1");
  return done;
}

void abandon(Database& database) {
  sqlite3_db_config(database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Outcome<std::size_t> verify_all(Database& database) {
  if (auto sound = check_structure(database, "PRAGMA integrity_check(1)"); !sound) {
    return std::unexpected(std::move(sound.error()));
  }
  return read_parts(database, every_part, {}, {[](std::size_t) {}, [](journal::Record&) {}});
}

}  // namespace unknot::store_sqlite
