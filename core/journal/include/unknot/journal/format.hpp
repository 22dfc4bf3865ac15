#pragma once
/// @file
/// `unknot/journal@1` in and out (docs/formats/journal.md): a log as one document.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/journal/data.hpp"

namespace unknot::journal {

struct Journal {
  base::Instant made;           ///< When it was written.
  std::vector<Record> records;  ///< In the order of `before`, each once.
  std::string extra;            ///< Fields of the document this version does not know.
};

/// Reads a document whole or not at all. Unknown kinds and fields are kept byte for byte; known
/// ones must be right. O(n log n); memory about twice the text.
/// @error json_malformed (with line and column), format_unknown, field_missing, field_type,
///        out_of_range, id_unknown, contradiction (two records of one id that differ; a person
///        record that belongs to another). Paths such as `records[3].data.level`.
[[nodiscard]] base::Result<Journal> read_journal(std::string_view text);

/// One record as it stands in a document.
[[nodiscard]] std::string write_record(const Record& record);

/// Writes records in the order of `before`, each once, one a line; the same set of records gives
/// the same bytes, and reading them back gives the same records.
[[nodiscard]] std::string write_journal(std::span<const Record> records, base::Instant made,
                                        std::string_view extra = {});

}  // namespace unknot::journal
