#pragma once
/// @file
/// What was rolled as a table (RFC 4180), for spreadsheets and from them (docs/formats/journal.md).

#include "unknot/journal/build.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::journal {

/// What a column can hold. The first line of a table we write names them like this, in this order,
/// but for the last two.
enum class CsvField : std::uint8_t {
  id,         ///< Of the record; empty: made from the row, the same each time.
  at,         ///< When the piece ended; see read_csv.
  session,    ///< Rows with the same one belong together.
  area,       ///< Id, or in imports any name the catalogue has for it.
  side,       ///< left, right, both, middle; empty: both.
  seconds,    ///< 1..21600
  level,      ///< 0..10; empty: unknown.
  rung,       ///< 1..4; empty: 1.
  technique,  ///< Id.
  tool,       ///< The person's own name for it.
  variant,    ///< lighter, standard, harder.
  minutes,    ///< Imports alone, in the place of seconds: up to two decimals.
  note,       ///< Imports alone: becomes a note.
};

/// Every piece that counts, by time; lines end in CR LF. A cell that a spreadsheet could take for a
/// formula (it begins with = + - @, a tab or CR) gets a ' in front, and so does one that begins
/// with '.
[[nodiscard]] std::string write_csv(std::span<const Record> records);

/// Which column of somebody's table is what.
struct CsvMapping {
  char separator = ',';
  /// Field and the heading of its column, as it stands in the first line. Fields that are not named
  /// take the column headed by their own name, if there is one.
  std::vector<std::pair<CsvField, std::string>> columns;
};

/// "at=Date,area=Muscle,minutes=Time".
/// @error id_unknown, contradiction (a field twice), field_missing (no heading)
[[nodiscard]] base::Result<CsvMapping> parse_mapping(std::string_view text);

/// What parts the columns of a table: `,`, `;` or a tab, whichever its headings have most of.
[[nodiscard]] char separator_of(std::string_view text);

/// What imported rows need besides the table.
struct CsvContext {
  std::string person;               ///< Whose log it is.
  std::int32_t offset_minutes = 0;  ///< East of Greenwich, for times without offset.
  std::span<const Record> present;  ///< The log so far: rows whose id is in it are passed over.
};

struct CsvImport {
  std::vector<Record> records;
  std::size_t rows = 0;         ///< Below the headings.
  std::size_t passed_over = 0;  ///< Of them, there already.
};

/// Reads a table whole or not at all; the same table gives the same records, so that it may be read
/// twice. `at` is RFC 3339, or `2026-11-22 18:30[:00]`, or a day alone, which means its noon. Empty
/// lines and columns that are not mapped are passed over.
/// @error field_missing (a column that is needed), contradiction (one heading twice, or an id),
///        out_of_range, id_unknown, json_malformed never. Fields are such as `line 3, Date`.
[[nodiscard]] base::Result<CsvImport> read_csv(std::string_view text, const CsvMapping& mapping,
                                               const knowledge::Pack& pack,
                                               const CsvContext& context);

}  // namespace unknot::journal

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(journal::CsvField, UNKNOT_N(id), UNKNOT_N(at), UNKNOT_N(session), UNKNOT_N(area),
            UNKNOT_N(side), UNKNOT_N(seconds), UNKNOT_N(level), UNKNOT_N(rung), UNKNOT_N(technique),
            UNKNOT_N(tool), UNKNOT_N(variant), UNKNOT_N(minutes), UNKNOT_N(note))
#undef UNKNOT_N

}  // namespace unknot::knowledge
