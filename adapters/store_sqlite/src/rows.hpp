#pragma once
/// @file
/// Records as rows, each with its checksum; and the sums that say each part of the table is whole.

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "database.hpp"
#include "unknot/journal/store.hpp"

namespace unknot::store_sqlite {

/// Of everything a record says.
[[nodiscard]] std::int64_t checksum_of(const journal::Record& record);

/// What most readers ask for, the documents of plans, the single events of sessions.
inline constexpr std::size_t part_count = 3;
[[nodiscard]] std::size_t part_of(std::string_view kind_name);

using PartSet = std::array<bool, part_count>;
inline constexpr PartSet every_part{true, true, true};
/// Where the records lie that a query may find.
[[nodiscard]] PartSet parts_for(const journal::Query& query);

/// How many rows, and the sum of their checksums modulo 2^64.
struct Whole {
  std::int64_t records = 0;
  std::int64_t checksum = 0;
  void add(std::int64_t row_checksum);
  friend bool operator==(const Whole&, const Whole&) = default;
};

/// What the table says it holds, and its greatest id.
struct Held {
  std::array<Whole, part_count> parts;
  std::string newest;
};

inline constexpr std::string_view held_sql =
    "SELECT number, records, checksum, (SELECT id FROM record WHERE part = number"
    " ORDER BY id DESC LIMIT 1) FROM part ORDER BY number";
/// @param select  Of held_sql; it is reset.
[[nodiscard]] Outcome<Held> held_by(Statement& select, const std::string& file);

/// The sums of the parts tell two logs apart as well as they tell a damaged one from a sound one.
[[nodiscard]] journal::Extent extent_of(const Held& held);

inline constexpr std::string_view insert_sql =
    "INSERT INTO record (part, id, person, session, kind, at_seconds, offset_minutes, knowledge,"
    " extra, checksum, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
inline constexpr std::string_view select_one_sql =
    "SELECT id, person, session, kind, at_seconds, offset_minutes, knowledge, extra, checksum, data"
    " FROM record WHERE part IN (0, 1, 2) AND id = $1";

/// Binds `record` to the insert; it must live until that has run.
void bind_row(Statement& insert, const journal::Record& record, std::int64_t checksum);

/// The row that a select stands on.
void take_row(const Statement& select, journal::Record& into);
[[nodiscard]] inline std::int64_t row_checksum(const Statement& select) { return select.number(8); }
/// Whether a record as it was read is the one that was written.
[[nodiscard]] bool is_as_written(const journal::Record& record, std::int64_t checksum);

/// Who takes rows.
struct Taker {
  std::function<void(std::size_t more)> expect;  ///< Before each part.
  std::function<void(journal::Record&)> take;    ///< May keep it.
};

/// Which ids are read.
struct Stretch {
  std::string_view first;   ///< Empty: from the first one on.
  std::string_view before;  ///< Empty: to the last one.
  [[nodiscard]] bool whole() const { return first.empty() && before.empty(); }
};

/// Reads every row of some parts, part by part in the order of ids, within one snapshot. Fails as
/// damaged when a row is not what its checksum says, or a part, where it is read from end to end,
/// not what it says as a whole.
/// @return How many rows.
[[nodiscard]] Outcome<std::size_t> read_parts(Database& database, const PartSet& wanted,
                                              const Stretch& stretch, const Taker& taker);

/// The ids of all rows, in order. They alone are not checked.
[[nodiscard]] Outcome<std::vector<std::string>> read_ids(Database& database);

}  // namespace unknot::store_sqlite
