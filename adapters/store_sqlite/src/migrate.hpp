#pragma once
/// @file
/// Numbered steps that bring a log from any older version to this one. They go forward only; each
/// is one file of adapters/store_sqlite/migrations, and none is changed once a log has it.

#include <span>
#include <string_view>

#include "database.hpp"

namespace unknot::store_sqlite {

/// "Unkt": what `file` and SQLite call an application id.
inline constexpr std::int64_t application_id = 0x556E6B74;

struct Migration {
  std::string_view name;  ///< Its file's, such as 0001_records.
  std::string_view sql;
};

/// In the order of their numbers: 1, 2, ...
[[nodiscard]] std::span<const Migration> migrations();

/// Compares what the log has had with `known`, without changing anything.
/// @return Its version: how many of them it has had.
/// @error store_newer   It has had more.
/// @error store_broken  It has had others.
[[nodiscard]] Outcome<int> version_of(Database& database, std::span<const Migration> known);

/// Applies what is missing, all in one transaction that holds the log alone, or nothing.
[[nodiscard]] Outcome<void> migrate(Database& database, std::span<const Migration> known);

}  // namespace unknot::store_sqlite
