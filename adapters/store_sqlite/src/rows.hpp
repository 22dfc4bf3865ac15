#pragma once
/// @file
/// Records as rows, each with its checksum; and the sum that says the table is whole.

#include <cstdint>
#include <functional>

#include "database.hpp"
#include "unknot/journal/record.hpp"

namespace unknot::store_sqlite {

[[nodiscard]] std::int64_t checksum_of(const journal::Record& record);

/// How many rows, and the sum of their checksums modulo 2^64.
struct Whole {
  std::int64_t records = 0;
  std::int64_t checksum = 0;
  void add(std::int64_t row_checksum);
  friend bool operator==(const Whole&, const Whole&) = default;
};

/// What the table says it holds.
[[nodiscard]] Outcome<Whole> whole_of(Database& database);

inline constexpr std::string_view insert_sql =
    "INSERT INTO record (id, person, session, kind, at_seconds, offset_minutes, knowledge,"
    " extra, checksum, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO "
    "NOTHING";
inline constexpr std::string_view select_all_sql =
    "SELECT id, person, session, kind, at_seconds, offset_minutes, knowledge, extra,"
    " checksum, data"
    " FROM record ORDER BY id";
inline constexpr std::string_view select_one_sql =
    "SELECT id, person, session, kind, at_seconds, offset_minutes, knowledge, extra,"
    " checksum, data"
    " FROM record WHERE id = $1";

/// Binds all but nothing of `record` to the insert; it must live until that has run.
void bind_row(Statement& insert, const journal::Record& record, std::int64_t checksum);

/// The row that a select stands on.
void take_row(const Statement& select, journal::Record& into);
[[nodiscard]] inline std::int64_t row_checksum(const Statement& select) { return select.number(8); }

/// Reads every row in the order of ids, within one snapshot, and gives each to `take`, which may
/// keep it. Fails as damaged when a row is not what its checksum says, or the table not what it
/// says as a whole.
[[nodiscard]] Outcome<Whole> read_all(Database& database,
                                      const std::function<void(journal::Record&)>& take);

}  // namespace unknot::store_sqlite
