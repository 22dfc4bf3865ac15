#include "migrate.hpp"

#include <string>

#include "unknot/base/sha256.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;

std::string hash_of(const Migration& migration) {
  return base::to_hex(base::sha256(migration.sql));
}

Outcome<void> same_history(Database& database, std::span<const Migration> had) {
  auto select = database.prepare("SELECT name, sha256 FROM migration ORDER BY number");
  if (!select) return std::unexpected(std::move(select.error()));
  for (const Migration& migration : had) {
    const auto row = select->step();
    if (!row) return std::unexpected(row.error());
    if (!*row || select->text(0) != migration.name || select->text(1) != hash_of(migration)) {
      return failed(ErrorCode::store_broken, database.file(),
                    "its step " + std::string(migration.name) + " is not this program's",
                    "nothing was changed; it was made by another program, or damaged");
    }
  }
  return {};
}

Outcome<void> apply(Database& database, const Migration& migration, std::int64_t number) {
  // The text comes from a file that ends in a newline, and is not ended by a zero.
  if (auto done = database.run(std::string(migration.sql).c_str()); !done) {
    // What a step holds against its constraints is what the log says of itself.
    const bool untrue = (done.error().result & 0xFF) == SQLITE_CONSTRAINT;
    return untrue ? damaged(database.file(), "records are missing or doubled") : done;
  }
  auto note = database.prepare("INSERT INTO migration (number, name, sha256) VALUES ($1, $2, $3)");
  if (!note) return std::unexpected(std::move(note.error()));
  const std::string hash = hash_of(migration);
  note->bind(1, number);
  note->bind(2, migration.name);
  note->bind(3, hash);
  return note->run();
}

}  // namespace

Outcome<int> version_of(Database& database, std::span<const Migration> known) {
  const auto version = database.number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*version < 0) return damaged(database.file(), "its version is no number");
  const auto newest = static_cast<std::int64_t>(known.size());
  if (*version > newest) {
    return failed(ErrorCode::store_newer, database.file(), "a newer program wrote it",
                  "its version is " + std::to_string(*version) + ", this program reads up to " +
                      std::to_string(newest) + ". Nothing was changed; use the newer program");
  }
  if (*version > 0) {
    auto same = same_history(database, known.first(static_cast<std::size_t>(*version)));
    if (!same) return std::unexpected(std::move(same.error()));
  }
  return static_cast<int>(*version);
}

Outcome<void> migrate(Database& database, std::span<const Migration> known) {
  const auto before = version_of(database, known);
  if (!before) return std::unexpected(before.error());
  if (static_cast<std::size_t>(*before) == known.size()) return {};
  auto transaction = Transaction::begin(database, Transaction::Kind::write);
  if (!transaction) return std::unexpected(std::move(transaction.error()));
  // Asked again now that nobody else can be at it.
  const auto version = version_of(database, known);
  if (!version) return std::unexpected(version.error());
  if (*version == 0) {
    if (auto made = database.run("CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY,"
                                 " name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT");
        !made) {
      return made;
    }
  }
  for (auto i = static_cast<std::size_t>(*version); i < known.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i) + 1;
    if (auto done = apply(database, known[i], number); !done) return done;
  }
  const std::string set = "PRAGMA user_version = " + std::to_string(known.size());
  if (auto done = database.run(set.c_str()); !done) return done;
  return transaction->commit();
}

}  // namespace unknot::store_sqlite
