#pragma once
/// @file
/// From a name to a connection on which everything is as this adapter needs it.

#include "database.hpp"
#include "rows.hpp"
#include "settings.hpp"

namespace unknot::store_sqlite {

/// Bytes of a file's beginning that tell whose it is: those of SQLite's smallest page.
inline constexpr int header_size = 512;
/// Whether they are those of a log of this program, sound or damaged, of any version.
[[nodiscard]] bool has_our_mark(std::string_view header);

/// An existing file that is a log of a version this program knows, opened without changing it.
/// What others write is seen, unless the folder makes that impossible and nothing is pending.
[[nodiscard]] Outcome<Database> open_existing(const std::string& file, Access access,
                                              const Settings& settings);

/// All that open() of the public header does; what is damaged has been set aside when it fails.
[[nodiscard]] Outcome<Database> open_log(const Where& where, const Settings& settings);

/// Looks at the structure of the whole file; then, where it can be written, does what an earlier
/// program left: what it wrote ahead, missing migrations, bytes that were to be deleted.
[[nodiscard]] Outcome<void> make_ready(Database& database);

/// Puts all that was written ahead into the file itself and empties `-wal`.
/// @error store_busy  Another program still reads what would go.
[[nodiscard]] Outcome<void> empty_wal(Database& database);

/// Rewrites the file without what was deleted, so that no byte of it is left, also in `-wal`.
[[nodiscard]] Outcome<void> purge(Database& database);

/// Lets go of a damaged log without a further write.
void abandon(Database& database);

/// Structure, every record and their sums.
/// @return How many records.
[[nodiscard]] Outcome<std::size_t> verify_all(Database& database);

}  // namespace unknot::store_sqlite
