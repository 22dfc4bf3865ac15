#pragma once
/// @file
/// What somebody's log holds, as rows that can be shown and spoken of by id.

#include <string>
#include <vector>

#include "logbook.hpp"
#include "terminal.hpp"

namespace unknot::cli {

enum class EntryKind : std::uint8_t { session, after_effect, area_over, note };

/// One row of the log.
struct Entry {
  EntryKind kind = EntryKind::session;
  std::string id;  ///< Of the plan record, the entry by hand, the note, ...
  base::Instant at;
  journal::Session session;        ///< For `session`.
  journal::AfterEffectData after;  ///< For `after_effect`.
  journal::AreaOverData ended;     ///< For `area_over`.
  journal::NoteData note;          ///< For `note`.
};

/// Newest first; what was removed is not there.
/// @param facts  Of one person, plan records among them: they tell what was guided.
[[nodiscard]] std::vector<Entry> entries(const std::vector<journal::Record>& facts,
                                         const knowledge::Pack& pack);

/// Every id that can be named: of the rows and of the pieces of sessions.
[[nodiscard]] std::vector<std::string> ids_of(const std::vector<Entry>& entries);

/// Ids that were removed or corrected.
[[nodiscard]] std::vector<std::string> removed_ids(const std::vector<journal::Record>& facts);

/// A session in which nothing was rolled: nothing to be told in a table.
[[nodiscard]] bool is_empty_session(const Entry& entry);

/// A table of 80 columns.
[[nodiscard]] std::string log_table(const std::vector<Entry>& entries, const knowledge::Pack& pack,
                                    const Style& style);

/// One row with all that is known of it.
[[nodiscard]] std::string entry_text(const Entry& entry, const knowledge::Pack& pack,
                                     const Style& style);

/// `unknot/log@1` (docs/formats/log.md).
[[nodiscard]] std::string log_json(const std::vector<Entry>& entries,
                                   const journal::Profile* person);

}  // namespace unknot::cli
